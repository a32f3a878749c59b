import ArgumentParser
import Foundation
import Gazetteer
import Interchange
import QPVKit
import QPVService

/// `qpv actions`: the declared scopes of subsidised actions, their money by perimeter, and what their figures contradict.
struct ActionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract:
            "Resolve the scopes of subsidised actions to perimeters; money and counts for each; check the figures.",
        usage: "qpv actions <file> [--output <file>] [--rows <file>] [--ages <file>] [<options>]",
        discussion: """
            Money is a perimeter's only where an action's declared scope is that one perimeter; all else stays in buckets of its \
            own, and the sums are those of the file. The declared scope, the venue and where beneficiaries live are never \
            taken for each other. Contradictions between figures are listed, each with a stable code.

            EXAMPLE
              qpv actions actions.csv -o actions.html --rows lignes.csv \\
                --ages ages.csv --aliases ecritures.csv --commune 57672,57757
            """)

    @Argument(help: ArgumentHelp("The CSV file or Excel workbook; - is standard input.", valueName: "file"))
    var file: String

    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("Where the rows go, each with what was found about it, as CSV.", valueName: "file"))
    var rows: String?

    @Option(help: ArgumentHelp("A CSV of age bands: action, band, men, women, total, percentage.", valueName: "file"))
    var ages: String?

    @OptionGroup var perimeters: OnePerimeterFile

    @Option(help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names.", valueName: "file"))
    var aliases: String?

    @Option(
        help: ArgumentHelp(
            "Only perimeters of these communes, by names or INSEE codes, separated by commas.", valueName: "names"))
    var commune: String?

    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions
    @OptionGroup var columns: ActionColumnOptions

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    func validate() throws {
        try StandardInput.requireOne([file, ages, aliases, gazetteer.gazetteer] + perimeters.perimeters.map(\.path))
        guard rows != "-" || !report.output.isEmpty else {
            throw ValidationError("the rows and the report cannot both go to standard output: name a file with -o")
        }
    }

    func run() throws {
        let list = try ActionList(path: file, columns: columns.columns)
        if !quiet {
            Terminal.say("note: " + list.columns.map { "\($0.role) from \($0.name)" }.joined(separator: ", "))
        }
        let bands = try ages.map { try AgeTable(path: $0) }
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let perimeterFile = try perimeters.read(quiet: quiet)
        let names = try Self.names(perimeterFile, table, communes: communes)
        let hasVenues = list.rows.contains(where: \.hasVenue)
        let gazetteerPath = hasVenues ? try gazetteer.path(quiet: quiet) : nil
        let inputs = [file, perimeterFile.source.path] + [ages, aliases, gazetteerPath].compactMap { $0 }
        let outputs = try report.open(notReplacing: inputs)
        let rowsFile = try rows.map { try ResultFile(path: $0, notReplacing: inputs) }
        if let rowsFile { try outputs.requireApart(from: rowsFile) }
        let addresses = try gazetteerPath.map { try GazetteerFile.open($0, quiet: quiet) }
        let audit = try ActionAudit(
            list, names: names, limit: communes.isEmpty ? .found : .named, ages: bands, gazetteer: addresses,
            options: verdict.options)

        var provenance = Provenance(version: Version.number, command: "actions")
        provenance.state("input", .object(list.source.json))
        let roles = list.columns.filter { $0.role != "funding" }
        provenance.state("columns", .object(JSONObject(roles.map { .init($0.role, .string($0.name)) })))
        provenance.state("funding", .array(list.money.filter { !$0.isCost }.map { .string($0.name) }))
        if let bands { provenance.state("ages", .object(bands.source.json)) }
        if let source = table.source { provenance.state("aliases", .object(source.json)) }
        provenance.state(perimeterFile.atlas)
        if !communes.isEmpty { provenance.state("communes", .array(communes.map { .string($0) })) }
        if let addresses {
            provenance.state(addresses.info)
            provenance.state(verdict.options)
        }
        try outputs.write(
            ActionReport(audit, language: report.lang).report(provenance: provenance),
            with: rowsFile.map { [($0, audit.rowsFile())] } ?? [])
    }

    private var communes: [String] {
        commune?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty } ?? []
    }

    /// The names of the perimeters, of the communes asked for alone when there are any.
    private static func names(_ file: PerimeterFile, _ aliases: AliasTable, communes: [String]) throws -> PerimeterNames
    {
        let names = PerimeterNames(file.atlas, aliases: aliases)
        guard !communes.isEmpty else { return names }
        var found: Set<Int> = []
        for commune in communes {
            let indices = names.indices(inCommune: commune)
            guard !indices.isEmpty else {
                throw CommandError.badData("no perimeter is in a commune \(commune)", file: file.source.path)
            }
            found.formUnion(indices)
        }
        let atlas = Atlas(found.sorted().map { file.atlas.perimeters[$0] }, source: file.atlas.source)
        return PerimeterNames(atlas, aliases: aliases)
    }
}

/// The columns of a table of actions, where their names do not tell.
struct ActionColumnOptions: ParsableArguments {
    @Option(
        name: .customLong("column"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "ROLE=COLUMN for a column whose name does not tell its role (repeatable); roles: "
                + ActionColumns.Role.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "role=name"))
    var named: [ActionColumnArgument] = []

    @Option(help: ArgumentHelp("The column of declared scopes.", valueName: "name"))
    var scope: String?

    @Option(help: ArgumentHelp("The column of total costs.", valueName: "name"))
    var cost: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A column of subsidies (repeatable), instead of those whose names begin with subv; NAME=COLUMN with that of its percentages of the total cost.",
            valueName: "name"))
    var funding: [String] = []

    func validate() throws {
        let roles = named.map(\.role) + (scope == nil ? [] : [.scope]) + (cost == nil ? [] : [.cost])
        if Set(roles).count < roles.count { throw ValidationError("a role has two columns") }
        if Set(funding).count < funding.count { throw ValidationError("--funding names a column twice") }
    }

    /// The columns for the library.
    var columns: ActionColumns {
        var columns = ActionColumns()
        for argument in named { columns.named[argument.role] = argument.name }
        if let scope { columns.named[.scope] = scope }
        if let cost { columns.named[.cost] = cost }
        if !funding.isEmpty { columns.funding = [] }
        for argument in funding {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            columns.funding?.append(parts.first ?? argument)
            if parts.count == 2 { columns.fundingPercents[parts[0]] = parts[1] }
        }
        return columns
    }
}

/// `ROLE=COLUMN`.
struct ActionColumnArgument: ExpressibleByArgument {
    let role: ActionColumns.Role
    let name: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let role = ActionColumns.Role(rawValue: parts[0]) else { return nil }
        (self.role, name) = (role, parts[1])
    }
}
