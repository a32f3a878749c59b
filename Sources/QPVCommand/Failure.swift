import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import QPVKit

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
        case let error as PerimeterError:
            stop("\(error)", ExitStatus.badData)
        case let error as AuditError:
            stop("error: \(error)", ExitStatus.badData)
        case let error as GazetteerError:
            stop("\(error)", ExitStatus.badData)
        case let error as GeodesyError:
            stop("error: \(error)", ExitStatus.inputOutput)
        case let error as MissingData:
            stop("error: \(error)", ExitStatus.missingInput)
        default:
            QPV.exit(withError: error)
        }
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
