public import Gazetteer

/// What was found about one address or position: the verdict, and what it rests on.
public struct Finding: Sendable {
    /// The verdict.
    public var verdict: Verdict
    /// The address matched; nil for a position.
    public var match: Match?
    /// Degrees, WGS 84; nil when nothing was located.
    public var longitude: Double?
    /// Degrees, WGS 84; nil when nothing was located.
    public var latitude: Double?
    /// The share of the location in each perimeter (indices into the atlas), largest first.
    public var shares: [(perimeter: Int, share: Double)] = []
    /// True when no perimeter touches the commune of the match.
    public var isCommuneWithoutPerimeter = false
    /// The INSEE code of the commune written, when the reason is `commune_not_in_gazetteer`; nil when several communes answer.
    public var lacking: String?
    /// The name or the postcode of the commune written, when the reason is `commune_not_in_gazetteer`.
    public var lackingName: String?
    /// What is wrong with the coordinates, by the stable code of `CoordinateSanity`, when the reason is
    /// `coordinates_invalid`; a cell that is empty or no number is `not_finite`.
    public var detail: String?
    /// What can be read in two ways in a text that names several addresses, each code once.
    public var ambiguities: [ExpressionAmbiguity.Code] = []

    /// What a text that names several addresses was read as; nil for one address.
    package var several: Several?

    /// The matches of the addresses that a text names.
    package struct Several: Sendable {
        package var matches: [Match]
        /// The verdict on each, in their order; empty before they are judged.
        package var verdicts: [Verdict] = []
        package var ambiguities: [ExpressionAmbiguity]
        /// True when there are more addresses than were looked at.
        package var isCut: Bool
    }

    /// Whether more than the commune was found.
    package var isStreetFound: Bool {
        guard let level = match?.level else { return false }
        return level != .municipality && level != .none
    }
}

extension Finding {
    /// A verdict alone, on nothing located.
    package init(verdict: Verdict) { self.init(verdict: verdict, match: nil) }
}
