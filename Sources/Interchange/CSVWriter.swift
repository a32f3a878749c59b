/// Writes CSV records in a dialect into a buffer: cells quoted only where they must be, raw records as they are.
///
/// A cell is quoted when it holds the separator, a quote, CR or LF, or begins or ends with a space. Each worker has a writer of
/// its own and hands its ``output`` over in order.
public struct CSVWriter: Sendable {
    /// The dialect written.
    public let dialect: CSVDialect
    /// What has been written.
    public private(set) var output: OutputBuffer
    private var isAtStart = true
    private let newline: [UInt8]

    /// Makes a writer with an empty buffer; the byte order mark is not written unless asked for.
    public init(dialect: CSVDialect, capacity: Int = 1 << 16) {
        self.init(dialect: dialect, reusing: OutputBuffer(capacity: capacity))
    }

    /// Makes a writer that writes over what a buffer held, in its memory.
    public init(dialect: CSVDialect, reusing buffer: consuming OutputBuffer) {
        self.dialect = dialect
        output = buffer
        output.removeAll()
        newline = dialect.newline.bytes
    }

    /// Writes the byte order mark if the dialect has one; to be called first.
    public mutating func appendByteOrderMark() {
        if dialect.encoding == .utf8WithBOM { output.append([0xEF, 0xBB, 0xBF]) }
    }

    /// Writes bytes of a record of the same dialect unchanged, quotes and all: one cell or many.
    public mutating func append(raw bytes: UnsafeBufferPointer<UInt8>) {
        separate()
        output.append(bytes)
    }

    /// Writes bytes of a record of the same dialect unchanged, quotes and all: one cell or many.
    public mutating func append(raw bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append(raw: $0) } }

    /// Writes a cell; a character that the encoding lacks becomes `?`.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(utf8: $0) }
    }

    /// Writes a cell given in UTF-8; a character that the encoding lacks becomes `?`.
    public mutating func append(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard dialect.encoding == .windows1252, bytes.contains(where: { $0 >= 0x80 }) else {
            return append(encoded: bytes)
        }
        let encoded = TextEncoding.windows1252.bytes(String(decoding: bytes, as: UTF8.self))
        encoded.withUnsafeBufferPointer { append(encoded: $0) }
    }

    /// Writes a cell given in the dialect's encoding, such as ``TableRow/cell(_:)`` of a file of the same dialect.
    public mutating func append(encoded bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return separate() }
        let delimiter = dialect.delimiter
        let isAtStart = isAtStart
        self.isAtStart = false
        output.write(atMost: 2 * bytes.count + 3) { target in
            target[0] = delimiter
            let start = isAtStart ? 0 : 1
            // Copied as if it were plain, and once more if it was not.
            target.advanced(by: start).update(from: base, count: bytes.count)
            if !needsQuotes(base, bytes.count, delimiter) { return start + bytes.count }
            return start + writeQuoted(bytes, to: target + start)
        }
    }

    /// Writes an integer.
    public mutating func append(integer value: Int) {
        separate()
        output.append(integer: value)
    }

    /// Writes a number rounded to `decimals`, with the dialect's decimal mark; NaN and infinities are empty cells.
    public mutating func append(fixed value: Double, decimals: Int, trimmed: Bool = false) {
        separate()
        guard value.isFinite else { return }
        quotingComma { $0.append(fixed: value, decimals: decimals, trimmed: trimmed, separator: $1) }
    }

    /// Writes the shortest digits of a number, with the dialect's decimal mark; NaN and infinities are empty cells.
    public mutating func append(shortest value: Double) {
        separate()
        guard value.isFinite else { return }
        quotingComma { $0.append(shortest: value, separator: $1) }
    }

    /// Writes empty cells.
    public mutating func appendEmpty(_ count: Int = 1) {
        for _ in 0..<max(count, 0) { separate() }
    }

    /// Gives `body` room for `limit` bytes, to write whole records with their line ends as they are to stand in the file; it
    /// says how many bytes it wrote. To be called between two records.
    public mutating func append(recordsAtMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        precondition(isAtStart, "a record has not ended")
        output.append(atMost: limit, body)
    }

    /// Ends the record.
    public mutating func endRecord() {
        output.append(newline)
        isAtStart = true
    }

    /// Forgets what was written, once it has been handed over, and keeps the memory.
    public mutating func removeAll() { output.removeAll() }

    private mutating func separate() {
        if !isAtStart { output.append(dialect.delimiter) }
        isAtStart = false
    }

    /// A decimal comma in a file whose separator is the comma needs quotes.
    private mutating func quotingComma(_ body: (inout OutputBuffer, UInt8) -> Void) {
        guard dialect.decimalComma else { return body(&output, UInt8(ascii: ".")) }
        let needsQuotes = dialect.delimiter == UInt8(ascii: ",")
        if needsQuotes { output.append(quote) }
        body(&output, UInt8(ascii: ","))
        if needsQuotes { output.append(quote) }
    }
}

/// Writes a cell in quotes, its own doubled; gives how many bytes.
private func writeQuoted(_ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
    target[0] = quote
    var count = 1
    for byte in bytes {
        target[count] = byte
        count += 1
        if byte == quote {
            target[count] = quote
            count += 1
        }
    }
    target[count] = quote
    return count + 1
}

/// Whether a cell of at least one byte must be quoted; 8 bytes at a time.
@inline(__always)
private func needsQuotes(_ base: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8) -> Bool {
    if base[0] == 0x20 || base[count - 1] == 0x20 { return true }
    let raw = UnsafeRawPointer(base)
    if count < 8 {
        var word: UInt64
        if count >= 4 {
            word = UInt64(raw.loadUnaligned(as: UInt32.self))
            word |= UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
        } else {
            // The bytes that are missing repeat others.
            word = UInt64(base[0]) | UInt64(base[count >> 1]) << 8 | UInt64(base[count - 1]) << 16
            word |= 0x6161_6161_6100_0000
        }
        return hasSpecial(word, delimiter)
    }
    var offset = 0
    while offset + 8 < count {
        if hasSpecial(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), delimiter) { return true }
        offset += 8
    }
    return hasSpecial(raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self), delimiter)
}

/// Whether one of 8 bytes is the separator, a quote, CR or LF.
@inline(__always)
private func hasSpecial(_ word: UInt64, _ delimiter: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Some byte of x is zero just when this is not. Source: Mycroft; Warren, "Hacker's Delight", 6-1.
    func zeros(_ x: UInt64) -> UInt64 { (x &- ones) & ~x }
    let found =
        zeros(word ^ (ones &* UInt64(delimiter))) | zeros(word ^ (ones &* UInt64(quote)))
        | zeros(word ^ (ones &* 0x0A)) | zeros(word ^ (ones &* 0x0D))
    return found & (ones << 7) != 0
}
