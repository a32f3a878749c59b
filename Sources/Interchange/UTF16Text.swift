/// UTF-16 as Excel's "Unicode text" is written, told by its byte order mark or by zeros in every second place.
enum UTF16Text {
    /// The order of the two bytes of a unit.
    enum Order { case littleEndian, bigEndian }

    /// The order of the first bytes of a file; nil when they are no UTF-16.
    static func order(of head: [UInt8]) -> Order? {
        if head.starts(with: [0xFF, 0xFE]) { return .littleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .bigEndian }
        guard head.count >= 8 else { return nil }
        let zeros = [0, 1].map { start in stride(from: start, to: head.count, by: 2).count { head[$0] == 0 } }
        guard zeros.max()! > head.count / 5, zeros.min()! < head.count / 20 else { return nil }
        return zeros[1] > zeros[0] ? .littleEndian : .bigEndian
    }

    /// The same text as UTF-8 with a byte order mark; a unit without its other half becomes U+FFFD. Linear.
    static func utf8(_ bytes: [UInt8], _ order: Order) -> [UInt8] {
        let (high, low) = order == .bigEndian ? (0, 1) : (1, 0)
        let hasMark = bytes.count >= 2 && bytes[high] == 0xFE && bytes[low] == 0xFF
        let units = stride(from: hasMark ? 2 : 0, to: bytes.count - bytes.count % 2, by: 2).lazy.map {
            UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
        }
        var text: [UInt8] = [0xEF, 0xBB, 0xBF]
        text.reserveCapacity(bytes.count / 2 + 3)
        _ = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
        ) { text.append($0) }
        return text
    }
}
