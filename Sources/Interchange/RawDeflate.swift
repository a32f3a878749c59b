internal import CZlib

/// Deflated bytes without a frame (RFC 1951), and the checksum that zip has for them.
enum RawDeflate {
    /// Exactly `count` bytes; nil when there are more or fewer, or the data is corrupt.
    static func inflate(_ input: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
        var stream = z_stream()
        // A negative window: no header, no checksum.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        // One byte of room more than there should be tells when there is more.
        var output = [UInt8](repeating: 0, count: count + 1)
        var input = Array(input)
        let isWhole = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && Int(stream.total_out) == count
            }
        }
        guard isWhole else { return nil }
        output.removeLast()
        return output
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(CZlib.crc32(0, $0.baseAddress, UInt32($0.count))) }
    }
}
