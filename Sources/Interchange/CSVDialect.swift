/// How a CSV file is written: its separator, line ends, encoding and decimal mark.
public struct CSVDialect: Sendable, Hashable, CustomStringConvertible {
    /// What ends a record.
    public enum Newline: Sendable, Hashable {
        /// LF, as Unix writes it. A CR before it is not part of the record when reading.
        case lf
        /// CR LF, as Windows writes it. A lone LF ends a record too when reading.
        case crlf
        /// CR alone, as old spreadsheets of the Macintosh wrote it.
        case cr

        /// The bytes to write.
        public var bytes: [UInt8] {
            switch self {
            case .lf: [0x0A]
            case .crlf: [0x0D, 0x0A]
            case .cr: [0x0D]
            }
        }
    }

    /// The separator of cells: `,` `;` tab or `|`.
    public var delimiter: UInt8
    /// What ends a record.
    public var newline: Newline
    /// How the characters are written.
    public var encoding: TextEncoding
    /// Whether numbers have a decimal comma.
    public var decimalComma: Bool

    /// Makes a dialect; by default that of RFC 4180 with Unix line ends.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","), newline: Newline = .lf, encoding: TextEncoding = .utf8,
        decimalComma: Bool = false
    ) {
        self.delimiter = delimiter
        self.newline = newline
        self.encoding = encoding
        self.decimalComma = decimalComma
    }

    /// What a French Excel opens and saves as “CSV UTF-8”: semicolons, decimal commas, a byte order mark, CR LF.
    public static let frenchExcel = CSVDialect(
        delimiter: UInt8(ascii: ";"), newline: .crlf, encoding: .utf8WithBOM, decimalComma: true)

    /// One line for a person, such as `separator ;, UTF-8 with BOM, CRLF, decimal comma`.
    public var description: String {
        var parts = ["separator \(CSVDialect.name(of: delimiter))", encoding.description]
        switch newline {
        case .lf: parts.append("LF")
        case .crlf: parts.append("CRLF")
        case .cr: parts.append("CR")
        }
        if decimalComma { parts.append("decimal comma") }
        return parts.joined(separator: ", ")
    }

    /// The separators that a file may have.
    public static let delimiters: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, UInt8(ascii: "|")]

    private static func name(of delimiter: UInt8) -> String {
        delimiter == 0x09 ? "tab" : String(Unicode.Scalar(delimiter))
    }

    /// What a user states about a file; nil leaves it to the sniffer.
    public struct Override: Sendable, Hashable {
        /// The separator of cells.
        public var delimiter: UInt8?
        /// What ends a record.
        public var newline: Newline?
        /// How the characters are written.
        public var encoding: TextEncoding?
        /// Whether numbers have a decimal comma.
        public var decimalComma: Bool?

        /// States nothing, or something.
        public init(
            delimiter: UInt8? = nil, newline: Newline? = nil, encoding: TextEncoding? = nil, decimalComma: Bool? = nil
        ) {
            self.delimiter = delimiter
            self.newline = newline
            self.encoding = encoding
            self.decimalComma = decimalComma
        }
    }
}
