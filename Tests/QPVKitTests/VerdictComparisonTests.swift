import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Comparing
@testable import Coverage
@testable import Perimeters
@testable import Sheets
@testable import Tables
@testable import Verdicts

@Suite("verdicts by two vintages")
struct VerdictComparisonTests {
    private func verdict(_ decision: Verdict.Decision, _ perimeter: Int = 0) -> Verdict {
        var verdict = Verdict.notLocated(.addressNotFound)
        verdict.decision = decision
        verdict.perimeter = decision == .inside ? perimeter : nil
        return verdict
    }

    @Test("every pair of decisions has its change, or none")
    func changes() {
        let table: [(Verdict.Decision, [VerdictChange?])] = [
            // to inside, outside, uncertain, not located
            (.inside, [nil, .left, .nowUncertain, .notLocated]),
            (.outside, [.entered, nil, .nowUncertain, .notLocated]),
            (.uncertain, [.nowInside, .nowOutside, nil, .notLocated]),
            (.notLocated, [.notLocated, .notLocated, .notLocated, .notLocated]),
        ]
        for (from, changes) in table {
            for (to, change) in zip(Verdict.Decision.allCases, changes) {
                let found = VerdictChange(from: verdict(from), to: verdict(to)) { _, _ in true }
                #expect(found == change, "\(from) to \(to)")
            }
        }
        #expect(VerdictChange(from: verdict(.inside, 1), to: verdict(.inside, 2)) { $0 == 1 && $1 == 3 } == .moved)
    }

    /// The hamlet's first perimeter moved a hundred metres east, under another code; the second one gone.
    private func moved() -> Atlas {
        let first = Hamlet.shared.atlas.perimeters[0]
        return Atlas(
            [
                Perimeter(
                    code: "QN99901M", name: "Les Ombres", kind: .qpv, vintage: 2030, communeCodes: ["23951"],
                    communeNames: [], territory: .metropole, shape: first.shape.moved(100, 0), repair: nil, line: 1)
            ], source: Hamlet.shared.atlas.source)
    }

    private func run(_ text: String, threads: Int = 1) async throws -> (String, VerdictComparison.Summary) {
        let hamlet = Hamlet.shared
        let new = moved()
        let crosswalk = try await Crosswalk(old: hamlet.atlas.perimeters, new: new.perimeters)
        let comparison = VerdictComparison(crosswalk, old: hamlet.atlas, new: new, gazetteer: hamlet.gazetteer)
        let reader = try CSVReader(ByteSource(bytes: Array(text.utf8)))
        var out: [UInt8] = []
        let summary = try await comparison.run(
            reader, plan: .found(in: ColumnNames(reader.header.names)), threads: threads
        ) { out += $0.bytes }
        return (String(decoding: out, as: UTF8.self), summary)
    }

    private static let addresses = """
        n;adresse;cp;ville
        1;1 rue des Lilas;23950;Ombreville-le-Test
        2;15 rue des Lilas;23950;Ombreville-le-Test
        3;"15 avenue Centrale";23950;Ombreville-le-Test
        4;4 rue du Port;23960;Sablons
        5;1 rue Inconnue;;
        6;10 avenue Centrale;23950;Ombreville-le-Test
        7;5 rue du Moulin;23950;Ombreville-le-Test
        8;1 rue des Lilas;23950;Ombreville-le-Test;trop

        """

    @Test("rows that change come out with both verdicts, in order, and those not located too")
    func rows() async throws {
        let (text, summary) = try await run(Self.addresses)
        #expect(
            text == """
                n;adresse;cp;ville;qpv_verdict_old;qpv_code_old;qpv_reason_old;qpv_verdict_new;qpv_code_new;qpv_reason_new;qpv_change
                1;1 rue des Lilas;23950;Ombreville-le-Test;inside;QN99801N;inside;outside;;outside;left
                3;"15 avenue Centrale";23950;Ombreville-le-Test;outside;;outside;inside;QN99901M;inside;entered
                4;4 rue du Port;23960;Sablons;inside;QN99802N;inside;outside;;outside;left
                5;1 rue Inconnue;;;not_located;;address_not_found;not_located;;address_not_found;not_located
                6;10 avenue Centrale;23950;Ombreville-le-Test;uncertain;;near_border;inside;QN99901M;inside;now_inside
                8;1 rue des Lilas;23950;Ombreville-le-Test;not_located;;row_malformed;not_located;;row_malformed;not_located;trop

                """)
        #expect(summary.rows == 8 && summary.written == 6)
        #expect(summary.changes[.left] == 2 && summary.changes[.notLocated] == 2)
        #expect(summary.old[.inside] == 3 && summary.new[.inside] == 3)
    }

    @Test("the verdicts are those that two audits give, for addresses and for positions, whatever the threads")
    func twoAudits() async throws {
        let hamlet = Hamlet.shared
        var positions = "n;lon;lat\n"
        var generator = SeededGenerator(seed: 5)
        for n in 0..<3000 {
            let p = Hamlet.degrees(
                .random(in: -100...400, using: &generator), .random(in: -50...250, using: &generator))
            positions += "\(n);\(p.x);\(p.y)\n"
        }
        positions += "x;;\ny;200;91\n"
        for text in [Self.addresses, positions] {
            let (rows, summary) = try await run(text)
            #expect(try await run(text, threads: 3).0 == rows)
            var verdicts: [[[String]]] = []
            for atlas in [hamlet.atlas, moved()] {
                let audit = Audit(atlas: atlas, gazetteer: hamlet.gazetteer)
                let reader = try CSVReader(ByteSource(bytes: Array(text.utf8)))
                let width = reader.header.names.count
                var out: [UInt8] = []
                _ = try await audit.run(
                    reader, plan: .found(in: ColumnNames(reader.header.names)), threads: 1, write: { out += $0.bytes })
                let result = try CSVReader(ByteSource(bytes: out))
                var found: [[String]] = []
                while let batch = try result.nextBatch() {
                    found += (0..<batch.count).map { i in
                        let cells = batch.texts(i)
                        return [cells[0], cells[width], cells[width + 1], cells[width + 7]]
                    }
                }
                verdicts.append(found)
            }
            let reader = try CSVReader(ByteSource(bytes: Array(rows.utf8)))
            let width = reader.header.names.count - VerdictComparison.columns.count
            var given: [String: [String]] = [:]
            while let batch = try reader.nextBatch() {
                for i in 0..<batch.count { given[batch.texts(i)[0]] = Array(batch.texts(i)[width...]) }
            }
            #expect(given.count == summary.written && summary.rows == verdicts[0].count)
            for (before, after) in zip(verdicts[0], verdicts[1]) {
                if let cells = given[before[0]] {
                    #expect(Array(cells[0..<3]) == Array(before[1...]) && Array(cells[3..<6]) == Array(after[1...]))
                } else {
                    #expect(before[1] == after[1] && before[1] != "not_located", "row \(before[0])")
                }
            }
        }
    }
}
