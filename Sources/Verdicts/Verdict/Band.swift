/// A question about the distance to the nearest perimeter, which is 0 inside.
public struct Band: Sendable, Hashable {
    /// Metres within which the whole place must lie for *yes*.
    public let within: Double
    /// Metres from which on the whole place must lie for *no*; `within` unless something between the two is open.
    public let beyond: Double
    /// Whether a place at exactly that distance is within.
    public let includesLimit: Bool

    /// Within `distance` metres, the limit included.
    public init(within distance: Double) { self.init(within: distance, beyond: distance, includesLimit: true) }

    package init(within: Double, beyond: Double, includesLimit: Bool) {
        (self.within, self.beyond, self.includesLimit) = (within, beyond, includesLimit)
    }

    /// The answer for a place.
    public enum Answer: String, Sendable, CaseIterable {
        /// Nine tenths or more of the place, each point with its radius, lie within; or it is inside a perimeter.
        case yes
        /// Nine tenths or more lie beyond.
        case no
        /// Neither, or the place is not decided for another reason than the border.
        case uncertain
    }

    /// Whether a point lies surely within or surely beyond.
    ///
    /// - Parameters:
    ///   - distance: signed, in the metres of the band, negative inside; nil without any perimeter.
    ///   - radius: how far the true place may be from the point, in the same metres.
    func side(distance: Double?, radius: Double) -> Answer {
        guard let distance else { return .no }
        let far = distance + radius, near = distance - radius
        if includesLimit ? far <= within : far < within { return .yes }
        if includesLimit ? near > beyond : near >= beyond { return .no }
        return .uncertain
    }
}

extension Band.Answer {
    /// The answer for several addresses: of all, when it is the same.
    package static func of(all answers: [Band.Answer]) -> Band.Answer {
        answers.dropFirst().allSatisfy { $0 == answers[0] } ? answers.first ?? .uncertain : .uncertain
    }
}
