import Interchange
import QPVKit
import TestSupport
import Testing

@testable import Actions
@testable import Statistics

@Suite("statistics of a file")
struct StatisticsTests {
    /// An audited file of seeded rows, with its faults.
    static func file(_ rows: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        func one(_ choices: [String]) -> String { choices.randomElement(using: &generator)! }
        var text =
            "id;Action;Sexe;Age;Montant;Ville;qpv_verdict;qpv_code;qpv_name;qpv_quality;qpv_verdict_2;qpv_code_2\n"
        for _ in 0..<rows {
            let verdict = one(["inside", "inside", "outside", "outside", "uncertain", "not_located", "?"])
            let second = one(["inside", "outside", "uncertain", "not_located"])
            text +=
                [
                    "p\(Int.random(in: 0..<max(rows / 2, 1), using: &generator))",
                    one(["Sport", "Café des parents", "Permis", ""]), one(["F", "Femme", "H", "M", "", "zz"]),
                    one(["3", "8", "16", "19", "40", "70", "200", "-1", "", "x"]),
                    one(["10", "1 043", "5 000 (11,5 %)", "78,6 %", "NC", "", "-3", "2,50"]),
                    one(["METZ", "Metz", "Woippy"]), verdict, verdict == "inside" ? one(["QN1", "QN2"]) : "",
                    verdict == "inside" ? "Nom" : "", verdict == "inside" ? one(["1", "2"]) : "3", second,
                    second == "inside" ? one(["QN1", "QN2"]) : "",
                ].joined(separator: ";") + "\n"
        }
        return text
    }

    static func statistics(
        _ header: [String], by: [[String]] = [["Action"]], id: Bool = false, value: Bool = false,
        second: Bool = false, _ change: (inout StatisticsOptions) -> Void = { _ in }
    ) throws -> Statistics {
        let names = ColumnNames(header)
        var request = StatisticsColumns.Request()
        request.by = by
        if id { request.id = "id" }
        if value { request.value = "Montant" }
        var options = StatisticsOptions()
        options.hasDetail = true
        if value { options.unit = .euros }
        options.disclosure = .none
        change(&options)
        let columns = try StatisticsColumns(
            names, request, verdict: .columns(.init(names, verdict: "qpv_verdict")),
            second: second ? .columns(.init(names, verdict: "qpv_verdict_2")) : nil)
        return try Statistics(columns, options: options)
    }

    static func reader(_ text: String, batchBytes: Int = 1 << 20) throws -> CSVReader {
        try CSVReader(ByteSource(bytes: Array(text.utf8), name: "test"), batchBytes: batchBytes)
    }

    /// The slow, plain way: every row as texts, every count by a filter.
    struct Plain {
        struct Row {
            var id: String, action: String, sex: Sex, band: Int, outcome: Outcome, code: String, amount: Int?
        }

        var rows: [Row]

        init(_ text: String) {
            rows = text.split(separator: "\n").dropFirst().map { line in
                let c = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
                let sex: Sex = ["F", "Femme"].contains(c[2]) ? .women : ["H", "M"].contains(c[2]) ? .men : .unknown
                let age = Int(c[3]).flatMap { (0...120).contains($0) ? $0 : nil }
                let band = age.map { age in
                    [5, 15, 17, 25, 64, 999].firstIndex { age <= $0 }!
                }
                let outcome: Outcome =
                    switch c[6] {
                    case "inside": c[9] == "1" ? .insideSure : .insideProbable
                    case "outside": .outside
                    case "uncertain": .uncertain
                    default: .notLocated
                    }
                let amounts = ["10": 1000, "1 043": 104_300, "5 000 (11,5 %)": 500_000, "2,50": 250]
                return Row(
                    id: c[0], action: c[1], sex: sex, band: band ?? 6, outcome: outcome, code: c[7],
                    amount: amounts[c[4]])
            }
        }

        /// Each person once: what the first row that knows says.
        func persons(_ rows: [Row]) -> [Row] {
            var order: [String] = []
            var known: [String: Row] = [:]
            for row in self.rows {
                guard var person = known[row.id] else {
                    known[row.id] = row
                    order.append(row.id)
                    continue
                }
                if row.outcome.rank < person.outcome.rank { (person.outcome, person.code) = (row.outcome, row.code) }
                if person.sex == .unknown { person.sex = row.sex }
                if person.band == 6 { person.band = row.band }
                known[row.id] = person
            }
            let wanted = Set(rows.map(\.id))
            return order.filter(wanted.contains).map { known[$0]! }
        }
    }

    static func expect(
        _ counts: GroupCounts, _ rows: [Plain.Row], _ note: String, weight: (Plain.Row) -> Int = { _ in 1 },
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for sex in Sex.allCases {
            for band in 0...6 {
                for outcome in Outcome.allCases {
                    let expected = rows.filter { $0.sex == sex && $0.band == band && $0.outcome == outcome }
                        .reduce(0) { $0 + weight($1) }
                    let kind = ShareClass(rawValue: outcome.rawValue)!
                    let found = counts.cell(sex, band, kind).count
                    #expect(found == expected, "\(note) \(sex) \(band) \(outcome)", sourceLocation: sourceLocation)
                }
            }
        }
    }

    @Test("rows, persons and amounts: the plain way counts the same", arguments: [1, 2, 3] as [UInt64])
    func twin(seed: UInt64) async throws {
        let text = Self.file(400, seed: seed)
        let plain = Plain(text)
        for (id, value) in [(false, false), (true, false), (false, true)] {
            let reader = try Self.reader(text)
            let counts = try await Self.statistics(reader.header.names, id: id, value: value).run(reader, threads: 2)
            let rows = value ? plain.rows.filter { $0.amount != nil } : plain.rows
            let weight: (Plain.Row) -> Int = { value ? $0.amount! : 1 }
            let note = "seed \(seed) id \(id) value \(value)"
            Self.expect(counts.total, id ? plain.persons(rows) : rows, note, weight: weight)
            for group in counts.groups[0] {
                let own = rows.filter { $0.action == group.label[0] }
                Self.expect(group.counts, id ? plain.persons(own) : own, note + group.label[0], weight: weight)
            }
            for group in counts.perimeters {
                let all = id ? plain.persons(rows) : rows
                Self.expect(
                    group.counts, all.filter { $0.outcome.isInside && $0.code == group.label[0] }, note, weight: weight)
            }
            #expect(counts.groups[0].map { $0.label[0] } == ["Café des parents", "Permis", "Sport", ""])
            #expect(counts.communes.map { $0.label[0].lowercased() } == ["metz", "woippy"])
            #expect(counts.rows == 400)
            #expect(counts.faults.entries[.ageTooHigh]!.count > 0 && counts.faults.entries[.sexUnreadable]!.count > 0)
            if value {
                for fault in [StatisticsFault.valueEmpty, .valueNotStated, .valueOnlyPercent, .valueNegative] {
                    #expect(counts.faults.entries[fault]!.lines.count == 5, "\(fault)")
                }
            }
        }
    }

    @Test("however the unknown rows turn out, the true share lies within the bounds")
    func bounds() async throws {
        var generator = SeededGenerator(seed: 7)
        for seed in 10..<30 as Range<UInt64> {
            let reader = try Self.reader(Self.file(60, seed: seed))
            let statistics = try Self.statistics(reader.header.names)
            let counts = try await statistics.run(reader, threads: 1)
            let published = try Publication(counts, statistics.columns, statistics.options)
            let group = counts.total
            func n(_ kind: ShareClass) -> Int { group.cell(nil, nil, kind).count }
            let low = try #require(published.lower(.all).value), high = try #require(published.upper(.all).value)
            let share = try #require(published.share(.all).value)
            #expect(low <= share && low <= high)
            for _ in 0..<50 {
                // What is decided but not sure may be wrong towards outside; what is unknown may be anything.
                let inside =
                    n(.insideSure) + Int.random(in: 0...n(.insideProbable), using: &generator)
                    + Int.random(in: 0...n(.uncertain), using: &generator)
                    + Int.random(in: 0...n(.notLocated), using: &generator)
                let truth = Double(inside) / Double(n(.all))
                #expect(truth >= low && truth <= high, "seed \(seed)")
            }
        }
    }

    @Test("values that add up to more than can be counted are refused with their column")
    func sumTooLarge() async throws {
        func counts(_ rows: Int) async throws -> StatisticsCounts {
            let row = "Sport;F;30;9 999 999 999 999;METZ;inside;QN1;Nom;1\n"
            let reader = try Self.reader(
                "Action;Sexe;Age;Montant;Ville;qpv_verdict;qpv_code;qpv_name;qpv_quality\n"
                    + String(repeating: row, count: rows))
            return try await Self.statistics(reader.header.names, value: true).run(reader, threads: 2)
        }
        #expect(try await counts(9).rows == 9)
        for rows in [10, 10_000] {
            await #expect(throws: StatisticsError.sumTooLarge(column: "Montant")) { try await counts(rows) }
        }
    }

    @Test("threads and batches do not change the report")
    func parallel() async throws {
        let text = Self.file(3000, seed: 5)
        for id in [false, true] {
            var reports: [[UInt8]] = []
            for (threads, batch) in [(1, 1 << 20), (4, 700), (3, 5000)] {
                let reader = try Self.reader(text, batchBytes: batch)
                let statistics = try Self.statistics(
                    reader.header.names, by: [["Action"], ["Action", "Sexe"]], id: id)
                let counts = try await statistics.run(reader, threads: threads)
                let report = try StatisticsReport(counts, statistics, language: .french)
                reports.append(
                    try report.report(of: "test", Provenance(version: "1", command: "stats")).bytes(as: .json))
            }
            #expect(reports[0] == reports[1] && reports[0] == reports[2])
        }
    }

    @Test("an audited file counts as the raw one")
    func audited() async throws {
        let folder = try TemporaryFolder()
        let hamlet = Hamlet.shared
        var text = "Action;Sexe;Age;adresse;cp;commune\n"
        for n in 1...40 {
            text += "\(n % 3 == 0 ? "A" : "B");\(n % 2 == 0 ? "F" : "H");\(n);"
            text +=
                "\(n) \(n % 4 == 0 ? "rue du Moulin" : n % 7 == 0 ? "rue Inconnue" : "rue des Lilas");23950;Ombreville-le-Test\n"
        }
        let raw = try Self.reader(text)
        let plan = try RowPlan.found(in: ColumnNames(raw.header.names))
        var options = StatisticsOptions()
        options.disclosure = .none
        let request = StatisticsColumns.Request()
        let onTheWay = try Statistics(
            StatisticsColumns(ColumnNames(raw.header.names), request, verdict: .plan(plan)), options: options,
            auditing: .init(atlas: hamlet.atlas, gazetteer: hamlet.gazetteer))
        let first = try await onTheWay.run(raw, threads: 2)

        var bytes: [UInt8] = []
        let again = try Self.reader(text)
        _ = try await Audit(atlas: hamlet.atlas, gazetteer: hamlet.gazetteer).run(again, plan: plan, threads: 1) {
            bytes += $0.bytes
        }
        try folder.write(bytes, to: "audited.csv")
        let reader = try CSVReader(path: folder.path("audited.csv"))
        let names = ColumnNames(reader.header.names)
        let counted = try Statistics(
            StatisticsColumns(names, request, verdict: .columns(.init(names, verdict: "qpv_verdict"))),
            options: options)
        let second = try await counted.run(reader, threads: 2)
        #expect(first.total == second.total)
        #expect(first.groups.map { $0.map(\.counts) } == second.groups.map { $0.map(\.counts) })
        #expect(first.perimeters.map(\.label) == second.perimeters.map(\.label))
        #expect(first.communes.map(\.label) == second.communes.map(\.label))
        #expect(first.total.cell(nil, nil, .inside).count > 0 && first.total.cell(nil, nil, .outside).count > 0)
    }

    @Test("the codes 1 and 2 are sexes when nothing else stands in the column")
    func codes() async throws {
        for (last, expected) in [("2", 3), ("F", 1)] {
            let text = "Sexe;qpv_verdict;Action\n1;inside;a\n2;inside;a\n2;outside;a\n;outside;a\n\(last);outside;a\n"
            let reader = try Self.reader(text)
            let counts = try await Self.statistics(reader.header.names).run(reader, threads: 1)
            #expect(counts.total.cell(.women, nil, .all).count == expected)
            #expect(counts.sexCodes == (last == "2"))
        }
    }

    @Test("moves: every one is counted, and by the first address they add up to its classes")
    func moves() async throws {
        let reader = try Self.reader(Self.file(200, seed: 9))
        let statistics = try Self.statistics(reader.header.names, second: true) {
            $0.disclosure = .suppression(threshold: 5)
            $0.hasDetail = false
        }
        let counts = try await statistics.run(reader, threads: 2)
        let moves = try #require(counts.moves)
        for kind in [ShareClass.inside, .outside, .uncertain, .notLocated] {
            let sum = Move.allCases.filter { $0.from == kind }.reduce(0) { $0 + moves[Int($1.rawValue)].count }
            #expect(sum == counts.total.cell(nil, nil, kind).count)
        }
        _ = try StatisticsReport(counts, statistics, language: .english)
    }

    @Test("a hidden count hides its shares, in every table; amounts and dwellings are shown")
    func disclosure() async throws {
        let text =
            "Action;Sexe;qpv_verdict;qpv_code;qpv_quality\n" + String(repeating: "A;F;inside;Q1;1\n", count: 3)
            + String(repeating: "A;H;outside;;1\n", count: 30) + String(repeating: "B;F;inside;Q2;1\n", count: 20)
            + String(repeating: "B;F;outside;;1\n", count: 20)
        for unit in [StatisticsUnit.persons, .dwellings] {
            let reader = try Self.reader(text)
            let statistics = try Self.statistics(reader.header.names) {
                $0.disclosure = .suppression(threshold: 5)
                $0.unit = unit
            }
            let counts = try await statistics.run(reader, threads: 1)
            let published = try Publication(counts, statistics.columns, statistics.options)
            let isHidden = published.count(.group(0, 0), .inside).value == nil
            #expect(isHidden == (unit == .persons))
            #expect((published.share(.group(0, 0)) == .suppressed) == isHidden)
            #expect((published.lower(.group(0, 0)) == .suppressed) == isHidden)
            #expect((published.count(.perimeter(0), .inside).value == nil) == isHidden)
            #expect((published.count(.group(0, 0), .inside, sex: .women).value == nil) == isHidden)
        }
    }

    @Test("what makes the share of all together is shown, however many small groups, ages and sexes are hidden")
    func headline() async throws {
        let reader = try Self.reader(Self.file(600, seed: 3))
        let statistics = try Self.statistics(reader.header.names, by: [["Action"], ["Action", "Ville"]]) {
            $0.disclosure = .suppression(threshold: 5)
        }
        let counts = try await statistics.run(reader, threads: 2)
        let report = try StatisticsReport(counts, statistics, language: .french)
        let published = report.publication
        #expect(published.published.contains { $0.value == nil })
        for kind in [ShareClass.all, .inside, .insideSure, .outside, .decided] {
            #expect(published.count(.all, kind).value == counts.total.cell(nil, nil, kind).count)
        }
    }

    /// A file of two actions, sexes, ages and perimeters, where few counts are small.
    private static func plainFile(_ rows: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        func one(_ choices: [String]) -> String { choices.randomElement(using: &generator)! }
        var text = "Action;Sexe;Age;qpv_verdict;qpv_code;qpv_quality\n"
        for _ in 0..<rows {
            let place = one(["inside;QN1;1", "inside;QN2;1", "outside;;1"])
            text += "\(one(["Sport", "Permis"]));\(one(["F", "H"]));\(one(["19", "40"]));\(place)\n"
        }
        return text + "Sport;F;70;inside;QN1;1\nPermis;H;70;outside;;1\n"
    }

    @Test("the main tables are the same with and without ages and sexes by group")
    func detailChangesNothing() async throws {
        var withDetails = 0
        for seed in 40..<42 as Range<UInt64> {
            var published: [Publication] = []
            var rows: StatisticsCounts?
            for hasDetail in [false, true] {
                let reader = try Self.reader(Self.plainFile(400, seed: seed))
                let statistics = try Self.statistics(reader.header.names, by: [["Action"]]) {
                    $0.disclosure = .suppression(threshold: 5)
                    $0.hasDetail = hasDetail
                }
                let counts = try await statistics.run(reader, threads: 1)
                published.append(try Publication(counts, statistics.columns, statistics.options))
                rows = counts
            }
            let counts = try #require(rows)
            withDetails += published[1].details.isEmpty ? 0 : 1
            #expect(published[0].details.isEmpty && !published[0].lacksDetails)
            let scopes =
                [Publication.Scope.all] + counts.groups[0].indices.map { .group(0, $0) }
                + counts.communes.indices.map { .commune($0) } + counts.perimeters.indices.map { .perimeter($0) }
            for scope in scopes {
                for kind in ShareClass.allCases {
                    let cells = published.map { $0.count(scope, kind).value }
                    #expect(cells[0] == cells[1], "seed \(seed), \(scope), \(kind)")
                }
            }
            for kind in ShareClass.allCases {
                for band in [nil] + (0...6).map(Optional.some) {
                    for sex in [nil] + Sex.allCases.map(Optional.some) {
                        let cells = published.map { $0.count(.all, kind, sex: sex, band: band).value }
                        #expect(cells[0] == cells[1], "seed \(seed), \(kind), \(sex as Any), \(band as Any)")
                    }
                }
            }
        }
        #expect(withDetails > 0)
    }

    @Test("one person of an odd sex or an odd age is hidden, one whose sex or age is not stated is counted")
    func oddPersons() async throws {
        let many = String(repeating: "A;F;30;inside;Q1;1\nA;H;30;outside;;1\n", count: 20)
        let cases: [(row: String, sex: Sex?, band: Int?, isHidden: Bool)] = [
            ("A;NB;30;inside;Q1;1", .unknown, nil, true), ("A;autre;30;outside;;1", .unknown, nil, true),
            ("A;F;200;inside;Q1;1", nil, 6, true), ("A;H;-4;outside;;1", nil, 6, true),
            ("A;F;vieux;inside;Q1;1", nil, 6, true), ("A;F;;inside;Q1;1", nil, 6, false),
            ("A;;30;inside;Q1;1", .unknown, nil, false),
        ]
        for one in cases {
            for id in [false, true] {
                var text = "Action;Sexe;Age;qpv_verdict;qpv_code;qpv_quality\n" + many + one.row + "\n"
                if id {
                    let lines = text.split(separator: "\n").enumerated()
                    text = lines.map { $0 == 0 ? "Numero;\($1)" : "\($0);\($1)" }.joined(separator: "\n") + "\n"
                }
                let reader = try Self.reader(text)
                let names = ColumnNames(reader.header.names)
                var request = StatisticsColumns.Request()
                if id { request.id = "Numero" }
                var options = StatisticsOptions()
                options.disclosure = .suppression(threshold: 5)
                let columns = try StatisticsColumns(
                    names, request, verdict: .columns(AuditedColumns(names, named: nil)))
                let statistics = try Statistics(columns, options: options)
                let counts = try await statistics.run(reader, threads: 1)
                let published = try Publication(counts, statistics.columns, statistics.options)
                let count = published.count(.all, .all, sex: one.sex, band: one.band)
                #expect((count.value == nil) == one.isHidden, "\(one.row), \(count)")
            }
        }
    }

    @Test("nothing is shown of the parts of a hidden count")
    func partsOfHidden() async throws {
        let text =
            "Action;qpv_verdict;qpv_code;qpv_quality\n" + String(repeating: "A;inside;Q1;2\n", count: 2)
            + "A;inside;Q1;1\n" + String(repeating: "A;outside;;1\n", count: 30)
            + String(repeating: "B;inside;Q2;1\n", count: 20) + String(repeating: "B;inside;Q2;2\n", count: 20)
            + String(repeating: "B;outside;;1\n", count: 30)
        let reader = try Self.reader(text)
        let statistics = try Self.statistics(reader.header.names) { $0.disclosure = .suppression(threshold: 5) }
        let counts = try await statistics.run(reader, threads: 1)
        let published = try Publication(counts, statistics.columns, statistics.options)
        for scope in [Publication.Scope.group(0, 0), .perimeter(0)] {
            for kind in [ShareClass.inside, .insideSure, .insideProbable] {
                #expect(published.count(scope, kind).value == nil, "\(scope), \(kind)")
            }
        }
        // The other group must not give it away by subtraction.
        #expect(
            published.count(.group(0, 1), .insideSure).value == nil || published.count(.all, .insideSure).value == nil)
    }

    @Test("an impossible age is a fault also where the birth date tells the age")
    func ageBesideBirthDate() async throws {
        let reader = try Self.reader(
            "Action;Sexe;Age;Date de naissance;qpv_verdict\nA;F;200;01/02/2010;inside\nA;F;14;31/02/2010;inside\n")
        let statistics = try Self.statistics(reader.header.names) { $0.at = CalendarDay("2024-12-31") }
        let counts = try await statistics.run(reader, threads: 1)
        #expect(counts.total.cell(.women, 1, .all).count == 2)
        #expect(counts.faults.entries[.ageTooHigh]?.lines == [2])
        #expect(counts.faults.entries[.birthDateUnreadable]?.lines == [3])
    }

    @Test("a header alone, and nothing known at all")
    func empty() async throws {
        for (rows, all) in [("", 0), ("A;;;not_located\nA;;;\n", 2)] {
            let reader = try Self.reader("Action;Sexe;Age;qpv_verdict\n" + rows)
            let statistics = try Self.statistics(reader.header.names)
            let counts = try await statistics.run(reader, threads: 2)
            #expect(counts.total.cell(nil, nil, .all).count == all)
            let published = try Publication(counts, statistics.columns, statistics.options)
            #expect(published.share(.all) == .undefined)
            #expect(published.upper(.all) == (all == 0 ? .undefined : .shown(1)))
            let report = try StatisticsReport(counts, statistics, language: .french)
                .report(of: "test", Provenance(version: "1", command: "stats"))
            #expect(!report.tables.isEmpty)
        }
    }

    @Test("what was published earlier is found again, from the report's values and from its JSON")
    func earlier() async throws {
        let reader = try Self.reader(Self.file(300, seed: 3))
        let statistics = try Self.statistics(reader.header.names)
        let counts = try await statistics.run(reader, threads: 1)
        let report = try StatisticsReport(counts, statistics, language: .french)
        let json = try report.report(of: "test", Provenance(version: "1", command: "stats")).bytes(as: .json)
        let figures = EarlierFigures(report)
        #expect(EarlierFigures(json: try JSONValue.parse(json)) == figures)
        #expect(figures.share("by_action", ["Sport"]) != nil && figures.share("total", []) != nil)
        #expect(figures.share("by_action", ["Yoga"]) == nil)
        #expect(EarlierFigures(json: ["a": 1]) == nil)
    }
}
