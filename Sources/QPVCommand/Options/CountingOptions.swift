import ArgumentParser
import QPVKit

/// What is counted, and by what.
struct CountingOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Count by this column, or by several, separated by commas, together (repeatable). (default: the column of actions, when there is one)",
            valueName: "columns"))
    var by: [NamesArgument] = []

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

    /// What is counted, and in which bands.
    var options: StatisticsOptions {
        var options = StatisticsOptions()
        (options.bands, options.at) = (bands.value, at)
        (options.unit, options.basis, options.target) = (unit, basis, target?.share)
        options.hasDetail = detail
        return options
    }

    /// The columns named.
    var columns: StatisticsColumns.Request {
        var columns = StatisticsColumns.Request()
        columns.by = by.map(\.all)
        (columns.age, columns.birth, columns.band, columns.sex) = (ageColumn, birthColumn, bandColumn, sexColumn)
        (columns.id, columns.value, columns.commune) = (id, value, communeColumn)
        return columns
    }
}
