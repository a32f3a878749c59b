import ArgumentParser
import Foundation
import QPVService

/// Turns an error into a message on stderr and an exit code.
enum Failure {
    /// Ends the program.
    static func exit(with error: any Error) -> Never {
        guard let error = RequestError(error) else { parser(error) }
        // The reader has seen enough: no message, as with any filter.
        if error.kind == .brokenPipe { Foundation.exit(ExitStatus.inputOutput.rawValue) }
        stop(error.text, error.kind.exitCode)
    }

    /// What the argument parser has to say: help and version on stdout, faults on stderr with the prefix of all others.
    private static func parser(_ error: any Error) -> Never {
        let code = QPV.exitCode(for: error)
        var text = QPV.fullMessage(for: error)
        if text.isEmpty { Foundation.exit(code.rawValue) }
        if code == .success {
            do { try Terminal.put(text) } catch { exit(with: error) }
            Foundation.exit(code.rawValue)
        }
        if text.hasPrefix("Error: ") { text = "error: " + text.dropFirst("Error: ".count) }
        stop(text, code)
    }

    private static func stop(_ message: String, _ code: ExitCode) -> Never {
        Terminal.say(message)
        Foundation.exit(code.rawValue)
    }
}

extension RequestError.Kind {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .usage: ExitStatus.usage
        case .badData: ExitStatus.badData
        case .missingInput: ExitStatus.missingInput
        case .cannotWrite: ExitStatus.cannotCreate
        case .inputOutput, .brokenPipe, .cancelled: ExitStatus.inputOutput
        }
    }
}
