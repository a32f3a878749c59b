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
    let options: Options
    let surveyor: Surveyor
    private var scratch = MatchScratch()
    /// Streets, localities and communes come again and again, and have many points.
    private var known: [Place: Evidence] = [:]
    private static let knownAtMost = 50_000

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
        return try examine(query, match: gazetteer.match(query, scratch: &scratch))
    }

    /// Matches an address without judging it.
    public func match(_ query: AddressQuery) -> Match {
        guard let gazetteer else { preconditionFailure("an address is matched with a gazetteer") }
        return gazetteer.match(query, scratch: &scratch)
    }

    private func examine(_ query: AddressQuery, match: Match) throws -> Finding {
        if query.isEmpty { return Finding(verdict: .notLocated(.addressEmpty)) }
        var finding = Finding(verdict: .notLocated(.addressNotFound))
        guard match.level != .none else { return finding }
        finding.match = match
        finding.longitude = match.longitude
        finding.latitude = match.latitude
        let isStreet = match.level != .municipality && match.score >= options.minimumScore
        let isKnownCommune = match.level == .municipality || match.isCommuneSure
        if !isStreet, !isKnownCommune { return finding }
        if isStreet {
            let evidence = try evidence(of: match)
            finding.shares = evidence.shares.map { ($0.perimeter, $0.share) }
            finding.verdict = Judge.verdict(
                evidence, ground: Self.ground(match.level), score: match.score, doubt: doubt(match, evidence))
            finding.isCommuneWithoutPerimeter = try isCommuneWithoutPerimeter(match.citycode)
        } else {
            finding = try examineCommune(match, finding)
        }
        return finding
    }

    /// Only the commune is known, or only the commune is sure.
    private func examineCommune(_ match: Match, _ finding: Finding) throws -> Finding {
        var finding = finding
        let communes = match.level == .municipality ? match.places : communePlaces(match.citycode)
        var evidence = Evidence()
        for place in communes { evidence.add(try self.evidence(of: place.place), weight: place.weight) }
        evidence.sort()
        let codes = match.level == .municipality ? communeCodes(match) : [match.citycode]
        if try codes.allSatisfy({ try isCommuneWithoutPerimeter($0) }) {
            finding.verdict = Judge.verdict(
                evidence, ground: .commune, score: match.level == .municipality ? match.score : 1,
                doubt: nil)
            finding.verdict.reason = .communeWithoutPerimeter
            finding.isCommuneWithoutPerimeter = true
        } else {
            finding.verdict = Judge.verdictOnCommune(evidence, doubt: match.isCommuneAmbiguous ? .ambiguousCommune : nil)
        }
        finding.shares = evidence.shares.map { ($0.perimeter, $0.share) }
        return finding
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
        Evidence()
    }
}
extension Examiner {
    static func ground(_ l: MatchLevel) -> Judge.Ground { .position }
    func doubt(_ m: Match, _ e: Evidence) -> Verdict.Reason? { nil }
    func isCommuneWithoutPerimeter(_ c: String) throws -> Bool { false }
    func communePlaces(_ c: String) -> [WeightedPlace] { [] }
    func communeCodes(_ m: Match) -> [String] { [] }
}
