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
    private var transcoded: [UInt8] = []

    /// Makes a writer with an empty buffer; the byte order mark is not written unless asked for.
    public init(dialect: CSVDialect, capacity: Int = 1 << 16) {
        self.dialect = dialect
        output = OutputBuffer(capacity: capacity)
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

    /// Writes a cell given in the dialect's encoding, such as ``CSVRecord/cell(_:)`` of a file of the same dialect.
    public mutating func append(encoded bytes: UnsafeBufferPointer<UInt8>) {
        separate()
        var mustQuote = false
        let delimiter = dialect.delimiter
        for byte in bytes {
            mustQuote = mustQuote || byte == delimiter || byte == quote || byte == 0x0A || byte == 0x0D
        }
        if bytes.first == 0x20 || bytes.last == 0x20 { mustQuote = true }
        guard mustQuote else { return output.append(bytes) }
        output.write(atMost: 2 * bytes.count + 2) { target in
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
