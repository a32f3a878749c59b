/// Whether bytes are well-formed UTF-8, as the Unicode Standard defines it in its table 3-7.
enum UTF8Check {
    /// True when every byte belongs to a well-formed sequence. Linear; 8 bytes at a time where the text is ASCII.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        return firstFault(base, bytes.count) == bytes.count
    }

    /// The index of the first byte of the first sequence that is not well formed, or `count`.
    static func firstFault(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let raw = UnsafeRawPointer(base)
        var i = 0
        while i < count {
            if base[i] < 0x80 {
                while i + 8 <= count, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                    i += 8
                }
                while i < count, base[i] < 0x80 { i += 1 }
                continue
            }
            let length = sequenceLength(base + i, count - i)
            if length == 0 { return i }
            i += length
        }
        return count
    }

    /// The length of the well-formed sequence of two to four bytes that begins here, or 0.
    static func sequenceLength(_ p: UnsafePointer<UInt8>, _ room: Int) -> Int {
        func continues(_ k: Int) -> Bool { p[k] & 0xC0 == 0x80 }
        switch p[0] {
        case 0xC2...0xDF:
            return room >= 2 && continues(1) ? 2 : 0
        case 0xE0...0xEF:
            guard room >= 3, continues(1), continues(2) else { return 0 }
            if p[0] == 0xE0 && p[1] < 0xA0 { return 0 }
            if p[0] == 0xED && p[1] > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard room >= 4, continues(1), continues(2), continues(3) else { return 0 }
            if p[0] == 0xF0 && p[1] < 0x90 { return 0 }
            if p[0] == 0xF4 && p[1] > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }
}
