package import Interchange
package import Perimeters

/// The codes and names of an atlas as cells of a dialect, encoded once for all rows.
package struct PerimeterCells: Sendable {
    let codes: [[UInt8]]
    let names: [[UInt8]]

    /// Encodes them; an atlas is absent where no perimeters are asked.
    package init(_ atlas: Atlas?, _ dialect: CSVDialect) {
        let perimeters = atlas?.perimeters ?? []
        codes = perimeters.map { Self.cell($0.code, dialect) }
        names = perimeters.map { Self.cell($0.name, dialect) }
    }

    private static func cell(_ text: String, _ dialect: CSVDialect) -> [UInt8] {
        var writer = CSVWriter(dialect: dialect, capacity: 0)
        writer.append(text: text)
        return writer.output.bytes
    }
}
