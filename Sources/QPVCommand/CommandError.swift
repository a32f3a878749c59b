import ArgumentParser

/// A fault that a command finds itself: what, where, and what helps. It prints as a compiler's message.
struct CommandError: Error, CustomStringConvertible {
    let code: ExitCode
    let message: String
    /// The file at fault, as the user gave it.
    var file: String?
    var line: Int?
    /// What there is, and what to do.
    var notes: [String] = []

    /// The command line asks for what cannot be.
    static func usage(_ message: String, file: String? = nil, notes: [String] = []) -> CommandError {
        CommandError(code: ExitStatus.usage, message: message, file: file, notes: notes)
    }

    /// A file is not what it should be.
    static func badData(_ message: String, file: String, line: Int? = nil, notes: [String] = []) -> CommandError {
        CommandError(code: ExitStatus.badData, message: message, file: file, line: line, notes: notes)
    }

    var description: String {
        var text = "error: \(message)"
        if let file { text += "\n  --> \(file)" + (line.map { ":\($0)" } ?? "") }
        for note in notes { text += "\n  = \(note)" }
        return text
    }
}
