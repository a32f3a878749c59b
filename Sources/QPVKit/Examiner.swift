public import Gazetteer
import Geodesy
import Planar

/// Examines one address or position after another: match, location, verdict. The same answer everywhere.
///
/// Not `Sendable`: it holds projectors, scratch memory and a cache of streets. One per worker.
public final class Examiner {
    /// What the verdict depends on besides the data.
    public struct Options: Sendable, Equatable {
        /// How far the true place may be from a position, in metres.
        public var radii = RadiusTable()
        /// A match less sure than this is no match: the probability that it is right, 0 to 1.
        public var minimumScore = 0.5

        public init() {}
    }

    /// The perimeters asked.
    public let atlas: Atlas
    /// The addresses known; nil when only positions are examined.
    public let gazetteer: Gazetteer?
    /// What the verdict depends on besides the data.
    public let options: Options
    let surveyor: Surveyor
    private var scratch = MatchScratch()
    /// Streets, localities and communes come again and again, and have many points.
    private var known: [Place: Evidence] = [:]
    private static let knownAtMost = 50_000
    private var communesWithout: [String: Bool] = [:]

    /// Prepares to examine against an atlas.
    public init(atlas: Atlas, gazetteer: Gazetteer?, options: Options = Options()) {
        self.atlas = atlas
        self.gazetteer = gazetteer
        self.options = options
        surveyor = Surveyor(atlas)
    }

    /// Examines a longitude and latitude in degrees (WGS 84).
    ///
    /// - Throws: ``GeodesyError`` when PROJ cannot make a projection.
    public func examine(longitude: Double, latitude: Double) throws -> Finding {
        let sanity = CoordinateSanity.of(longitude: longitude, latitude: latitude)
        let evidence = try surveyor.evidence(
            longitude: longitude, latitude: latitude, radius: options.radii[.unknown])
        guard sanity.isFine, let evidence else {
            return Finding(verdict: .notLocated(.coordinatesInvalid), detail: sanity.code)
        }
        var finding = Finding(verdict: Judge.verdict(evidence, ground: .position, score: 1))
        finding.longitude = longitude
        finding.latitude = latitude
        finding.shares = evidence.shares.map { ($0.perimeter, $0.share) }
        return finding
    }

    /// Matches an address and judges what was found.
    ///
    /// - Precondition: there is a gazetteer.
    public func examine(_ query: AddressQuery) throws -> Finding {
        guard let gazetteer else { preconditionFailure("an address is examined with a gazetteer") }
        return try examine(gazetteer.match(query, scratch: &scratch))
    }

    /// Matches an address without judging it; the verdict is only whether anything was found.
    ///
    /// - Precondition: there is a gazetteer.
    func locate(_ query: AddressQuery) -> Finding {
        guard let gazetteer else { preconditionFailure("an address is matched with a gazetteer") }
        return located(gazetteer.match(query, scratch: &scratch))
    }

    private func located(_ match: Match) -> Finding {
        var finding = Finding(verdict: .notLocated(match.flags.contains(.emptyQuery) ? .addressEmpty : .addressNotFound))
        guard match.level != .none else { return finding }
        finding.match = match
        finding.longitude = match.longitude
        finding.latitude = match.latitude
        return finding
    }

    private func examine(_ match: Match) throws -> Finding {
        var finding = located(match)
        guard match.level != .none, match.score >= options.minimumScore || match.flags.contains(.ambiguousStreet)
        else { return finding }
        let evidence = try evidence(of: match)
        finding.shares = evidence.shares.map { ($0.perimeter, $0.share) }
        if match.level == .municipality {
            finding.isCommuneWithoutPerimeter = try hasNoPerimeter(match, evidence)
            finding.verdict =
                finding.isCommuneWithoutPerimeter
                ? Judge.verdictOutsideCommune(evidence, score: match.score)
                : Judge.verdictOnCommune(
                    evidence, reason: match.flags.contains(.ambiguousCommune) ? .ambiguousCommune : .municipalityOnly)
        } else {
            finding.verdict = Judge.verdict(
                evidence, ground: Self.ground(match.level), score: match.score,
                doubt: match.flags.contains(.communeMismatch) ? .communeMismatch : nil,
                undecided: Self.undecided(match.flags))
        }
        return finding
    }

    private static func ground(_ level: MatchLevel) -> Judge.Ground {
        switch level {
        case .street, .locality: .street
        case .interpolated: .interpolatedNumber
        case .housenumber, .municipality, .none: .position
        }
    }

    private static func undecided(_ flags: MatchFlags) -> Verdict.Reason? {
        if flags.contains(.ambiguousCommune) { return .ambiguousCommune }
        return flags.contains(.ambiguousStreet) ? .ambiguousStreet : nil
    }

    /// What geometry says of all the places a match may mean.
    private func evidence(of match: Match) throws -> Evidence {
        if match.places.count == 1 { return try evidence(of: match.places[0].place) }
        var sum = Evidence()
        for place in match.places { sum.add(try evidence(of: place.place), weight: place.weight) }
        sum.sort()
        return sum
    }

    /// What geometry says of one place: the mean over its points.
    private func evidence(of place: Place) throws -> Evidence {
        if let evidence = known[place] { return evidence }
        var parts: [Evidence] = []
        var failure: (any Error)?
        gazetteer?.forEachPoint(of: place) { longitude, latitude, type, radius in
            do {
                let radius = options.radii.radius(of: type, own: radius)
                let part = try surveyor.evidence(longitude: longitude, latitude: latitude, radius: radius)
                if let part { parts.append(part) }
            } catch { failure = error }
        }
        if let failure { throw failure }
        var sum = Evidence()
        for part in parts { sum.add(part, weight: 1 / Double(parts.count)) }
        sum.sort()
        if case .address = place { return sum }
        if case .interpolated = place { return sum }
        if known.count >= Self.knownAtMost { known.removeAll() }
        known[place] = sum
        return sum
    }

    /// True when no perimeter touches any commune that a match may mean: neither does the perimeters' file name it, nor
    /// has one of its addresses its disc in a perimeter.
    private func hasNoPerimeter(_ match: Match, _ evidence: Evidence) throws -> Bool {
        evidence.shares.isEmpty && !atlas.communesWithPerimeter.contains(Self.city(match.citycode))
    }

    /// True when no perimeter touches the commune; false when the gazetteer does not have it.
    func isCommuneWithoutPerimeter(_ citycode: String) throws -> Bool {
        if let answer = communesWithout[citycode] { return answer }
        var isWithout = !atlas.communesWithPerimeter.contains(Self.city(citycode))
        if isWithout, let communes = gazetteer?.communes(citycode: citycode) {
            isWithout = try !communes.isEmpty && communes.allSatisfy { try evidence(of: .commune($0.id)).shares.isEmpty }
        }
        communesWithout[citycode] = isWithout
        return isWithout
    }

    /// The code of the city of an arrondissement of Paris, Lyon or Marseille; any other code itself.
    private static func city(_ citycode: String) -> String {
        switch citycode.prefix(3) {
        case "751": "75056"
        case "132" where citycode <= "13216": "13055"
        case "693" where citycode >= "69381" && citycode <= "69389": "69123"
        default: citycode
        }
    }
}
