import Foundation
import TestSupport
import Testing

@Suite("qpv addresses")
struct AddressesTests {
    let sandbox = try! Sandbox()
    private static let gazetteer = ["--gazetteer", "geodata/adresses.csv"]
    private static let perimeters = ["--perimeters", "geodata/perimetres-2024.geojson"]

    private func run(_ words: String...) throws -> Program.Result {
        try Program.run(
            ["addresses"] + words + Self.perimeters + Self.gazetteer, input: .nothing, stdout: .kept, stderr: .kept,
            environment: sandbox.environment)
    }

    @Test("the addresses of a perimeter, with its provenance")
    func list() throws {
        let result = try run("QN09903I", "-o", sandbox.path("boites.csv"))
        try sandbox.expect(result, is: "addresses", files: ["boites.csv", "boites.csv.provenance.json"])
        #expect(result.code == 0)
    }

    @Test("its streets with the numbers inside, and all streets of its communes")
    func streets() throws {
        try sandbox.expect(try run("QN09901M", "--streets"), is: "addresses-streets")
        let all = try run("QN09901M", "--streets", "--all", "-q")
        #expect(all.stderr == "")
        let rows = all.text.split(separator: "\n")
        #expect(rows.filter { $0.contains(",outside,") }.count > 50)
        #expect(rows.count > (try run("QN09901M", "--streets", "-q")).text.split(separator: "\n").count)
    }

    @Test("JSON has the same rows under the names of the columns")
    func json() throws {
        for (words, member, count) in [(["QN09904N"], "addresses", 175), (["QN09904N", "--streets"], "streets", 1)] {
            let result = try Program.run(
                ["addresses"] + words + ["--json", "-q"] + Self.perimeters + Self.gazetteer, input: .nothing,
                stdout: .kept, stderr: .kept, environment: sandbox.environment)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(result.stdout)) as? [String: Any])
            #expect(object["code"] as? String == "QN09904N")
            #expect(((object[member] as? [[String: Any]])?.count ?? 0) >= count)
            #expect((object["provenance"] as? [String: Any])?["command"] as? String == "addresses")
        }
    }

    @Test("a name serves when one perimeter has it; else it is an error that lists those that may be meant")
    func names() throws {
        #expect(try run("bois", "feint", "-q").text == run("QN09903I", "-q").text)
        #expect(try run("FICTIFS", "-q").text == run("qn09901m", "-q").text)
        for (words, name) in [("fee", "none"), ("", "empty")] {
            let result = try run(words)
            try sandbox.expect(result, is: "addresses-\(name)")
            #expect(result.code == 65 && result.stdout == [])
        }
        let doubled = try String(contentsOfFile: "geodata/perimetres-2024.geojson", encoding: .utf8)
            .replacing("Mare aux Fées Fictive", with: "Tilleuls Fictifs")
        let file = try sandbox.write(doubled, to: "p.geojson")
        let result = try sandbox.qpv("addresses", "tilleuls fictifs", "--perimeters", file)
        try sandbox.expect(result, is: "addresses-ambiguous")
        #expect(result.code == 65)
    }

    @Test("bad input is refused, and no output is left")
    func refused() throws {
        #expect(try sandbox.qpv("addresses").code == 64)
        #expect(try run("QN09903I", "--all").code == 64)
        #expect(try run("QN09903I", "--radius", "-3").code == 64)
        #expect(try run("QN09903I", "-o", sandbox.path("none/a.csv")).code == 73)
        #expect(try run("QN09903I", "-o", "/dev/full").code == 74)
        #expect(try run("QN09903I", "-o", "geodata/adresses.csv").code == 64)
        #expect(try sandbox.qpv("addresses", "QN09903I", "--perimeters", "nowhere.geojson").code == 66)
        let empty =
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code_qp":"QN09901M"},"#
            + #""geometry":{"type":"Polygon","#
            + #""coordinates":[[[2.22,46.13],[2.222,46.13],[2.222,46.132],[2.22,46.13]]]}},"#
            + #"{"type":"Feature","properties":{"code_qp":"QN09902M"},"geometry":null}]}"#
        let file = try sandbox.write(empty, to: "p.geojson")
        let result = try sandbox.qpv("addresses", "QN09902M", "--perimeters", file)
        #expect(result.code == 65 && result.stderr.contains("cannot be used"))
        #expect(try sandbox.names(in: ".") == ["home", "p.geojson", "tmp"])
    }
}
