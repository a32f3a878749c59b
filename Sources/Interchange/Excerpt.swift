/// A piece of one line of a file with a caret under the character at fault.
public struct Excerpt: Sendable, Equatable {
    /// The text, control characters made visible, cut with `…` on either side when the line is long.
    public var text: String
    /// How many characters (Unicode scalars) of ``text`` come before the fault.
    public var caret: Int
    /// What is said beside the caret; may be empty.
    public var label: String

    /// Makes an excerpt of ready-made text.
    public init(text: String, caret: Int, label: String = "") {
        self.text = text
        self.caret = caret
        self.label = label
    }

    /// The same with each letter as `X` or `x` and each digit as 9: where the fault is can be seen, and nothing of a person.
    public var masked: Excerpt {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            if properties.numericType != nil {
                scalars.append("9")
            } else if properties.isAlphabetic {
                scalars.append(properties.isUppercase ? "X" : "x")
            } else {
                scalars.append(scalar)
            }
        }
        return Excerpt(text: String(scalars), caret: caret, label: label)
    }

    /// Cuts an excerpt of at most about 100 characters from a line of any length.
    ///
    /// - Parameters:
    ///   - line: the bytes of the line, or as many of them as are at hand.
    ///   - fault: the index in `line` of the byte at fault; may equal its count.
    ///   - isCut: whether the line goes on before the first byte of `line`.
    init(line: UnsafeBufferPointer<UInt8>, fault: Int, isCut: Bool = false, encoding: TextEncoding, label: String) {
        let reach = 400
        let from = max(0, fault - reach)
        let to = min(line.count, fault + reach)
        let before = Self.visible(UnsafeBufferPointer(rebasing: line[from..<fault]), encoding)
        let after = Self.visible(UnsafeBufferPointer(rebasing: line[fault..<to]), encoding)
        let kept = min(before.count, 60)
        let room = 100 - kept
        var scalars = String.UnicodeScalarView()
        let cutsLeft = isCut || from > 0 || kept < before.count
        if cutsLeft { scalars.append("…") }
        scalars.append(contentsOf: before.suffix(kept))
        scalars.append(contentsOf: after.prefix(room))
        if to < line.count || after.count > room { scalars.append("…") }
        self.init(text: String(scalars), caret: kept + (cutsLeft ? 1 : 0), label: label)
    }

    /// The characters of a run of bytes, with a picture for each control character.
    private static func visible(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) -> [Unicode.Scalar] {
        encoding.string(bytes).unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x09: return " "
            case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value)!
            case 0x7F..<0xA0: return "\u{FFFD}"
            default: return scalar
            }
        }
    }
}
