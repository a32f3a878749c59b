import Foundation
import Gazetteer
import Interchange

/// Opens what the user gives as a gazetteer: a compiled file, or a BAN CSV that is compiled on the spot.
enum GazetteerFile {
    /// Opens a file; a CSV is compiled into a temporary file that has lost its name when this returns.
    static func open(_ path: String, quiet: Bool) throws -> Gazetteer {
        try checkInput(path)
        let source = try ByteSource(path: path, inflates: false)
        if try isCompiled(source) { return try Gazetteer(path: path) }
        let compiled = FileManager.default.temporaryDirectory.appendingPathComponent("qpv-\(UUID().uuidString).qpvg")
            .path
        defer { unlink(compiled) }
        let report = try Gazetteer.build(inputs: [path], output: compiled)
        if !quiet {
            Terminal.say(
                "note: compiled \(path): \(report.addresses.grouped) addresses; to do it once, "
                    + "qpv gazetteer build \(path) -o ban.qpvg")
        }
        return try Gazetteer(path: compiled)
    }

    /// Makes sure that an input exists and is a file, not a stream.
    ///
    /// - Throws: ``InterchangeError`` when it cannot be opened; ``CommandError`` for a pipe, a device, or `-`.
    static func checkInput(_ path: String) throws {
        if path != "-" {
            _ = try ByteSource(path: path, inflates: false)
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return }
        }
        throw CommandError(
            code: ExitStatus.missingInput, message: "expected a file, this is a stream", file: path,
            notes: ["addresses are read more than once: save them as a file first"])
    }

    private static func isCompiled(_ source: ByteSource) throws -> Bool {
        var head = [UInt8](repeating: 0, count: Gazetteer.signature.count)
        let count = try head.withUnsafeMutableBytes { bytes throws(InterchangeError) in try source.read(into: bytes) }
        return count == head.count && head == Gazetteer.signature
    }
}
