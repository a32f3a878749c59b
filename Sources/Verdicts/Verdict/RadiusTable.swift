public import Gazetteer
public import Interchange

/// How far, in metres, the true place may be from a stated position: by the BAN's `type_position`.
///
/// The disc of this radius around a position is what a verdict weighs against the border. The table is the project's
/// own; <doc:Verdict> has it with its reasons.
public struct RadiusTable: Sendable, Equatable {
    private static let documented: [PositionType: Double] = [
        .entree: 5, .cageEscalier: 5, .logement: 5, .delivrancePostale: 10, .batiment: 15, .parcelle: 25,
        .segment: 50, .serviceTechnique: 25, .interpolated: 10, .unknown: 20,
    ]
    /// When set, the radius of every position whose type is not stated.
    private var everywhere: Double?
    /// What was stated for a type: counts before all else.
    private var stated: [PositionType: Double] = [:]

    /// The documented table.
    public init() {}

    /// One radius, in metres, for every position; 0 makes a verdict plain membership of a point.
    ///
    /// What is stated for a type afterwards counts before it.
    public init(everywhere radius: Double) { everywhere = radius }

    /// The radius of a type of position, in metres.
    ///
    /// Interpolated positions carry their own radius (half the gap between their neighbours, at least 10 m); this gives
    /// the 10 m for one that does not.
    public subscript(type: PositionType) -> Double {
        get { stated[type] ?? everywhere ?? Self.documented[type]! }
        set { stated[type] = newValue }
    }

    /// The radius of one position of the gazetteer: its own when it has one and nothing overrides it.
    package func radius(of type: PositionType, own: Double?) -> Double {
        stated[type] ?? everywhere ?? own ?? self[type]
    }

    /// The largest radius of any position, in metres.
    var largest: Double { PositionType.allCases.reduce(0) { max($0, self[$1]) } }

    /// The table, or the one radius that overrides it.
    public var json: JSONValue {
        if let everywhere, stated.isEmpty { return JSONValue(everywhere) }
        return .object(
            JSONObject(PositionType.allCases.map { .init($0 == .unknown ? "inconnue" : $0.name, JSONValue(self[$0])) }))
    }
}
