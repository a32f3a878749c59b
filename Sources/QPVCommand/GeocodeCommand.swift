import ArgumentParser
import Gazetteer
import Interchange
import QPVKit

/// `qpv geocode`: the matched address of every row, without any verdict.
struct GeocodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode",
        abstract: "Find the address of each row of a CSV: position and result_ columns, no verdict.",
        discussion: """
            EXAMPLE
              qpv geocode beneficiaires.csv --gazetteer ban-57.qpvg -o geocode.csv
            """)

    @OptionGroup var table: TableOptions
    @OptionGroup var gazetteer: GazetteerOptions

    func run() async throws {
        let reader = try table.open()
        let names = ColumnNames(reader.header.names)
        let plan: RowPlan
        if let named = table.namedColumns {
            plan = try .addresses(in: names, named: named)
        } else if let found = try RowPlan.addresses(in: names) {
            plan = found
        } else {
            throw AuditError.noAddressColumns(header: names.header)
        }
        table.state(plan, reader.header.names)
        let audit = Audit(
            atlas: .empty, gazetteer: try gazetteer.open(quiet: table.quiet), product: .matches)
        var progress = Terminal.Progress(quiet: table.quiet)
        let summary = try await table.write { output in
            try await audit.run(
                reader, plan: plan, threads: table.threads, write: { try output.write($0) },
                progress: { progress.show(rows: $0) })
        } provenance: { summary in
            audit.provenance(version: Version.number, command: "geocode", reader: reader, plan: plan, summary: summary)
        }
        progress.end()
        if !table.quiet { Terminal.say(SummaryText.geocoding(summary)) }
    }
}
