/// A view of bytes of the file that answers 0 outside its bounds.
///
/// Every position read from a gazetteer is only a number in a file: a read that it leads astray must give a harmless
/// value, never a fault. The check is a compare and a branch that is never taken.
struct Bytes: @unchecked Sendable {
    let base: UnsafeRawPointer
    let count: Int

    static let empty = Bytes(base: UnsafeRawPointer(bitPattern: 16)!, count: 0)

    /// The part from `offset` of `length` bytes, shortened to what is there.
    func slice(_ offset: Int, _ length: Int) -> Bytes {
        guard offset >= 0, length > 0, offset < count else { return .empty }
        return Bytes(base: base + offset, count: min(length, count - offset))
    }

    @inline(__always) func u8(_ offset: Int) -> UInt8 {
        UInt(bitPattern: offset) < UInt(bitPattern: count) ? base.load(fromByteOffset: offset, as: UInt8.self) : 0
    }

    @inline(__always) func u16(_ offset: Int) -> Int {
        guard offset >= 0, offset <= count - 2 else { return 0 }
        return Int(base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    @inline(__always) func u32(_ offset: Int) -> UInt32 {
        guard offset >= 0, offset <= count - 4 else { return 0 }
        return base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    }

    @inline(__always) func i32(_ offset: Int) -> Int32 { Int32(bitPattern: u32(offset)) }

    @inline(__always) func u64(_ offset: Int) -> UInt64 {
        guard offset >= 0, offset <= count - 8 else { return 0 }
        return base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// A count or position stored as 64 bits; a value that no file can have gives 0.
    @inline(__always) func int64(_ offset: Int) -> Int { Int(exactly: u64(offset)) ?? 0 }

    /// The bytes as UTF-8 text.
    func text(_ offset: Int, _ length: Int) -> String { String(decoding: slice(offset, length).buffer, as: UTF8.self) }

    var buffer: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
    }
}

/// Bytes being written, little-endian.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func u8(_ value: UInt8) { bytes.append(value) }
    mutating func u16(_ value: Int) { raw(UInt16(truncatingIfNeeded: value)) }
    mutating func u32(_ value: Int) { raw(UInt32(truncatingIfNeeded: value)) }
    mutating func i32(_ value: Int32) { raw(value) }
    mutating func u64(_ value: UInt64) { raw(value) }
    mutating func text(_ value: String) { bytes.append(contentsOf: value.utf8) }
    mutating func align(_ to: Int) { while bytes.count % to != 0 { bytes.append(0) } }

    private mutating func raw<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
