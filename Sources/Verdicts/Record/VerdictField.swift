package import Interchange
package import Perimeters

/// A field of the verdict record: the one definition of its name, its value and the type of that value.
///
/// The columns of an audit, those of its other layers, the JSON of a check, lists of letterboxes and compared audits are written
/// by it, and ``AuditedColumns`` are read by it. A new field is one case here, with its value and what that follows from.
public enum VerdictField: String, Sendable, CaseIterable {
    /// ``Verdict/decision``.
    case verdict
    /// The code of the perimeter that the place lies in; absent unless inside.
    case code
    /// The name of the perimeter that the place lies in; absent unless inside.
    case name
    /// ``Verdict/probability``; absent when not located.
    case probability
    /// ``Verdict/quality``: 1, 2 or 3.
    case quality
    /// ``Verdict/distance``: metres to the nearest border, negative inside; absent when not located or without a border.
    case distance = "distance_m"
    /// The code of ``Verdict/nearest``; absent when not located or without a border.
    case nearestCode = "nearest_code"
    /// ``Verdict/reason``.
    case reason
    /// ``Verdict/addresses``.
    case addresses
    /// ``Verdict/addressesInside``.
    case addressesInside = "addresses_inside"

    /// All fields, in the order of an audit's columns.
    package static let all = allCases
    /// How many addresses a row names: the same for all layers, written with the main one.
    package static let ofRow: [VerdictField] = [.addresses, .addressesInside]
    /// The fields that each layer has.
    package static let ofLayer = all.filter { !ofRow.contains($0) }

    /// The name of the column or member, such as `qpv_distance_m`.
    ///
    /// - Parameter prefix: the name of the layer: `qpv`, `qva`, `qpv_2015`.
    package func name(_ prefix: String) -> String { "\(prefix)_\(rawValue)" }

    /// Writes the value of the field in a verdict.
    @inline(__always)
    package func write<Writer: FieldWriter>(
        _ verdict: Verdict, _ perimeters: Writer.Perimeters, to writer: inout Writer
    ) {
        switch self {
        case .verdict: writer.append(text: verdict.decision.rawValue)
        case .code: writer.append(codeOf: verdict.perimeter, perimeters)
        case .name: writer.append(nameOf: verdict.perimeter, perimeters)
        case .probability: writer.append(probability: verdict.probability)
        case .quality: writer.append(integer: verdict.quality.rawValue)
        case .distance: writer.append(metres: verdict.distance)
        case .nearestCode: writer.append(codeOf: verdict.nearest, perimeters)
        case .reason: writer.append(text: verdict.reason.rawValue)
        case .addresses: writer.append(integer: verdict.addresses)
        case .addressesInside: writer.append(integer: verdict.addressesInside)
        }
    }

    /// What a value follows from. ``VerdictColumns`` make ready the cells of fields that follow from few facts.
    enum Source {
        /// The decision.
        case decision
        /// The decision, and the perimeter that the place is inside of.
        case perimeter
        /// The decision, for a position that lies whole on one side; else the evidence.
        case side
        /// The decision and the perimeter of the nearest border, for such a position; else the evidence.
        case nearest
        /// The evidence.
        case distance
    }

    /// What the value follows from.
    var source: Source {
        switch self {
        case .verdict: .decision
        case .code, .name: .perimeter
        case .probability, .quality, .reason, .addresses, .addressesInside: .side
        case .nearestCode: .nearest
        case .distance: .distance
        }
    }
}

extension CSVWriter {
    /// Writes the cells of some fields.
    ///
    /// - Parameter perimeters: those that the verdict is about, in the writer's dialect.
    package mutating func append(_ fields: [VerdictField], of verdict: Verdict, _ perimeters: PerimeterCells) {
        // One switch a field, straight to the writer: a value in between would cost half as much again.
        for field in fields { field.write(verdict, perimeters, to: &self) }
    }
}

extension Verdict {
    /// The values of some fields in JSON.
    ///
    /// - Parameters:
    ///   - perimeters: those that the verdict is about.
    ///   - decimals: how many decimals metres have.
    package func values(
        _ fields: [VerdictField], _ perimeters: [Perimeter], metresTo decimals: Int = 3
    ) -> [JSONValue] {
        fields.map { field in
            var writer = JSONFieldWriter(decimalsOfMetres: decimals)
            field.write(self, perimeters, to: &writer)
            return writer.value
        }
    }

    /// The members of a layer's verdict in JSON, named like the columns of an audit.
    ///
    /// - Parameters:
    ///   - prefix: the name of the layer.
    ///   - perimeters: those of the layer.
    package func json(_ fields: [VerdictField], _ prefix: String, _ perimeters: [Perimeter]) -> JSONObject {
        JSONObject(zip(fields, values(fields, perimeters)).map { .init($0.name(prefix), $1) })
    }
}
