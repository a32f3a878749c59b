public import Gazetteer
import Interchange

/// How far, in metres, the true place may be from a stated position: by the BAN's `type_position`.
///
/// The disc of this radius around a position is what a verdict weighs against the border. The table is the project's
/// own; `docs/verdict.md` compares it with positions measured on the ground.
public struct RadiusTable: Sendable, Equatable {
    private var metres: [PositionType: Double] = [
        .entree: 5, .cageEscalier: 5, .logement: 5, .delivrancePostale: 10, .batiment: 15, .parcelle: 25,
        .segment: 50, .serviceTechnique: 25, .unknown: 20,
    ]
    /// When set, the radius of every position, whatever its type.
    private var override: Double?

    /// The documented table.
    public init() {}

    /// One radius, in metres, for every position; 0 makes a verdict plain membership of a point.
    public init(everywhere radius: Double) { override = radius }

    /// The radius of a type of position, in metres.
    ///
    /// Interpolated positions carry their own radius (half the gap between their neighbours, at least 10 m); this gives
    /// the 10 m for one that does not.
    public subscript(type: PositionType) -> Double {
        get { override ?? metres[type] ?? 10 }
        set { metres[type] = newValue }
    }

    /// The radius of one position of the gazetteer: its own when it has one and nothing overrides it.
    func radius(of type: PositionType, own: Double?) -> Double { override ?? own ?? self[type] }

    /// The table, or the one radius that overrides it.
    var json: JSONValue {
        if let override { return JSONValue(override) }
        return .object(JSONObject(PositionType.allCases.map { .init($0 == .unknown ? "inconnue" : $0.name, JSONValue(self[$0])) }))
    }
}
