import ArgumentParser
import Foundation
import Gazetteer
import Interchange
import QPVKit
import QPVService

/// `qpv residences`: what of a landlord's list lies in perimeters, with its dwellings and money.
struct ResidencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "residences",
        abstract:
            "Say which rows of a landlord's list are in a perimeter, all, partly or not, with dwellings and money.",
        usage: "qpv residences <file> [--output <file>] [--rows <file>] [<options>]",
        discussion: """
            A row is an address expression ("2 à 10 rue du Bugey, 3 rue du Lavoir") with its dwellings and money, which are \
            never divided over its addresses: a row that lies in several perimeters, or partly in one, is counted apart. \
            The totals are always those of the file.

            EXAMPLE
              qpv residences patrimoine.csv -o patrimoine.html -o patrimoine.xlsx \\
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
            """)

    @Argument(help: ArgumentHelp("The CSV file or Excel workbook; - is standard input.", valueName: "file"))
    var file: String

    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("Where the rows go, each with what was found about it, as CSV.", valueName: "file"))
    var rows: String?

    @OptionGroup var perimeters: OnePerimeterFile
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var verdict: VerdictOptions

    @Option(
        help: ArgumentHelp(
            "The columns that make the address, in reading order, separated by commas.", valueName: "names"))
    var addressColumns: String?

    @Option(help: ArgumentHelp("The column of dwellings.", valueName: "name"))
    var dwellings: String?

    @Option(help: ArgumentHelp("The column of money, in euros.", valueName: "name"))
    var amount: String?

    @Option(help: ArgumentHelp("The column of years.", valueName: "name"))
    var year: String?

    @Option(help: ArgumentHelp("The column of what is done.", valueName: "name"))
    var action: String?

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    func validate() throws {
        try StandardInput.requireOne([file, gazetteer.gazetteer] + perimeters.perimeters.map(\.path))
        guard !verdict.oneAddress else { throw ValidationError("the rows of a landlord's list are expressions") }
        guard rows != "-" || !report.output.isEmpty else {
            throw ValidationError("the rows and the report cannot both go to standard output: name a file with -o")
        }
    }

    func run() throws {
        var columns = ResidenceColumns()
        columns.address = addressColumns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        (columns.dwellings, columns.amount, columns.year, columns.action) = (dwellings, amount, year, action)
        let list: ResidenceList
        do {
            list = try ResidenceList(path: file, columns: columns)
        } catch let fault as ColumnError {
            throw ColumnFault.error(fault, file: file, line: 1, takesPositions: false)
        }
        if !quiet {
            Terminal.say(
                "note: " + list.columns.map { "\($0.role) from the column \($0.name)" }.joined(separator: ", "))
        }
        let perimeterFile = try perimeters.read(quiet: quiet)
        let gazetteerPath = try gazetteer.path(quiet: quiet)
        let inputs = [file, perimeterFile.source.path, gazetteerPath]
        let outputs = try report.open(notReplacing: inputs)
        let rowsFile = try rows.map { try ResultFile(path: $0, notReplacing: inputs) }
        if let rowsFile { try outputs.requireApart(from: rowsFile) }
        let addresses = try GazetteerFile.open(gazetteerPath, quiet: quiet)
        let audit = try ResidenceAudit(list, atlas: perimeterFile.atlas, gazetteer: addresses, options: verdict.options)

        var provenance = Provenance(version: Version.number, command: "residences")
        provenance.state("input", .object(list.source.json))
        provenance.state(
            "columns", .object(JSONObject(list.columns.map { .init($0.role, .string($0.name)) })))
        provenance.state(perimeterFile.atlas)
        provenance.state(addresses.info)
        provenance.state(verdict.options)
        try outputs.write(
            ResidenceReport(audit, language: report.lang).report(provenance: provenance),
            with: rowsFile.map { [($0, audit.rowsFile())] } ?? [])
    }
}
