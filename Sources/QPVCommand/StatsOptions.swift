public import ArgumentParser
import Foundation
import Interchange
public import QPVKit
import QPVService

/// What is counted, and by what.
struct CountingOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Count by this column, or by several, separated by commas, together (repeatable). (default: the column of actions, when there is one)",
            valueName: "columns"))
    var by: [String] = []

    @Option(help: ArgumentHelp("The age bands.", valueName: "bands"))
    var bands = BandsArgument(value: .standard)

    @Option(
        help: ArgumentHelp(
            "Ages are those of this day, from the birth dates: 2024-12-31 or 31/12/2024.", valueName: "date"))
    var at: CalendarDay?

    @Option(help: ArgumentHelp("The column of ages, in years. (default: found by its name)", valueName: "name"))
    var ageColumn: String?

    @Option(help: ArgumentHelp("The column of birth dates; needs --at.", valueName: "name"))
    var birthColumn: String?

    @Option(help: ArgumentHelp("The column of age bands, such as \"6 à 15 ans\".", valueName: "name"))
    var bandColumn: String?

    @Option(help: ArgumentHelp("The column of sexes.", valueName: "name"))
    var sexColumn: String?

    @Option(help: ArgumentHelp("The column of communes.", valueName: "name"))
    var communeColumn: String?

    @Option(help: ArgumentHelp("A column that says who a row is about: each counts once.", valueName: "name"))
    var id: String?

    @Option(help: ArgumentHelp("A column of numbers to be added up, instead of rows.", valueName: "name"))
    var value: String?

    @Option(help: ArgumentHelp("What is counted: persons, contacts, files, dwellings or euros.", valueName: "unit"))
    var unit: StatisticsUnit = .persons

    @Option(help: ArgumentHelp("What a place is to them: residence, school, business or venue.", valueName: "basis"))
    var basis: StatisticsBasis = .residence

    @Option(help: ArgumentHelp("The share aimed at, such as 25%.", valueName: "percent"))
    var target: PercentArgument?

    @Option(
        help: ArgumentHelp("An earlier audited CSV, or an earlier report (.json): what changed.", valueName: "file"))
    var against: String?

    @Flag(
        inversion: .prefixedNo,
        help:
            "Ages and sexes of each group, and not of all together only; left out where so many would be hidden that totals were too."
    )
    var detail = true

    func validate() throws {
        if birthColumn != nil, at == nil { throw ValidationError("--birth-column needs --at, the day of the ages") }
        if unit == .euros, value == nil {
            throw ValidationError("--unit euros needs --value, the column of the amounts")
        }
        if id != nil, unit != .persons { throw ValidationError("--id is for --unit persons") }
    }

    /// The options of the library.
    var options: StatisticsOptions {
        get throws {
            var options = StatisticsOptions()
            (options.bands, options.at) = (bands.value, at)
            (options.unit, options.basis, options.target) = (unit, basis, target?.share)
            options.hasDetail = detail
            return options
        }
    }

    /// The columns named.
    var request: StatisticsColumns.Request {
        var request = StatisticsColumns.Request()
        request.by = by.map { names in
            names.split(separator: ",").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
        }
        (request.age, request.birth, request.band, request.sex) = (ageColumn, birthColumn, bandColumn, sexColumn)
        (request.id, request.value, request.commune) = (id, value, communeColumn)
        return request
    }
}

/// How small counts are kept from telling who is counted.
struct DisclosureOptions: ParsableArguments {
    /// The method.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case none
        case suppression
        case cellKey = "cell-key"
    }

    @Option(
        help: ArgumentHelp(
            "Small counts of persons, contacts and files: suppression, cell-key (noise) or none. (default: suppression)",
            valueName: "method"))
    var disclosure: Method?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Counts below this are small, 0 aside. (default: 5)", valueName: "number"))
    var threshold: Int?

    @Option(help: ArgumentHelp("The seed of the noise, to be kept secret.", valueName: "number"))
    var seed: String?

    func validate() throws {
        guard threshold ?? 3 >= 3 else { throw ValidationError("--threshold is a number from 3") }
        guard threshold == nil || disclosure ?? .suppression == .suppression else {
            throw ValidationError("--threshold is for --disclosure suppression")
        }
        guard (disclosure == .cellKey) == (seed != nil) else {
            throw ValidationError("--seed and --disclosure cell-key go together")
        }
        if let seed, DisclosureControl.seed(seed) == nil {
            throw ValidationError("--seed is a number below 2^64, in digits or after 0x")
        }
    }

    /// Whether the user asks for any of it.
    var isNamed: Bool { disclosure != nil || threshold != nil || seed != nil }

    /// The method of the library.
    var control: DisclosureControl {
        switch disclosure ?? .suppression {
        case .none: .none
        case .suppression: .suppression(threshold: threshold ?? 5)
        case .cellKey: .cellKey(seed: DisclosureControl.seed(seed ?? "") ?? 0)
        }
    }
}

/// Where the verdicts are, when the file has them.
struct VerdictSourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The column of verdicts of an audited file. (default: the newest qpv_verdict, when there is one)",
            valueName: "name"))
    var verdictColumn: String?

    @Option(
        help: ArgumentHelp(
            "The column of verdicts on a second address, such as qpv_verdict_2: who moved.", valueName: "name"))
    var secondVerdictColumn: String?

    @Option(help: ArgumentHelp("The columns of a second address, to be audited: who moved.", valueName: "names"))
    var secondAddressColumns: String?

    func validate() throws {
        if secondVerdictColumn != nil, secondAddressColumns != nil {
            throw ValidationError("--second-verdict-column or --second-address-columns, not both")
        }
    }

    /// Where the verdicts on the first and on the second address come from.
    struct Plans {
        var first: StatisticsColumns.VerdictSource
        var second: StatisticsColumns.VerdictSource?
        /// What the columns of an audited file begin with.
        var zone: String?

        private var plans: [RowPlan] {
            [first, second].compactMap { if case .plan(let plan)? = $0 { plan } else { nil } }
        }

        var needsAudit: Bool { !plans.isEmpty }

        var needsGazetteer: Bool { plans.contains { if case .addresses = $0 { true } else { false } } }
    }

    /// Finds them.
    func plans(
        _ names: ColumnNames, _ input: TableReadingOptions, _ reader: CSVReader, _ columns: RowColumns
    ) throws -> Plans {
        var plans: Plans
        do {
            let other = secondVerdictColumn.flatMap { try? names.column(named: $0) }
            let verdict =
                try verdictColumn.map { try AuditedColumns(names, verdict: $0) }
                ?? AuditedColumns(newestIn: names, besides: other)
            if let verdict {
                let column = names.header[verdict.verdict]
                plans = Plans(first: .columns(verdict))
                plans.zone = column.range(of: "_verdict").map { String(column[..<$0.lowerBound]) }
                if !input.quiet { Terminal.say("note: verdicts from the column \(column): not audited again") }
            } else {
                plans = Plans(first: .plan(try input.plan(reader, columns)))
            }
            if let secondVerdictColumn {
                plans.second = .columns(try .init(names, verdict: secondVerdictColumn))
            } else if let secondAddressColumns {
                var second = input
                second.addressColumns = secondAddressColumns
                plans.second = .plan(try second.plan(reader, .addresses(second.namedColumns ?? [])))
            }
        } catch let fault as ColumnError {
            throw ColumnFault.error(
                fault, file: reader.name, line: reader.sheet?.headerRow ?? 1, takesPositions: true)
        }
        return plans
    }
}

/// `0-5,6-15,65+`.
struct BandsArgument: ExpressibleByArgument, CustomStringConvertible {
    let value: AgeBands

    init(value: AgeBands) { self.value = value }

    init?(argument: String) {
        guard let value = AgeBands(argument) else { return nil }
        self.value = value
    }

    var description: String { value.bands.map(\.name).joined(separator: ",") }
}

/// `25%`, `25 %` or `25`: per cent, from 0 to 100.
struct PercentArgument: ExpressibleByArgument {
    let share: Double

    init?(argument: String) {
        let number = CellNumber(argument)
        guard let percent = number.percent ?? number.value, (0...100).contains(percent) else { return nil }
        // A share such as 0.25 would be a quarter of a per cent, which nobody means.
        guard number.percent != nil || percent == 0 || percent >= 1 else { return nil }
        share = percent / 100
    }
}

extension StatisticsUnit: ExpressibleByArgument {}

extension StatisticsBasis: ExpressibleByArgument {}
