// Whole values of JSON.
extension JSONValue {
    /// Reads one JSON value that takes a whole file; for small files. Errors have their place and say what was expected.
    public static func read(_ source: ByteSource) throws(InterchangeError) -> JSONValue {
        var cursor = try JSONCursor(source)
        let value = try cursor.value(depth: 0)
        try cursor.expectEnd()
        return value
    }

    /// Reads one JSON value from bytes in memory; see ``read(_:)``.
    public static func parse(_ bytes: [UInt8], name: String = "memory") throws(InterchangeError) -> JSONValue {
        try read(ByteSource(bytes: bytes, name: name, inflates: false))
    }
}

extension JSONCursor {
    /// How deep values may be nested.
    static var deepest: Int { 128 }

    /// Reads any value.
    mutating func value(depth: Int) throws(InterchangeError) -> JSONValue {
        switch try peek() {
        case UInt8(ascii: "{"):
            var object = JSONObject()
            try members(depth: depth) { (cursor, name) throws(InterchangeError) in
                object.members.append(.init(name, try cursor.value(depth: depth + 1)))
            }
            return .object(object)
        case UInt8(ascii: "["):
            var items: [JSONValue] = []
            try self.items(depth: depth) { cursor throws(InterchangeError) in
                items.append(try cursor.value(depth: depth + 1))
            }
            return .array(items)
        case quote: return .string(try string())
        case UInt8(ascii: "N") where acceptsNotANumber: return try word("NaN", .null)
        case UInt8(ascii: "I") where acceptsNotANumber: return try word("Infinity", .null)
        case UInt8(ascii: "-") where acceptsNotANumber && base[position + 1] == UInt8(ascii: "I"):
            return try word("-Infinity", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try numberText())
        case UInt8(ascii: "t"): return .bool(try word("true", true))
        case UInt8(ascii: "f"): return .bool(try word("false", false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw expected("a value")
        }
    }

    /// Goes over any value.
    mutating func skipValue(depth: Int) throws(InterchangeError) {
        switch try peek() {
        case UInt8(ascii: "{"):
            try members(depth: depth) { (cursor, _) throws(InterchangeError) in try cursor.skipValue(depth: depth + 1) }
        case UInt8(ascii: "["):
            try items(depth: depth) { cursor throws(InterchangeError) in try cursor.skipValue(depth: depth + 1) }
        default:
            _ = try value(depth: depth)
        }
    }

    /// Reads an object; `body` reads the value of each member.
    mutating func members(
        depth: Int, _ body: (inout JSONCursor, String) throws(InterchangeError) -> Void
    ) throws(InterchangeError) {
        try checkDepth(depth)
        try expect(UInt8(ascii: "{"), "{")
        if try take(UInt8(ascii: "}")) { return }
        while true {
            guard try peek() == quote else { throw expected("a member's name in quotes") }
            let name = try string()
            try expect(UInt8(ascii: ":"), ": after the name “\(name)”")
            try body(&self, name)
            if try take(UInt8(ascii: ",")) { continue }
            try expect(UInt8(ascii: "}"), ", or }")
            return
        }
    }

    /// Reads an array; `body` reads each item.
    mutating func items(
        depth: Int, _ body: (inout JSONCursor) throws(InterchangeError) -> Void
    ) throws(InterchangeError) {
        try checkDepth(depth)
        try expect(UInt8(ascii: "["), "[")
        if try take(UInt8(ascii: "]")) { return }
        while true {
            try body(&self)
            if try take(UInt8(ascii: ",")) { continue }
            try expect(UInt8(ascii: "]"), ", or ]")
            return
        }
    }

    /// Fails unless nothing but white space is left.
    mutating func expectEnd() throws(InterchangeError) {
        _ = try peek()
        if !isAtEnd { throw expected("nothing after the value") }
    }

    private func checkDepth(_ depth: Int) throws(InterchangeError) {
        if depth >= Self.deepest { throw fault("values are nested more than \(Self.deepest) deep", at: mark) }
    }

    private mutating func word<T>(_ word: StaticString, _ value: T) throws(InterchangeError) -> T {
        try ensure(16)
        for k in 0..<word.utf8CodeUnitCount where base[position + k] != word.utf8Start[k] {
            throw expected("a value")
        }
        position += word.utf8CodeUnitCount
        return value
    }
}
