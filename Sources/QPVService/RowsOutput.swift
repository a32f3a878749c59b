public import Interchange
import QPVKit

/// Where the rows of a result go.
public enum RowsOutput {
    /// A file, `-` for standard output; its provenance goes beside it. It is complete or absent.
    case file(String)
    /// A closure that takes the bytes in their order; what came before an error is to be thrown away.
    case sink((OutputBuffer) throws -> Void)

    /// Refuses to write over an input.
    func protect(_ inputs: [String]) throws(RequestError) {
        if case .file(let path) = self { try OutputGuard.check(path, against: inputs) }
    }

    /// Opens the output. Inputs are protected before.
    ///
    /// - Parameter personal: inputs about persons.
    func open(limitedTo personal: [String]) throws -> Opened {
        switch self {
        case .file(let path):
            let file = try ResultFile(path: path, notReplacing: [], limitedTo: personal)
            return Opened(write: { try file.write($0) }, file: file)
        case .sink(let write): return Opened(write: write, file: nil)
        }
    }

    struct Opened {
        let write: (OutputBuffer) throws -> Void
        fileprivate let file: ResultFile?

        /// Gives the file its name.
        func commit(_ provenance: Provenance, _ context: RunContext) throws { try file?.commit(provenance, context) }
    }
}
