/// `--show-excerpts`, which every command takes: errors show the line at fault as it stands in the file, instead of masking its
/// letters and digits.
enum ExcerptOption {
    static let name = "--show-excerpts"
    /// Whether the command line has it.
    static let isGiven = CommandLine.arguments.contains(name)
    /// The command line without it.
    static var otherArguments: [String] { CommandLine.arguments.dropFirst().filter { $0 != name } }
}
