import Foundation
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@Suite("rows of plain membership")
struct PlainRowTests {
    /// Positions around the hamlet, some of them odd, with a last column that is quoted or not.
    static func file(_ delimiter: String, quoted: Bool, seed: UInt64) throws -> String {
        var generator = SeededGenerator(seed: seed)
        let projector = try Projector(from: .wgs84, to: .lambert93)
        var lines = ["lon\(delimiter)lat\(delimiter)note"]
        for _ in 0..<6000 {
            let p = Point(
                x: 700_000 + Double.random(in: -200...600, using: &generator),
                y: 6_600_000 + Double.random(in: -200...600, using: &generator))
            let degrees = try #require(projector.inverse(p))
            let decimals = [7, 7, 7, 6, 5, 9].randomElement(using: &generator)!
            var cells = [degrees.x, degrees.y].map { String(format: "%.\(decimals)f", $0) }
            switch Int.random(in: 0..<40, using: &generator) {
            case 0: cells[0] = ["", "x", "0", "-61.5", "200.0", "03.1"].randomElement(using: &generator)!
            case 1: cells.swapAt(0, 1)
            case 2: cells[1] = "+" + cells[1]
            default: break
            }
            cells.append(quoted ? "\"x\"" : "x")
            if Int.random(in: 0..<100, using: &generator) == 0 { cells.append(quoted ? "\"y\"" : "y") }
            lines.append(cells.joined(separator: delimiter))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func audit(_ text: String, _ atlas: Atlas, radius: Double, threads: Int) async throws -> (
        text: String, summary: AuditSummary
    ) {
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8)), batchBytes: 50_000)
        var options = Examiner.Options()
        options.radii = RadiusTable(everywhere: radius)
        let audit = Audit(atlas: atlas, gazetteer: nil, options: options)
        let plan = RowPlan.coordinates(.init(x: 0, y: 1, crs: .wgs84))
        var bytes: [UInt8] = []
        let summary = try await audit.run(reader, plan: plan, threads: threads) { bytes += $0.bytes }
        return (String(decoding: bytes, as: UTF8.self), summary)
    }

    @Test(
        "written from pieces they are what the writer of any row makes of them", arguments: [",", ";"], [0.0, 20, 300])
    func pieces(_ delimiter: String, radius: Double) async throws {
        let seed: UInt64 = 51
        // Those of the hamlet are apart; the others overlap and touch, and have one column more.
        for atlas in [Hamlet.shared.atlas, OthersTests.atlas] { try await check(atlas, delimiter, radius, seed) }
    }

    private func check(_ atlas: Atlas, _ delimiter: String, _ radius: Double, _ seed: UInt64) async throws {
        // A quote anywhere in a batch sends all its rows the long way.
        let fast = try await audit(Self.file(delimiter, quoted: false, seed: seed), atlas, radius: radius, threads: 1)
        let slow = try await audit(Self.file(delimiter, quoted: true, seed: seed), atlas, radius: radius, threads: 3)
        let unquoted = slow.text.replacingOccurrences(of: "\"x\"", with: "x").replacingOccurrences(
            of: "\"y\"", with: "y")
        #expect(fast.text == unquoted, "seed \(seed)")
        #expect(fast.summary.json == slow.summary.json)
        #expect((fast.summary.rows(.inside) > 50 || radius == 300) && fast.summary.rows(.outside) > 100)
        #expect(fast.summary.rows(.notLocated) > 50 && fast.summary.raggedRows > 20)
    }
}
