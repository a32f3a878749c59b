import Foundation
package import Gazetteer
import Interchange

/// Opens what a caller gives as a gazetteer: a compiled file, or a BAN CSV that is compiled on the spot.
package enum GazetteerFile {
    /// Opens a file; a CSV is compiled into a temporary file, which nobody else can read and which has lost its name when this returns.
    package static func open(
        _ path: String, storage: Gazetteer.Storage, _ context: RunContext
    ) throws -> Gazetteer {
        try checkInput(path)
        let source = try ByteSource(path: path, inflates: false)
        if try isCompiled(source) {
            let gazetteer = try Gazetteer(path: path, storage: storage)
            if gazetteer.isOfOtherLexicon { context.note(.gazetteerOfOtherLexicon(path: path)) }
            return gazetteer
        }
        let name = "gazetteer.qpvg"
        let folder = try PrivateFolder(names: [name])
        let compiled = folder.file(name)
        let report = try Gazetteer.build(inputs: [path], output: compiled)
        context.note(.gazetteerCompiled(path: path, addresses: report.addresses))
        return try Gazetteer(path: compiled, storage: .mapped)
    }

    /// Makes sure that an input exists and is a file, not a stream.
    ///
    /// - Throws: `InterchangeError` when it cannot be opened; ``RequestError`` for a pipe, a device, or `-`.
    package static func checkInput(_ path: String) throws {
        if path != "-" {
            _ = try ByteSource(path: path, inflates: false)
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return }
        }
        throw RequestError(.missingInput, .streamNotFile, at: FilePlace(path), remedies: [.saveAsFile])
    }

    private static func isCompiled(_ source: ByteSource) throws -> Bool {
        var head = [UInt8](repeating: 0, count: Gazetteer.signature.count)
        let count = try head.withUnsafeMutableBytes { bytes throws(InterchangeError) in try source.read(into: bytes) }
        return count == head.count && head == Gazetteer.signature
    }
}
