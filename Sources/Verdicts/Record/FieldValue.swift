package import Interchange
package import Perimeters

/// The value of a field: its type, its cell in a CSV and its value in JSON.
///
/// An absent value is an empty cell in CSV and null in JSON.
package enum FieldValue: Sendable {
    /// A text; an empty one is an empty cell, and an empty string in JSON.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A probability, rounded to three decimals.
    case probability(Double?)
    /// Metres, rounded to three decimals.
    case metres(Double?)
    /// Degrees (WGS 84), rounded to seven decimals without trailing zeros.
    case degrees(Double?)
    /// The code of a perimeter, given by its index in the atlas.
    case code(Int?)
    /// The name of a perimeter, given by its index in the atlas.
    case name(Int?)

    /// The value in JSON.
    ///
    /// - Parameters:
    ///   - perimeters: those that codes and names are of.
    ///   - decimals: how many decimals metres have.
    package func json(_ perimeters: [Perimeter] = [], metresTo decimals: Int = 3) -> JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let value): JSONValue(value)
        case .probability(let value): value.map { JSONValue($0, decimals: 3) } ?? .null
        case .metres(let value): value.map { JSONValue($0, decimals: decimals) } ?? .null
        case .degrees(let value): value.map { JSONValue($0, decimals: 7) } ?? .null
        case .code(let perimeter): JSONValue(perimeter.map { perimeters[$0].code })
        case .name(let perimeter): JSONValue(perimeter.map { perimeters[$0].name })
        }
    }
}

extension CSVWriter {
    /// Writes the cell of a value.
    ///
    /// - Parameter perimeters: those that codes and names are of, in the writer's dialect.
    @inline(__always)
    package mutating func append(_ value: FieldValue, _ perimeters: PerimeterCells) {
        switch value {
        case .text(let text): append(text)
        case .integer(let value): append(integer: value)
        case .probability(let value?), .metres(let value?): append(fixed: value, decimals: 3)
        case .degrees(let value?): append(fixed: value, decimals: 7, trimmed: true)
        case .code(let perimeter?): append(raw: perimeters.codes[perimeter])
        case .name(let perimeter?): append(raw: perimeters.names[perimeter])
        case .probability(nil), .metres(nil), .degrees(nil), .code(nil), .name(nil): appendEmpty()
        }
    }
}
