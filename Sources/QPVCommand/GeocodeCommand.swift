import ArgumentParser
import QPVService

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
        let request = GeocodeRequest(table.input.input(.addresses(table.namedColumns)))
        let summary = try await request.run(
            in: Session(table, gazetteer), to: .file(table.output), table.console.context
        ).value
        table.console.summarize(SummaryText.geocoding(summary))
    }
}
