import Foundation
import TestSupport
import Testing

@Suite("a file audited twice")
struct AuditedTwiceTests {
    let sandbox = try! Sandbox()
    private let gazetteer = ["--gazetteer", Samples.gazetteer.path]
    private static let old = ["--perimeters", "geodata/perimetres-2015.geojson"]

    /// The sample's beneficiaries, audited with the perimeters of 2024, then with those of 2015: 237 rows are inside by the first
    /// audit, 180 by the second.
    private func audited() throws -> String {
        let once = sandbox.path("once.csv"), twice = sandbox.path("twice.csv")
        let new = ["--perimeters", "geodata/perimetres-2024.geojson"]
        _ = try sandbox.qpv(["audit", "-q", "geodata/beneficiaires.csv", "-o", once] + new + gazetteer)
        try #require(try sandbox.qpv(["audit", "-q", once, "-o", twice] + Self.old + gazetteer).code == 0)
        return twice
    }

    /// The rows inside of a report of qpv stats.
    private func inside(_ words: String...) throws -> Int {
        let result = try sandbox.qpv(["stats", "--disclosure", "none", "--table", "total", "-o", "-"] + words)
        try #require(result.code == 0, "\(result.stderr)")
        let lines = result.text.split(whereSeparator: \.isNewline).map { $0.split(separator: ";").map(String.init) }
        let column = try #require(lines.first?.firstIndex(of: "En QPV"), "\(result.text)")
        return try #require(lines.last.flatMap { Int($0[column]) }, "\(result.text)")
    }

    @Test("stats counts the newest verdict, and another one when --verdict-column names it")
    func stats() throws {
        let twice = try audited()
        #expect(try inside(twice) == 180)
        #expect(try inside(twice, "--verdict-column", "qpv_verdict_2", "-q") == 180)
        #expect(try inside(twice, "--verdict-column", "qpv_verdict", "-q") == 237)
        let told = try sandbox.qpv("stats", twice, "--against", twice, "--disclosure", "none", "--lang", "en")
        #expect(told.stderr.contains("verdicts from the column qpv_verdict_2"))
        // The earlier file is read by the same rule: nothing has changed.
        // In every table: 237 by itself is another count of this file, too.
        let totals = told.text.matches(of: /\*\*600\*\* \| \*\*(\d+)\*\*/).map { String($0.1) }
        #expect(totals.count > 3 && Set(totals) == ["180"])
    }

    @Test("a verdict on a second address is not the newest on the first one")
    func secondAddress() throws {
        let twice = try audited()
        let moves = ["stats", twice, "-q", "--disclosure", "none", "--second-verdict-column", "qpv_verdict_2"]
        let result = try sandbox.qpv(moves)
        #expect(result.stdout == (try sandbox.qpv(moves + ["--verdict-column", "qpv_verdict"]).stdout))
        #expect(result.text.contains("237"))
    }

    @Test("the sheets of the newest verdict's perimeters count its rows, those of others are refused")
    func sheet() throws {
        let twice = try audited()
        let words = ["sheet", "--all", "-q", "--rows", twice, "--disclosure", "none"] + gazetteer
        let result = try sandbox.qpv(words + ["-o", sandbox.path("fiches")] + Self.old)
        try #require(result.code == 0, "\(result.stderr)")
        var counts: [Int] = []
        for code in ["QP099001", "QP099002", "QP099003", "QP099004"] {
            let bytes = try #require(sandbox.bytes("fiches/\(code).json"))
            let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            let figures = try #require(json["figures"] as? [[String: Any]])
            counts.append(try #require(figures.first { $0["name"] as? String == "persons_inside" }?["value"] as? Int))
        }
        #expect(counts == [121, 45, 7, 7] && counts.reduce(0, +) == 180)
        let new = ["-o", sandbox.path("others"), "--perimeters", "geodata/perimetres-2024.geojson"]
        #expect(try sandbox.qpv(words + new).code == 65)
        #expect(try sandbox.qpv(words + new + ["--verdict-column", "qpv_verdict"]).code == 0)
    }

    @Test("a map counts the newest verdict")
    func map() throws {
        let twice = try audited()
        let result = try sandbox.qpv(
            ["map", "--rows", twice, "--lang", "en", "--threshold", "1", "-o", sandbox.path("map.geojson")] + Self.old)
        #expect(result.code == 0 && result.stderr.contains("rows inside: 180;"), "\(result.stderr)")
    }
}
