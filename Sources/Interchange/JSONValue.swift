/// A JSON value that keeps what a file says: the order of members, the text of numbers.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it is written, so that no digit is lost.
    case number(String)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Members in order.
    case object(JSONObject)

    /// A number with its shortest digits; NaN and infinities, which JSON lacks, become null.
    public init(_ value: Double) {
        guard value.isFinite else {
            self = .null
            return
        }
        var buffer = OutputBuffer()
        buffer.append(shortest: value)
        self = .number(buffer.string)
    }

    /// A number rounded to some decimals, trailing zeros left out; NaN and infinities become null.
    public init(_ value: Double, decimals: Int) {
        guard value.isFinite else {
            self = .null
            return
        }
        var buffer = OutputBuffer()
        buffer.append(fixed: value, decimals: decimals, trimmed: true)
        self = .number(buffer.string)
    }

    /// An integer.
    public init(_ value: Int) { self = .number(String(value)) }

    /// A text, or null.
    public init(_ value: String?) { self = value.map { .string($0) } ?? .null }

    /// The text of a string; nil for any other value.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The double nearest to a number; nil for any other value.
    public var double: Double? { if case .number(let text) = self { parseDouble(text) } else { nil } }

    /// An integer written as one (`3`, also `3.0`); nil for any other value.
    public var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text) ?? parseDouble(text).flatMap { Int(exactly: $0) }
    }

    /// A truth value; nil for any other value.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The items of a list; nil for any other value.
    public var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

    /// The members of an object; nil for any other value.
    public var object: JSONObject? { if case .object(let members) = self { members } else { nil } }

    /// A member of an object, or nil.
    public subscript(name: String) -> JSONValue? { object?[name] }

    /// What a person would read in a table: a string's text, a number as written, `true`, nothing for null, else JSON.
    public var text: String {
        switch self {
        case .null: ""
        case .string(let text): text
        default: json()
        }
    }
}

/// The members of a JSON object in order; looking one up is linear in their number.
public struct JSONObject: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// A name and its value.
    public struct Member: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in order.
    public var members: [Member]

    /// Makes an object of members in order.
    public init(_ members: [Member] = []) { self.members = members }

    /// Makes an object of members in order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { Member($0.0, $0.1) }
    }

    /// How many members there are.
    public var count: Int { members.count }

    /// Whether there are none.
    public var isEmpty: Bool { members.isEmpty }

    /// The names in order.
    public var names: [String] { members.map(\.name) }

    /// The members as a dictionary; the last of a repeated name stays.
    public var dictionary: [String: JSONValue] {
        Dictionary(members.map { ($0.name, $0.value) }) { _, last in last }
    }

    /// The value of a name, the last one where it is repeated; setting replaces it in its place, appends it, or removes it.
    public subscript(name: String) -> JSONValue? {
        get { members.last { $0.name == name }?.value }
        set {
            guard let newValue else { return members.removeAll { $0.name == name } }
            if let index = members.lastIndex(where: { $0.name == name }) {
                members[index].value = newValue
            } else {
                members.append(Member(name, newValue))
            }
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integer.
    public init(integerLiteral value: Int) { self.init(value) }
    /// A number.
    public init(floatLiteral value: Double) { self.init(value) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Null.
    public init(nilLiteral: ()) { self = .null }
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Members in order.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member($0.0, $0.1) }))
    }
}
