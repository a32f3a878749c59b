import Interchange
import QPVKit
import TestSupport
import Testing

@testable import Reports
@testable import Statistics

/// Small invented files, their whole reports, and a reader who tries every set of persons.
@Suite("no hidden count of a report can be derived") struct ReportAttackTests {
    /// All kinds of persons that there can be: rows of an audited file.
    private static let kinds: [String] =
        ["A", "B"].flatMap { action in
            ["F", "H"].flatMap { sex in
                ["inside;Q1;1", "inside;Q2;2", "outside;;1"].map { "\(action);\(sex);\($0)" }
            }
        } + ["A;NB;outside;;1", "B;H;uncertain;;3"]

    private let threshold = 4

    /// How many persons of each kind there are: most kinds have none.
    private struct Invented {
        var persons: FigureAttacker.Persons

        init(_ generator: inout SeededGenerator) {
            let kinds = ReportAttackTests.kinds
            let some = Set(kinds.indices.shuffled(using: &generator).prefix(.random(in: 3...7, using: &generator)))
            let most = Int.random(in: 3...12, using: &generator)
            persons = kinds.indices.map { some.contains($0) ? Int.random(in: 1...most, using: &generator) : 0 }
        }

        var text: String {
            zip(ReportAttackTests.kinds, persons).reduce("Action;Sexe;qpv_verdict;qpv_code;qpv_quality\n") {
                text, kind in
                text + String(repeating: kind.0 + "\n", count: kind.1)
            }
        }
    }

    private func report(
        _ text: String, _ disclosure: DisclosureControl, since earlier: EarlierFigures? = nil
    ) async throws -> StatisticsReport {
        let reader = try StatisticsTests.reader(text)
        let statistics = try StatisticsTests.statistics(reader.header.names) { $0.disclosure = disclosure }
        let counts = try await statistics.run(reader, threads: 1)
        return try StatisticsReport(counts, statistics, language: .french, earlier: earlier)
    }

    private struct Cell: Hashable {
        let table: String, row: [String], column: String

        /// The cell of the same row in another column.
        func at(_ column: String) -> Cell { Cell(table: table, row: row, column: column) }
    }

    private static func cells(_ report: StatisticsReport) -> [Cell: ReportCell] {
        var cells: [Cell: ReportCell] = [:]
        for table in report.comparedTables {
            for row in table.rows {
                let texts = row.cells.compactMap { cell in if case .text(let text) = cell { text } else { nil } }
                for (column, cell) in zip(table.columns, row.cells) {
                    cells[Cell(table: table.name, row: texts, column: column.name)] = cell
                }
            }
        }
        return cells
    }

    /// Which kinds each cell counts: read off the unprotected reports of one person each.
    private func meanings() async throws -> [Cell: FigureAttacker.Figure] {
        var meanings: [Cell: FigureAttacker.Figure] = [:]
        for (kind, row) in Self.kinds.enumerated() {
            let alone = try await report("Action;Sexe;qpv_verdict;qpv_code;qpv_quality\n\(row)\n", .none)
            for case (let cell, .count(1)) in Self.cells(alone) { meanings[cell, default: 0] |= 1 << kind }
        }
        return meanings
    }

    /// What a report publishes, and which of its hidden figures must not be found: all but those of what is not known about people, which
    /// are hidden beside others only.
    private func published(
        _ report: StatisticsReport, _ meanings: [Cell: FigureAttacker.Figure], _ persons: FigureAttacker.Persons
    ) -> (figures: FigureAttacker.Figures, secrets: Set<FigureAttacker.Figure>) {
        var figures = FigureAttacker.Figures()
        var secrets: Set<FigureAttacker.Figure> = []
        let parts = ["inside_sure", "uncertain", "not_located"]
        for (cell, value) in Self.cells(report) {
            guard !cell.column.contains("share"), !cell.column.hasSuffix("_bound") else { continue }
            let figure = meanings[cell] ?? 0
            switch value {
            case .count(let count):
                #expect(count == FigureAttacker.count(figure, persons))
                figures.shown[figure] = count
            case .suppressed:
                // Those of what is not known are hidden also when they are zero.
                if parts.contains(cell.column) { continue }
                figures.hidden.insert(figure)
                secrets.insert(figure)
            default: break
            }
        }
        return (figures, secrets)
    }

    /// Shares follow from what is shown: none stands where a count that makes it is hidden.
    private func expectNoShareTellsMore(_ report: StatisticsReport, _ note: String) {
        let cells = Self.cells(report)
        for (cell, value) in cells {
            guard case .share = value else { continue }
            let made: [String] =
                switch cell.column {
                case "share_inside": ["inside", "decided", "outside"].filter { cells[cell.at($0)] != nil }
                case "lower_bound": ["inside_sure", "n"]
                case "upper_bound": ["n", "outside"]
                case "share_of_inside", "share_of_decided": ["inside"]
                default: ["inside", "decided"].map { cell.column.replacing("share", with: $0) }
                }
            for column in made {
                let isShown = if case .count? = cells[cell.at(column)] { true } else { false }
                #expect(isShown, "\(note), \(cell) without \(column)")
            }
        }
    }

    @Test("a report alone", arguments: 0..<4 as Range<UInt64>)
    func alone(part: UInt64) async throws {
        var secretCount = 0
        let meanings = try await meanings()
        for seed in part * 12..<(part + 1) * 12 {
            var generator = SeededGenerator(seed: seed)
            let invented = Invented(&generator)
            let report = try await report(invented.text, .suppression(threshold: threshold))
            let (figures, secrets) = published(report, meanings, invented.persons)
            let derived = FigureAttacker(figures, of: invented.persons).derived(secrets)
            #expect(derived.isEmpty, "seed \(seed): \(invented.persons) \(derived)")
            expectNoShareTellsMore(report, "seed \(seed)")
            for (cell, value) in Self.cells(report) where Self.tellsWho(cell) {
                if case .count(1..<threshold) = value { Issue.record("seed \(seed): \(cell) is \(value)") }
            }
            secretCount += secrets.count
        }
        #expect(secretCount > 0)
    }

    /// Whether a cell counts people of a kind, be they few: not those of whom the sex or the place is not known.
    private static func tellsWho(_ cell: Cell) -> Bool {
        ["n", "inside", "outside", "decided"].contains { cell.column == $0 || cell.column.hasSuffix("_\($0)") }
            && !cell.column.hasPrefix("unknown_") && !cell.row.contains("Sexe inconnu")
    }

    @Test("a report and an earlier one, between which one person came or went", arguments: 0..<4 as Range<UInt64>)
    func compared(part: UInt64) async throws {
        var refused = 0, accepted = 0
        let meanings = try await meanings()
        for seed in part * 10..<(part + 1) * 10 {
            var generator = SeededGenerator(seed: 1000 + seed)
            let old = Invented(&generator)
            let control = DisclosureControl.suppression(threshold: threshold)
            let earlier = try await report(old.text, control)
            let before = published(earlier, meanings, old.persons)
            for kind in -1..<Self.kinds.count {
                var new = old
                if kind >= 0 {
                    new.persons[kind] += old.persons[kind] > 0 && Bool.random(using: &generator) ? -1 : 1
                }
                let later = try await report(new.text, control, since: EarlierFigures(earlier))
                if later.differencedCounts > 0 {
                    refused += 1
                    continue
                }
                accepted += 1
                let after = published(later, meanings, new.persons)
                let comparison = FigureAttacker.Comparison(
                    earlier: before.figures, later: after.figures, truth: (old.persons, new.persons))
                let derived = comparison.derived(earlier: before.secrets, later: after.secrets)
                #expect(derived == 0, "seed \(seed): \(old.persons) to \(new.persons)")
            }
        }
        #expect(refused > 0 && accepted > 0, "\(refused) refused, \(accepted) made")
    }

    @Test("without the refusal the reader would find hidden counts in two reports")
    func refusalsHaveCause() async throws {
        var found = 0
        let meanings = try await meanings()
        for seed in 0..<12 as Range<UInt64> {
            var generator = SeededGenerator(seed: 1000 + seed)
            let old = Invented(&generator)
            let control = DisclosureControl.suppression(threshold: threshold)
            let earlier = try await report(old.text, control)
            let before = published(earlier, meanings, old.persons)
            for kind in Self.kinds.indices where old.persons[kind] > 0 {
                var new = old
                new.persons[kind] -= 1
                let later = try await report(new.text, control, since: EarlierFigures(earlier))
                guard later.differencedCounts > 0 else { continue }
                let after = published(later, meanings, new.persons)
                let comparison = FigureAttacker.Comparison(
                    earlier: before.figures, later: after.figures, truth: (old.persons, new.persons))
                if comparison.derived(earlier: before.secrets, later: after.secrets) > 0 { found += 1 }
            }
        }
        #expect(found > 0)
    }
}
