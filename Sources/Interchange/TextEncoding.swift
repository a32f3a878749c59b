/// How the characters of a text file are written as bytes.
public enum TextEncoding: Sendable, Hashable, CustomStringConvertible {
    /// UTF-8 without a byte order mark.
    case utf8
    /// UTF-8 after the bytes EF BB BF, as spreadsheets write it.
    case utf8WithBOM
    /// Windows code page 1252, which holds Latin-1 and the French œ, Œ, Ÿ and €.
    case windows1252

    /// The name that a person knows.
    public var description: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf8WithBOM: "UTF-8 with BOM"
        case .windows1252: "Windows-1252"
        }
    }

    /// The text of a run of bytes; bytes that are not valid UTF-8 become U+FFFD.
    ///
    /// The five bytes that code page 1252 leaves undefined become the control characters of the same number, as
    /// browsers do. Linear in the number of bytes.
    public func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard self == .windows1252 else { return String(decoding: bytes, as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Windows1252.scalar(byte)) }
        return String(text)
    }

    /// The text of a run of bytes; see ``string(_:)-(UnsafeBufferPointer<UInt8>)``.
    public func string(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { string($0) } }

    /// The bytes of a text; a character that the encoding lacks becomes `?`. No byte order mark is added.
    public func bytes(_ text: String) -> [UInt8] {
        guard self == .windows1252 else { return Array(text.utf8) }
        return text.unicodeScalars.map { Windows1252.byte($0) ?? UInt8(ascii: "?") }
    }
}

/// The table of code page 1252.
enum Windows1252 {
    /// Code points of the bytes 80 to 9F. Source: Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
    private static let high: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The character of a byte.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        byte & 0xE0 == 0x80 ? Unicode.Scalar(high[Int(byte) - 0x80])! : Unicode.Scalar(byte)
    }

    /// The byte of a character, if the code page has it.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        if value < 0x80 || (0xA0...0xFF).contains(value) { return UInt8(value) }
        return high.firstIndex(of: value).map { UInt8($0 + 0x80) }
    }
}
