// Writing JSON (RFC 8259): the same value always gives the same bytes.
extension JSONValue {
    /// The value as JSON text; `pretty` puts each member and item on a line of its own, indented by two spaces.
    public func json(pretty: Bool = false) -> String {
        var buffer = OutputBuffer()
        buffer.append(json: self, pretty: pretty)
        return buffer.string
    }
}

extension OutputBuffer {
    /// Appends a value as JSON text; see ``JSONValue/json(pretty:)``. No newline at the end.
    public mutating func append(json value: JSONValue, pretty: Bool = false) {
        append(value, indent: pretty ? 0 : nil)
    }

    /// Appends a text as a JSON string with its quotes.
    public mutating func append(jsonString text: String) {
        var text = text
        text.withUTF8 { bytes in
            append(quote)
            var clean = 0
            for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") {
                append(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
                appendEscape(byte)
                clean = index + 1
            }
            append(UnsafeBufferPointer(rebasing: bytes[clean...]))
            append(quote)
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case quote: append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            for digit in [byte >> 4, byte & 15] {
                append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }

    private mutating func append(_ value: JSONValue, indent: Int?) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let text): append(text)
        case .string(let text): append(jsonString: text)
        case .array(let items):
            append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                separate(isFirst: index == 0, indent)
                append(item, indent: indent.map { $0 + 2 })
            }
            close(UInt8(ascii: "]"), isEmpty: items.isEmpty, indent)
        case .object(let object):
            append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                separate(isFirst: index == 0, indent)
                append(jsonString: member.name)
                append(UInt8(ascii: ":"))
                if indent != nil { append(UInt8(ascii: " ")) }
                append(member.value, indent: indent.map { $0 + 2 })
            }
            close(UInt8(ascii: "}"), isEmpty: object.isEmpty, indent)
        }
    }

    private mutating func separate(isFirst: Bool, _ indent: Int?) {
        if !isFirst { append(UInt8(ascii: ",")) }
        if let indent { breakLine(indent + 2) }
    }

    private mutating func close(_ byte: UInt8, isEmpty: Bool, _ indent: Int?) {
        if let indent, !isEmpty { breakLine(indent) }
        append(byte)
    }

    private mutating func breakLine(_ indent: Int) {
        append(0x0A)
        for _ in 0..<indent { append(0x20) }
    }
}
