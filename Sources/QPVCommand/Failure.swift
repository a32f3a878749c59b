import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import QPVKit
import Topology

/// Turns an error into a message on stderr and an exit code.
enum Failure {
    /// Ends the program.
    static func exit(with error: any Error) -> Never {
        switch error {
        case let error as InterchangeError where error.kind == .brokenPipe:
            // The reader has seen enough: no message, as with any filter.
            Foundation.exit(ExitStatus.inputOutput.rawValue)
        case let error as InterchangeError:
            stop("\(error)", code(of: error.kind))
        case let error as CommandError:
            stop("\(error)", error.code)
        case let error as PerimeterError:
            stop("\(error)", ExitStatus.badData)
        case let error as DifferenceError:
            stop("\(error)", ExitStatus.badData)
        case let error as LayersError:
            stop("\(error)", ExitStatus.badData)
        case let error as TableError:
            stop("\(error)", ExitStatus.badData)
        case let error as ColumnError:
            stop("error: \(error)", ExitStatus.badData)
        case let error as GazetteerError:
            stop("\(error)", ExitStatus.badData)
        case let error as TopologyError:
            stop("\(error)", ExitStatus.badData)
        case let error as GeodesyError:
            stop("\(error)", ExitStatus.inputOutput)
        default:
            parser(error)
        }
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

    private static func code(of kind: InterchangeError.Kind) -> ExitCode {
        switch kind {
        case .missingInput, .isDirectory, .permissionDenied: ExitStatus.missingInput
        case .badData: ExitStatus.badData
        case .cannotCreate: ExitStatus.cannotCreate
        case .readFailed, .writeFailed, .diskFull, .brokenPipe: ExitStatus.inputOutput
        }
    }

    private static func stop(_ message: String, _ code: ExitCode) -> Never {
        Terminal.say(message)
        Foundation.exit(code.rawValue)
    }
}
