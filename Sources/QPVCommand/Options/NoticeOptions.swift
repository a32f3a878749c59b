import ArgumentParser

/// What a command says beside its result.
struct NoticeOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    /// What is said while the command works.
    var console: Console { Console(quiet: quiet) }
}
