import Foundation
import Testing

@Suite("qpv geocode")
struct GeocodeTests {
    let sandbox = try! Sandbox()

    @Test("each row gets its position and match, no verdict")
    func rows() throws {
        let file = try sandbox.write(Samples.addresses, to: "in.csv")
        let result = try sandbox.qpv("geocode", file, "-o", sandbox.path("out.csv"))
        try sandbox.expect(result, is: "geocode", files: ["out.csv", "out.csv.provenance.json"])
        #expect(result.code == 0)
    }

    @Test("the bytes do not depend on threads, pipe or gzip; --quiet says nothing")
    func samePaths() throws {
        let file = "geodata/residences.csv"
        let reference = try sandbox.qpv("geocode", "--quiet", file, "--threads", "1")
        #expect(reference.code == 0)
        #expect(reference.stderr == "")
        let zipped = try sandbox.write(try Samples.gzipped(file), to: "in.csv.gz")
        #expect(try sandbox.qpv("geocode", "-q", file, "--threads", "4").stdout == reference.stdout)
        #expect(try sandbox.qpv("geocode", "-q", "-", input: .file(file)).stdout == reference.stdout)
        #expect(try sandbox.qpv("geocode", "-q", zipped).stdout == reference.stdout)
    }

    @Test("a file with positions only has no address to find")
    func positions() throws {
        let file = try sandbox.write("lon;lat\n2.2;46.1\n", to: "in.csv")
        let result = try sandbox.qpv("geocode", file)
        try sandbox.expect(result, is: "geocode-lon-lat")
        #expect(result.code == 65)
    }
}
