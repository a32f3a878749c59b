import ArgumentParser
import Interchange
import QPVService

/// `qpv verify`: whether an output and its provenance belong together.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether an output belongs to the provenance beside it, and to the other outputs of its run.",
        discussion: """
            The provenance states the SHA-256 of every file that the run wrote and of the files that
            it read. Exit code 65 says that a file differs or is absent, 66 that there is no
            provenance. An input that has changed since is a note.

            Not covered: what went to standard output, a pipe or a device; a GeoPackage or a workbook
            that another program has opened and saved, whose bytes are other ones.

            EXAMPLE
              qpv verify audite.csv
              qpv verify fiches/
            """)

    @Argument(help: ArgumentHelp("An output of qpv: a file, or a folder of sheets.", valueName: "output"))
    var output: String

    @Flag(help: "The answer as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "No text, only the exit code.")
    var quiet = false

    func run() throws {
        let result = try VerifyRequest(output).run(Console(quiet: quiet).context).value
        if json {
            try Terminal.put(result.json.json(pretty: true))
        } else if !quiet {
            try Terminal.put(VerifyText.text(result))
        }
        if !result.belongs { throw ExitStatus.badData }
    }
}
