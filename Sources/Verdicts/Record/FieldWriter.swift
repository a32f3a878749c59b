package import Interchange
import Perimeters

/// Writes the value of a field in one form of output: a cell of a CSV or a value of JSON.
///
/// The type of a value is the method that it is given to. An absent value is an empty cell in CSV and null in JSON.
package protocol FieldWriter {
    /// The perimeters that codes and names are of.
    associatedtype Perimeters

    mutating func append(text: String)
    mutating func append(integer: Int)
    /// A probability, from 0 to 1.
    mutating func append(probability: Double?)
    mutating func append(metres: Double?)
    /// Degrees, WGS 84.
    mutating func append(degrees: Double?)
    /// The code of a perimeter, given by its index.
    mutating func append(codeOf perimeter: Int?, _ perimeters: Perimeters)
    /// The name of a perimeter, given by its index.
    mutating func append(nameOf perimeter: Int?, _ perimeters: Perimeters)
}

/// Cells: texts that no spreadsheet takes for a formula, probabilities and metres with three decimals, degrees with up to seven.
extension CSVWriter: FieldWriter {
    @inline(__always)
    package mutating func append(probability: Double?) { append(fixed: probability ?? .nan, decimals: 3) }

    @inline(__always)
    package mutating func append(metres: Double?) { append(fixed: metres ?? .nan, decimals: 3) }

    @inline(__always)
    package mutating func append(degrees: Double?) { append(fixed: degrees ?? .nan, decimals: 7, trimmed: true) }

    @inline(__always)
    package mutating func append(codeOf perimeter: Int?, _ perimeters: PerimeterCells) {
        if let perimeter { append(raw: perimeters.codes[perimeter]) } else { appendEmpty() }
    }

    @inline(__always)
    package mutating func append(nameOf perimeter: Int?, _ perimeters: PerimeterCells) {
        if let perimeter { append(raw: perimeters.names[perimeter]) } else { appendEmpty() }
    }
}

/// The value of one field in JSON, with the decimals of a cell; trailing zeros are left out.
struct JSONFieldWriter: FieldWriter {
    private(set) var value = JSONValue.null
    /// How many decimals metres have.
    var decimalsOfMetres = 3

    mutating func append(text: String) { value = .string(text) }
    mutating func append(integer: Int) { value = JSONValue(integer) }
    mutating func append(probability: Double?) { value = JSONValue(probability, decimals: 3) }
    mutating func append(metres: Double?) { value = JSONValue(metres, decimals: decimalsOfMetres) }
    mutating func append(degrees: Double?) { value = JSONValue(degrees: degrees) }
    mutating func append(codeOf perimeter: Int?, _ perimeters: [Perimeter]) {
        value = JSONValue(perimeter.map { perimeters[$0].code })
    }
    mutating func append(nameOf perimeter: Int?, _ perimeters: [Perimeter]) {
        value = JSONValue(perimeter.map { perimeters[$0].name })
    }
}

extension JSONValue {
    /// Degrees with up to seven decimals; null when absent.
    package init(degrees: Double?) { self.init(degrees, decimals: 7) }

    fileprivate init(_ value: Double?, decimals: Int) {
        self = value.map { JSONValue($0, decimals: decimals) } ?? .null
    }
}
