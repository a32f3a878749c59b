import ArgumentParser
import Gazetteer
import Interchange
import QPVKit

/// `qpv geocode`: the matched address of every row, without any verdict.
struct GeocodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode",
        abstract: "Find the address of each row of a CSV: position and result_ columns, no verdict.",
        usage: "qpv geocode <file> [--output <file>] [--gazetteer <file>] [<options>]",
        discussion: """
            EXAMPLE
              qpv geocode beneficiaires.csv --gazetteer ban-57.qpvg -o geocode.csv
            """)

    @OptionGroup var table: TableOptions
    @OptionGroup var gazetteer: GazetteerOptions

    func run() async throws {
        let reader = try table.open()
        let plan = try table.plan(reader, takesPositions: false) { names in
            if let named = table.namedColumns { return try .addresses(in: names, named: named) }
            guard let found = try RowPlan.addresses(in: names) else {
                throw ColumnError.noAddressColumns(header: names.header)
            }
            return found
        }
        let path = try gazetteer.path(quiet: table.quiet)
        try table.protect(path)
        let addresses = try GazetteerFile.open(path, quiet: table.quiet)
        let audit = Audit(atlas: .empty, gazetteer: addresses, columns: .geocoding)
        let summary = try await table.run(audit, command: "geocode", reader, plan)
        if !table.quiet { Terminal.say(SummaryText.geocoding(summary)) }
    }
}
