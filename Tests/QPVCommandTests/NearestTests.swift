import Foundation
import TestSupport
import Testing

@Suite("qpv nearest")
struct NearestTests {
    let sandbox = try! Sandbox()

    @Test("addresses: the two nearest places of each row, or the reason why there is none")
    func addresses() throws {
        let file = try sandbox.write(Samples.addresses, to: "a.csv")
        let result = try sandbox.qpv(
            "nearest", file, "--places", "geodata/lieux.csv", "-k", "2", "--perimeters",
            "geodata/perimetres-2024.geojson", "--gazetteer", "geodata/adresses.csv", "-o", sandbox.path("p.csv"))
        try sandbox.expect(result, is: "nearest", files: ["p.csv"])
        #expect(sandbox.bytes("p.csv.provenance.json") != nil)
    }

    @Test("positions through a pipe, one category on a day; the same bytes for one thread and three")
    func positions() throws {
        let bytes = Samples.positions(3000, seed: 5)
        func run(_ threads: String) throws -> Program.Result {
            try sandbox.qpv(
                "nearest", "-", "--places", "geodata/lieux.csv", "--category", "Pharmacie", "--on", "2024-06-01", "-q",
                "--perimeters", "geodata/perimetres-2024.geojson", "--threads", threads, "-o", "-",
                input: .bytes(bytes))
        }
        let one = try run("1")
        #expect(one.code == 0 && one.stderr == "")
        #expect(one.text.split(separator: "\n").count == 3001)
        // Of three pharmacies one is open on that day.
        #expect(one.text.split(separator: "\n").dropFirst().allSatisfy { $0.contains(";L020;") })
        #expect(try run("3").stdout == one.stdout)
    }

    @Test(
        "a wrong number, two standard inputs, no places: 64",
        arguments: [
            ["a.csv", "--places", "b.csv", "-k", "0"], ["a.csv", "--places", "b.csv", "-k", "-1"],
            ["-", "--places", "-"], ["a.csv"], ["a.csv", "--places", "b.csv", "-k", "x"],
        ])
    func usage(_ words: [String]) throws {
        let result = try Program.run(
            ["nearest"] + words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 64, "\(result.stderr)")
    }
}
