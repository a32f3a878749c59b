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

    /// The value of the field in a verdict.
    @inline(__always)
    package func value(in verdict: Verdict) -> FieldValue {
        switch self {
        case .verdict: .text(verdict.decision.rawValue)
        case .code: .code(verdict.perimeter)
        case .name: .name(verdict.perimeter)
        case .probability: .probability(verdict.probability)
        case .quality: .integer(verdict.quality.rawValue)
        case .distance: .metres(verdict.distance)
        case .nearestCode: .code(verdict.nearest)
        case .reason: .text(verdict.reason.rawValue)
        case .addresses: .integer(verdict.addresses)
        case .addressesInside: .integer(verdict.addressesInside)
        }
    }

    /// What the value follows from, for a position that lies whole inside one perimeter or outside all: see ``PlainRows``.
    enum PlainSource {
        /// Whether it is inside.
        case side
        /// Whether it is inside, and in which perimeter.
        case perimeter
        /// Whether it is inside, and which perimeter has the nearest border.
        case nearest
        /// How far that border is.
        case distance
    }

    /// What the value of a plain position follows from.
    var plainSource: PlainSource {
        switch self {
        case .verdict, .probability, .quality, .reason, .addresses, .addressesInside: .side
        case .code, .name: .perimeter
        case .nearestCode: .nearest
        case .distance: .distance
        }
    }
}

extension CSVWriter {
    /// Writes the cells of some fields.
    ///
    /// - Parameter perimeters: those that the verdict is about, in the writer's dialect.
    package mutating func append(
        _ fields: [VerdictField], of verdict: Verdict, _ perimeters: PerimeterCells
    ) {
        for field in fields { append(field.value(in: verdict), perimeters) }
    }
}

extension Verdict {
    /// The members of a layer's verdict in JSON, named like the columns of an audit.
    ///
    /// - Parameters:
    ///   - prefix: the name of the layer.
    ///   - perimeters: those of the layer.
    package func json(_ fields: [VerdictField], _ prefix: String, _ perimeters: [Perimeter]) -> JSONObject {
        JSONObject(fields.map { .init($0.name(prefix), $0.value(in: self).json(perimeters)) })
    }
}
