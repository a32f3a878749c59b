public import Interchange
public import QPVKit

/// One spelling and the perimeter that it means.
public struct PerimeterAnswer: Sendable {
    /// How many perimeters are meant.
    public enum Status: String, Sendable {
        /// One.
        case found
        /// One of several.
        case ambiguous
        /// None of those here, by an alias.
        case absent
        /// None.
        case unknown
    }

    /// The spelling.
    public let name: String
    /// How many perimeters are meant.
    public let status: Status
    /// How that was found.
    public let ground: PerimeterNames.Ground
    /// The perimeter found; else those that may be meant.
    public let candidates: [Perimeter]

    /// Asks what a spelling means.
    ///
    /// - Parameter commune: a commune's name or INSEE code, to which the answer is limited; nil for all.
    public init(_ name: String, in names: PerimeterNames, commune: String? = nil) {
        let answer = names.resolve(name, inCommune: commune)
        self.name = name
        ground = answer.ground
        let perimeters = names.atlas.perimeters
        switch answer.meaning {
        case .one(let index): (status, candidates) = (.found, [perimeters[index]])
        case .ambiguous(let all): (status, candidates) = (.ambiguous, all.map { perimeters[$0] })
        case .unknown(let similar): (status, candidates) = (.unknown, similar.map { perimeters[$0] })
        case .absent: (status, candidates) = (.absent, [])
        }
    }

    /// The spelling, the status, the ground and the perimeters by code and name.
    public var json: JSONValue {
        [
            "name": .string(name), "status": .string(status.rawValue), "ground": .string(ground.rawValue),
            "perimeters": .array(
                candidates.map { ["code": .string($0.code), "name": .string($0.name)] }),
        ]
    }
}
