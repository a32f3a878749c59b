import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Perimeters
@testable import Provenance
@testable import Reports
@testable import Sheets
@testable import Statistics

/// Sheets of small invented files, and a reader who tries every set of persons.
@Suite("no hidden count of a sheet can be derived from it and the previous one") struct SheetAttackTests {
    private static let kinds = [
        "inside;Q1;1", "inside;Q1;2", "inside;Q2;1", "inside;Q3;2", "outside;;1", "uncertain;;3",
    ]
    private static let codes = ["Q1", "Q2", "Q3"]
    private let threshold = 4

    private func persons(_ numbers: FigureAttacker.Persons) async throws -> SheetPersons {
        let text = zip(Self.kinds, numbers).reduce("qpv_verdict;qpv_code;qpv_quality\n") { text, kind in
            text + String(repeating: kind.0 + "\n", count: kind.1)
        }
        let reader = try StatisticsTests.reader(text)
        let statistics = try StatisticsTests.statistics(reader.header.names, by: []) {
            $0.disclosure = .suppression(threshold: threshold)
        }
        return try SheetPersons(try await statistics.run(reader, threads: 1), statistics)
    }

    private func sheet(_ code: String, _ persons: SheetPersons) -> Sheet {
        let perimeter = Perimeter(
            code: code, name: code, kind: .qpv, vintage: 2024, communeCodes: [], communeNames: [],
            territory: .metropole,
            shape: MultiPolygon(), repair: nil, line: 1)
        var sheet = Sheet(perimeter, .french)
        sheet.count(persons)
        return sheet
    }

    private func earlier(_ code: String, _ persons: SheetPersons) throws -> EarlierSheet {
        let json = sheet(code, persons).json(Provenance(version: "1", command: "sheet"))
        return try #require(EarlierSheet(json: try JSONValue.parse(Array(json.json(pretty: true).utf8))))
    }

    /// What all sheets publish: of each perimeter those inside and those surely inside.
    private func published(
        _ persons: SheetPersons
    ) -> (figures: FigureAttacker.Figures, secrets: Set<FigureAttacker.Figure>) {
        var figures = FigureAttacker.Figures()
        var secrets: Set<FigureAttacker.Figure> = []
        for code in Self.codes {
            for figure in sheet(code, persons).figures where figure.name.hasPrefix("persons_") {
                let isSure = figure.name == "persons_sure"
                let counted = Self.kinds.enumerated().reduce(FigureAttacker.Figure(0)) { bits, kind in
                    kind.element.hasPrefix("inside;\(code);\(isSure ? "1" : "")") ? bits | 1 << kind.offset : bits
                }
                switch figure.value {
                case .count(let count): figures.shown[counted] = count
                default:
                    // The sure of a perimeter are as good as hidden with all inside.
                    if isSure { continue }
                    figures.hidden.insert(counted)
                    secrets.insert(counted)
                }
            }
        }
        return (figures, secrets)
    }

    @Test("one person came or went, or nobody", arguments: 0..<4 as Range<UInt64>)
    func compared(part: UInt64) async throws {
        var refused = 0, made = 0, wouldTell = 0
        for seed in part * 20..<(part + 1) * 20 {
            var generator = SeededGenerator(seed: seed)
            let old = Self.kinds.map { _ in Int.random(in: 0...6, using: &generator) }
            let before = try await persons(old)
            for kind in -1..<Self.kinds.count {
                var new = old
                if kind >= 0 { new[kind] += old[kind] > 0 && Bool.random(using: &generator) ? -1 : 1 }
                let after = try await persons(new)
                let count = try Self.codes.reduce(0) { sum, code in
                    sum + after.differencing(code, since: try earlier(code, before))
                }
                let (first, second) = (published(before), published(after))
                let derived = FigureAttacker.Comparison(
                    earlier: first.figures, later: second.figures, truth: (old, new)
                ).derived(earlier: first.secrets, later: second.secrets)
                if count > 0 {
                    refused += 1
                    wouldTell += derived > 0 ? 1 : 0
                } else {
                    made += 1
                    #expect(derived == 0, "seed \(seed): \(old) to \(new)")
                }
            }
        }
        #expect(refused > 0 && made > 0 && wouldTell > 0, "\(refused) refused, \(made) made, \(wouldTell) would tell")
    }

    @Test("figures that differ by little, and one that is hidden now or was, are counted; figures far apart are not")
    func rules() async throws {
        func differing(_ old: FigureAttacker.Persons, _ new: FigureAttacker.Persons) async throws -> Int {
            try await persons(new).differencing("Q1", since: try earlier("Q1", await persons(old)))
        }
        #expect(try await differing([20, 0, 0, 0, 9, 0], [20, 0, 0, 0, 9, 0]) == 0)
        // Those inside, and those surely inside.
        #expect(try await differing([20, 0, 0, 0, 9, 0], [19, 0, 0, 0, 9, 0]) == 2)
        #expect(try await differing([20, 0, 0, 0, 9, 0], [20, 1, 0, 0, 9, 0]) == 1)
        #expect(try await differing([20, 0, 0, 0, 9, 0], [24, 0, 0, 0, 9, 0]) == 0)
        // From shown to hidden, from hidden to shown.
        #expect(try await differing([4, 0, 0, 0, 9, 0], [3, 0, 0, 0, 9, 0]) == 1)
        #expect(try await differing([20, 0, 0, 0, 9, 0], [3, 0, 0, 0, 9, 0]) == 0)
        #expect(try await differing([3, 0, 0, 0, 9, 0], [4, 0, 0, 0, 9, 0]) == 1)
        #expect(try await differing([3, 0, 0, 0, 9, 0], [20, 0, 0, 0, 9, 0]) == 0)
        #expect(try await differing([1, 0, 0, 0, 9, 0], [0, 0, 0, 0, 9, 0]) == 1)
        #expect(try await differing([3, 0, 0, 0, 9, 0], [2, 0, 0, 0, 9, 0]) == 0)
    }
}
