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
            for file in files {
                try GazetteerFile.checkInput(file)
            }
            try OutputGuard.check(output, against: files, hasProvenance: false)
            let context = Console(quiet: quiet).context
            let report = try Gazetteer.build(inputs: files, output: output) { stage, fraction in
                context.progress(.stage(stage, fraction: fraction))
            }
            guard !quiet else { return }
            Terminal.say(
                "\(counted(report.rowsRead, "row")) read: \(report.addresses.grouped) addresses on "
                    + "\(counted(report.streets, "street")) in \(counted(report.communes, "commune")); "
                    + "\(report.bytes.grouped) bytes")
            for (reason, rows) in report.dropped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where rows > 0 {
                let first = report.examples.first { $0.reason == reason }
                Terminal.say(
                    "warning: \(counted(rows, "row")) left out: \(reason.rawValue)"
                        + (first.map { " (first at \($0.path):\($0.line))" } ?? ""))
            }
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
            _ = try ByteSource(path: file, inflates: false)
            let gazetteer = try Gazetteer(path: file)
            if verify, let commune = gazetteer.verify() {
                throw GazetteerError.damaged(path: file, reason: "the page of commune \(commune) has changed")
            }
            let info = gazetteer.info
            if json {
                let inputs = info.inputs.map { input -> JSONValue in
                    .object(["file": .string(input.name), "sha256": .string(input.sha256)])
                }
                let value: JSONValue = [
                    "format": JSONValue(info.formatVersion), "identity": .string(info.identity),
                    "communes": JSONValue(info.communes), "streets": JSONValue(info.streets),
                    "addresses": JSONValue(info.addresses), "bytes": JSONValue(info.bytes), "inputs": .array(inputs),
                ]
                try Terminal.put(value.json(pretty: true))
            } else {
                try Terminal.put("format     \(info.formatVersion)")
                try Terminal.put("identity   \(info.identity)")
                try Terminal.put("communes   \(info.communes.grouped)")
                try Terminal.put("streets    \(info.streets.grouped)")
                try Terminal.put("addresses  \(info.addresses.grouped)")
                try Terminal.put("bytes      \(info.bytes.grouped)")
                for input in info.inputs { try Terminal.put("input      \(input.name)  \(input.sha256)") }
            }
        }
    }
}
