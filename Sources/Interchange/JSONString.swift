// Strings of JSON (RFC 8259, section 7).
extension JSONCursor {
    /// Reads a string whose opening quote is the current byte.
    mutating func string() throws(InterchangeError) -> String {
        let opening = mark
        position += 1
        let start = position
        // Plain ASCII that ends within the window, nearly always.
        var i = position
        while base[i] >= 0x20, base[i] < 0x80, base[i] != quote, base[i] != UInt8(ascii: "\\") { i += 1 }
        if base[i] == quote {
            position = i + 1
            return String(decoding: UnsafeBufferPointer(start: base + start, count: i - start), as: UTF8.self)
        }
        var text: [UInt8] = []
        while true {
            let run = position
            var continuing = 0
            while base[position] >= 0x20, base[position] != quote, base[position] != UInt8(ascii: "\\") {
                if base[position] & 0xC0 == 0x80 { continuing += 1 }
                position += 1
            }
            countContinuations(continuing)
            text.append(contentsOf: UnsafeBufferPointer(start: base + run, count: position - run))
            switch base[position] {
            case quote:
                position += 1
                guard text.withUnsafeBufferPointer({ UTF8Check.isValid($0) }) else {
                    throw fault("the string is not UTF-8", at: opening, "this string")
                }
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(into: &text)
            default:
                if position < end { throw expected("no control character in a string: write it as an escape") }
                if isAtEnd { throw fault("the string is never closed", at: opening, "opened here") }
                try fill()
            }
        }
    }

    /// Reads an escape whose backslash is the current byte.
    private mutating func escape(into text: inout [UInt8]) throws(InterchangeError) {
        try ensure(12)
        let backslash = mark
        position += 2
        switch base[position - 1] {
        case quote: text.append(quote)
        case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var value = try hexadecimal(backslash)
            if (0xD800..<0xDC00).contains(value) {
                guard base[position] == UInt8(ascii: "\\"), base[position + 1] == UInt8(ascii: "u") else {
                    throw fault("the escape is one half of a pair", at: backslash)
                }
                position += 2
                let low = try hexadecimal(backslash)
                guard (0xDC00..<0xE000).contains(low) else {
                    throw fault("the escape is one half of a pair", at: backslash)
                }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else {
                throw fault("the escape is one half of a pair", at: backslash)
            }
            text.append(contentsOf: Array(String(scalar).utf8))
        default:
            position -= 2
            throw fault("expected an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", at: backslash)
        }
    }

    private mutating func hexadecimal(_ backslash: Mark) throws(InterchangeError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(base[position])).hexDigitValue else {
                throw fault("expected four hexadecimal digits after \\u", at: backslash)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
