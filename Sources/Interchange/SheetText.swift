/// The text of a cell, as a line of a CSV takes it.
enum SheetText {
    /// Appends a text: what Excel escaped as `_x0009_` is resolved, line breaks become spaces.
    static func append(_ text: ArraySlice<UInt8>, to line: inout [UInt8]) {
        var place = text.startIndex
        var lastWasReturn = false
        while place < text.endIndex {
            var byte = text[place]
            var length = 1
            if byte == UInt8(ascii: "_"), let code = Self.escaped(text[place...]) {
                length = 7
                if code >= 0x80 {
                    line.append(contentsOf: Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8))
                    place += length
                    continue
                }
                byte = UInt8(code)
            }
            place += length
            if byte == 0x0A, lastWasReturn {
                lastWasReturn = false
                continue
            }
            lastWasReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D || byte == 0 { byte = 0x20 }
            line.append(byte)
        }
    }

    /// The character of `_xHHHH_` at the beginning of a text.
    private static func escaped(_ text: ArraySlice<UInt8>) -> UInt16? {
        guard text.count >= 7, text[text.startIndex + 1] == UInt8(ascii: "x"),
            text[text.startIndex + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = text[text.startIndex + 2..<text.startIndex + 6]
        guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
