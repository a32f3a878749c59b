import Foundation
import Interchange

/// Holds the rows of each commune until all inputs are read, in memory up to a limit, then in a temporary file.
///
/// When the rows in memory pass the limit they are written as one run, commune after commune; a commune's rows are then
/// the pieces of all runs. Memory is bounded by the limit and the largest commune, whatever the inputs.
struct CommuneSpool {
    private struct Piece {
        var offset: Int
        var length: Int
    }

    private let path: String
    private let limit: Int
    private var descriptor: Int32 = -1
    private var written = 0
    private var held = 0
    private var buffers: [UInt64: [UInt8]] = [:]
    private var pieces: [UInt64: [Piece]] = [:]

    /// - Parameters:
    ///   - path: where the temporary file goes when one is needed; it is removed from the folder at once.
    ///   - limit: bytes of rows kept in memory.
    init(path: String, limit: Int) {
        self.path = path
        self.limit = limit
    }

    /// Adds a row; writes all rows held when they pass the limit.
    ///
    /// - Throws: ``InterchangeError`` of kind cannotCreate, diskFull or writeFailed.
    mutating func append(
        _ record: [UInt8], commune code: UnsafeBufferPointer<UInt8>
    ) throws(InterchangeError) {
        var key: UInt64 = 0
        for byte in code { key = key << 8 | UInt64(byte) }
        buffers[key, default: []].append(contentsOf: record)
        held += record.count
        if held >= limit { try spill() }
    }

    private mutating func spill() throws(InterchangeError) {
        if descriptor < 0 {
            descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor < 0 { throw failure(.cannotCreate) }
            unlink(path)
        }
        for key in buffers.keys.sorted() {
            let bytes = buffers[key]!
            var done = 0
            while done < bytes.count {
                let count = bytes.withUnsafeBytes {
                    pwrite(descriptor, $0.baseAddress! + done, bytes.count - done, off_t(written + done))
                }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure(errno == ENOSPC || errno == EDQUOT ? .diskFull : .writeFailed)
                }
                done += count
            }
            pieces[key, default: []].append(Piece(offset: written, length: bytes.count))
            written += bytes.count
        }
        buffers = [:]
        held = 0
    }

    /// The communes, by code.
    func communes() -> [UInt64] { Set(buffers.keys).union(pieces.keys).sorted() }

    /// Takes all rows of a commune.
    ///
    /// - Throws: ``InterchangeError`` of kind readFailed.
    mutating func take(_ key: UInt64) throws(InterchangeError) -> [UInt8] {
        var all: [UInt8] = []
        for piece in pieces[key] ?? [] {
            let from = all.count
            all.append(contentsOf: [UInt8](repeating: 0, count: piece.length))
            var done = 0
            while done < piece.length {
                let count = all.withUnsafeMutableBytes {
                    pread(descriptor, $0.baseAddress! + from + done, piece.length - done, off_t(piece.offset + done))
                }
                if count < 0, errno == EINTR { continue }
                if count <= 0 { throw failure(.readFailed) }
                done += count
            }
        }
        if let rest = buffers.removeValue(forKey: key) { all.append(contentsOf: rest) }
        return all
    }

    /// The system's last error, about the temporary file.
    private func failure(_ kind: InterchangeError.Kind) -> InterchangeError {
        InterchangeError(kind, "temporary file: \(String(cString: strerror(errno)))", file: path)
    }

    /// Gives the temporary file back.
    func close() { if descriptor >= 0 { _ = Foundation.close(descriptor) } }
}
