import ArgumentParser

/// The exit codes of sysexits.h that the program uses; they never change meaning.
enum ExitStatus {
    /// `--strict`, and a row is undecided.
    static let undecided = ExitCode(1)
    /// The command line is wrong.
    static let usage = ExitCode(64)
    /// The input is not what it should be.
    static let badData = ExitCode(65)
    /// The input is not there, or cannot be opened.
    static let missingInput = ExitCode(66)
    /// The output cannot be made.
    static let cannotCreate = ExitCode(73)
    /// Reading or writing failed on the way.
    static let inputOutput = ExitCode(74)
}
