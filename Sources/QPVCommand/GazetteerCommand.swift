import ArgumentParser
import Gazetteer
import Interchange
import QPVService

/// `qpv gazetteer`: compile the address base, and say what a compiled file holds.
struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer",
        abstract: "Compile the national address base (BAN) into one file, or say what such a file holds.",
        discussion: """
            EXAMPLE
              qpv gazetteer build adresses-57.csv.gz -o ban.qpvg
            """,
        subcommands: [Build.self, Info.self])

    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compile CSV files of the BAN, plain or gzip, into one gazetteer file.",
            discussion: """
                EXAMPLE
                  qpv gazetteer build adresses-57.csv.gz adresses-54.csv.gz -o ban.qpvg
                """)

        @Argument(help: ArgumentHelp("Files of the BAN, such as one per département.", valueName: "file"))
        var files: [String]

        @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The gazetteer to write.", valueName: "file"))
        var output: String

        @Flag(name: .shortAndLong, help: "No account of the rows, no progress.")
        var quiet = false

        func run() throws {
            let console = Console(quiet: quiet)
            let report = try GazetteerBuildRequest(files).run(to: output, console.context).value
            console.summarize(Self.text(report))
        }

        private static func text(_ report: BuildReport) -> String {
            var lines = [
                "\(counted(report.rowsRead, "row")) read: \(report.addresses.grouped) addresses on "
                    + "\(counted(report.streets, "street")) in \(counted(report.communes, "commune")); "
                    + "\(report.bytes.grouped) bytes"
            ]
            for (reason, rows) in report.dropped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where rows > 0 {
                let first = report.examples.first { $0.reason == reason }
                lines.append(
                    "warning: \(counted(rows, "row")) left out: \(reason.rawValue)"
                        + (first.map { " (first at \($0.path):\($0.line))" } ?? ""))
            }
            return lines.joined(separator: "\n")
        }
    }

    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what a gazetteer file holds and what it was made from.",
            discussion: """
                EXAMPLE
                  qpv gazetteer info ban.qpvg
                """)

        @Argument(help: ArgumentHelp("A gazetteer file.", valueName: "file"))
        var file: String

        @Flag(help: "The answer as JSON.")
        var json = false

        @Flag(help: "Check every byte of the file too.")
        var verify = false

        func run() throws {
            var request = GazetteerInfoRequest(file)
            request.storage = .mapped
            request.verifies = verify
            let info = try request.run(Console().context).value
            try Terminal.put(json ? info.json.json(pretty: true) : Self.text(info))
        }

        private static func text(_ info: GazetteerInfo) -> String {
            let counts = [
                ("format", "\(info.formatVersion)"), ("identity", info.identity),
                ("communes", info.communes.grouped), ("streets", info.streets.grouped),
                ("addresses", info.addresses.grouped), ("bytes", info.bytes.grouped),
            ]
            let inputs = info.inputs.map { ("input", "\($0.name)  \($0.sha256)") }
            return (counts + inputs).map { $0.0.padded(to: 11) + $0.1 }.joined(separator: "\n")
        }
    }
}
