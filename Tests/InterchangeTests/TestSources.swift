import Foundation
import Interchange
import TestSupport

/// A pipe that a thread fills in pieces of random length.
final class DribblingPipe: Sendable {
    private let reading: Int32

    init(_ bytes: [UInt8], seed: UInt64) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        reading = ends[0]
        let writing = ends[1]
        Thread.detachNewThread {
            var random = SeededGenerator(seed: seed)
            var start = 0
            while start < bytes.count {
                let count = min(Int.random(in: 1...3000, using: &random), bytes.count - start)
                let written = bytes.withUnsafeBytes { write(writing, $0.baseAddress! + start, count) }
                if written <= 0 { break }
                start += written
            }
            close(writing)
        }
    }

    func source() throws -> ByteSource { try ByteSource(descriptor: reading, name: "pipe", owns: true) }
}

/// A pipe into which a thread writes the same bytes again and again until nobody reads it.
func endlessPipe(first: [UInt8], then repeated: [UInt8]) throws -> ByteSource {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    let writing = ends[1]
    Thread.detachNewThread {
        var bytes = first
        while bytes.withUnsafeBytes({ write(writing, $0.baseAddress!, $0.count) }) == bytes.count { bytes = repeated }
        close(writing)
    }
    return try ByteSource(descriptor: ends[0], name: "pipe", owns: true)
}

/// Gzip without compression (RFC 1952 around the stored blocks of RFC 1951), written plainly.
func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    var gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
        let count = min(65_535, bytes.count - start)
        gzip += [start + count == bytes.count ? 1 : 0] + little(UInt32(count), 2) + little(~UInt32(count), 2)
        gzip += bytes[start..<start + count]
        start += count
    } while start < bytes.count
    return gzip + little(~crc, 4) + little(UInt32(bytes.count), 4)
}
