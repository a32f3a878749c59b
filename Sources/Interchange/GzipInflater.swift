internal import CZlib
import Foundation

/// Inflates a gzip stream of one or more members (RFC 1952) in constant memory.
final class GzipInflater {
    private let name: String
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var isStarted = false
    /// Whether the stream stands between two members.
    private var isBetweenMembers = false
    private var isFinished = false

    init(name: String) {
        self.name = name
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: 1 << 17, alignment: 16)
    }

    deinit {
        if isStarted { inflateEnd(stream) }
        stream.deallocate()
        input.deallocate()
    }

    /// Fills a part of `room`; 0 at the end. `readMore` gives stored bytes, 0 at their end.
    func inflate(
        into room: UnsafeMutableRawBufferPointer,
        readMore: (UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int
    ) throws(InterchangeError) -> Int {
        if isFinished || room.isEmpty { return 0 }
        if !isStarted {
            // 15 bits of window, plus 16 for a gzip header.
            guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                throw InterchangeError(.readFailed, "zlib cannot start", file: name)
            }
            isStarted = true
        }
        let size = min(room.count, 1 << 30)
        stream.pointee.next_out = room.baseAddress!.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(size)
        while stream.pointee.avail_out == UInt32(size) {
            if stream.pointee.avail_in == 0 {
                let count = try readMore(input)
                if count == 0 {
                    guard isBetweenMembers else { throw fault("the gzip data is cut short") }
                    isFinished = true
                    return 0
                }
                stream.pointee.next_in = input.baseAddress!.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_in = UInt32(count)
            }
            if isBetweenMembers {
                // Padding with zeros after the last member is allowed, as gzip itself does.
                try beginMember()
                if isBetweenMembers { continue }
            }
            switch CZlib.inflate(stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: continue
            case Z_STREAM_END: isBetweenMembers = true
            case Z_MEM_ERROR: throw InterchangeError(.readFailed, "zlib has no memory", file: name)
            default: throw fault("the gzip data is corrupt\(reason)")
            }
        }
        return size - Int(stream.pointee.avail_out)
    }

    /// Skips zeros and starts the next member, if there is one in the input at hand.
    private func beginMember() throws(InterchangeError) {
        while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        if stream.pointee.avail_in == 0 { return }
        guard stream.pointee.next_in.pointee == 0x1F else { throw fault("there is something after the gzip data") }
        inflateReset(stream)
        isBetweenMembers = false
    }

    private var reason: String { stream.pointee.msg.map { " (\(String(cString: $0)))" } ?? "" }

    private func fault(_ message: String) -> InterchangeError { InterchangeError(.badData, message, file: name) }
}
