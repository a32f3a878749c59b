public import Gazetteer
import Perimeters
import Verdicts

/// What was found about a row of a landlord's list.
public struct ResidenceFinding: Sendable {
    /// How much of it is inside.
    public var extent: ResidenceExtent
    /// Where its dwellings and money count.
    public var place: ResidencePlace
    /// How many addresses it names, a street without number counting as one.
    public var addresses: Int
    /// How many of them are inside, outside, undecided, not located: they add up to `addresses`.
    public var inside = 0, outside = 0, undecided = 0, notLocated = 0
    /// The perimeters of those inside, indices into the atlas, ascending.
    public var perimeters: [Int] = []
    /// What can be read in two ways.
    public var ambiguities: [ExpressionAmbiguity.Code] = []
    /// Communes in which streets of the row were found, as the gazetteer names them, each once; where none was found in the commune
    /// stated, those in which they are otherwise.
    public private(set) var communes: [String] = []
    /// Whether a street was found where the row states it.
    public private(set) var isStreetFound = false

    /// Ambiguities that leave open which addresses are meant; the others are about what was found.
    private static let aboutText: Set<ExpressionAmbiguity.Code> = [
        .bothSides, .dashPair, .commaPair, .slashPair, .descending, .rangeChain, .wholeStreet, .separatorMissing,
        .ambiguousStreet, .tooLong,
    ]

    /// Of those, the ones of which not the widest reading was taken: addresses may be missing.
    private static let narrow: Set<ExpressionAmbiguity.Code> = [.slashPair, .separatorMissing, .tooLong]

    init(_ finding: Finding) {
        let verdicts = finding.several?.verdicts ?? [finding.verdict]
        (extent, place) = (.notLocated, .notLocated)
        addresses = finding.verdict.addresses
        for verdict in verdicts where addresses > 0 {
            switch verdict.decision {
            case .inside:
                inside += 1
                if let perimeter = verdict.perimeter, !perimeters.contains(perimeter) { perimeters.append(perimeter) }
            case .outside: outside += 1
            case .uncertain: undecided += 1
            case .notLocated: notLocated += 1
            }
        }
        perimeters.sort()
        ambiguities = finding.ambiguities
        addCommunes(of: finding)
        isStreetFound = !communes.isEmpty
        let isCut = finding.several?.isCut ?? false
        if notLocated == addresses { return }
        // What holds of all addresses of the widest reading holds of those of any other.
        let isOneSided = outside == addresses || inside == addresses && perimeters.count == 1
        let isDecided = isOneSided && Self.narrow.isDisjoint(with: ambiguities)
        if isCut || !isDecided && !Self.aboutText.isDisjoint(with: ambiguities) {
            (extent, place) = (.ambiguous, .ambiguous)
        } else if inside > 0, outside > 0 {
            (extent, place) = (.partial, .partlyInside)
        } else if inside == addresses {
            (extent, place) = (.all, perimeters.count == 1 ? .perimeter(perimeters[0]) : .severalPerimeters)
        } else if outside == addresses {
            (extent, place) = (.none, .outside)
        } else {
            (extent, place) = (.undecided, .undecided)
        }
    }

    /// Adds the communes in which streets were found surely enough, and only there.
    mutating func addCommunes(of finding: Finding) {
        let matches = finding.several?.matches ?? [finding.match].compactMap { $0 }
        let verdicts = finding.several?.verdicts ?? [finding.verdict]
        for (match, verdict) in zip(matches, verdicts) where verdict.decision != .notLocated {
            let isStreet = match.level != .none && match.level != .municipality
            let isOne = !match.flags.contains(.ambiguousCommune)
            if isStreet, isOne, !match.city.isEmpty, !communes.contains(match.city) { communes.append(match.city) }
        }
    }

    /// Whether addresses were found elsewhere than in the commune that the row states.
    func isMismatch(declared: String) -> Bool {
        let stated = PerimeterName(declared).words
        return !stated.isEmpty && communes.contains { PerimeterName($0).words != stated }
    }
}
