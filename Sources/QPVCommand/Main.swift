import ArgumentParser
import Interchange
import QPVService

/// Where the program starts: parses the command line, runs one command, and turns an error into its exit code.
@main
struct Main {
    static func main() async {
        Terminal.fillStandardDescriptors()
        OutputFile.reportBrokenPipes()
        CutFile.endsProgram()
        do {
            try requireText()
            var command = try QPV.parseAsRoot(ExcerptOption.otherArguments)
            try LimitVariable.apply()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.exit(with: error)
        }
    }
}

extension Main {
    /// Refuses arguments that are not UTF-8: as text they would name another file.
    private static func requireText() throws {
        for i in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[i], String(validatingCString: argument) == nil else { continue }
            throw ValidationError(
                "the argument \(String(cString: argument)) is not UTF-8: rename the file, or give it as standard input")
        }
    }
}

/// The root of the commands.
struct QPV: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qpv",
        abstract: "Who and what lies in which priority neighbourhood (QPV), and how sure that is. Offline.",
        discussion: """
            EXAMPLE
              qpv audit beneficiaires.csv -o audite.csv

            Errors mask the letters and digits of the line that they show. \(ExcerptOption.name) shows it as it is.
            """,
        version: Version.number,
        subcommands: [
            CheckCommand.self, AuditCommand.self, StatsCommand.self, GeocodeCommand.self, ExplainCommand.self,
            ActionsCommand.self, ResidencesCommand.self, CoverageCommand.self, NearestCommand.self, MapCommand.self,
            AddressesCommand.self, CompareCommand.self, SheetCommand.self, PerimetersCommand.self, RulesCommand.self,
            GazetteerCommand.self, VerifyCommand.self,
        ])
}
