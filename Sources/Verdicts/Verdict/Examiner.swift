import Communes
public import Gazetteer
import Geodesy
public import Perimeters
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
        /// Whether a text that lists several addresses is read as such; else it is one address, whatever it lists.
        public var readsExpressions = true

        /// The documented radii and a least score of 0.5.
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
    private var communesTouched: [String: Bool] = [:]
    /// The INSEE codes of the gazetteer's communes, by their number.
    private lazy var communeCodes: [String] = gazetteer?.communes.map(\.citycode) ?? []

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
        if sanity.isFine, isMissing(longitude, latitude) {
            return Finding(verdict: Judge.notInForce, longitude: longitude, latitude: latitude)
        }
        guard sanity.isFine, let evidence else {
            return Finding(verdict: .notLocated(.coordinatesInvalid), detail: sanity.isFine ? nil : sanity.code)
        }
        var finding = Finding(verdict: surveyor.verdict(evidence, longitude: longitude, latitude: latitude))
        finding.longitude = longitude
        finding.latitude = latitude
        finding.shares = evidence.sharesByPerimeter
        return finding
    }

    /// Matches an address, or each of those that its text lists, and judges what was found.
    ///
    /// - Precondition: there is a gazetteer.
    public func examine(_ query: AddressQuery) throws -> Finding {
        guard let gazetteer else { preconditionFailure("an address is examined with a gazetteer") }
        if options.readsExpressions, let text = query.text, AddressExpression.mayBeSeveral(text) {
            let expression = AddressExpression.read(text)
            if !expression.isSingle {
                let match = gazetteer.match(query, scratch: &scratch)
                if let lacking = lacking(query, match, gazetteer) { return lacking }
                return try examine(expression, of: query, gazetteer)
            }
        }
        return try examine(query, matched: gazetteer.match(query, scratch: &scratch))
    }

    /// Judges the match of a query that is one address.
    package func examine(_ query: AddressQuery, matched match: Match) throws -> Finding {
        if let gazetteer, let lacking = lacking(query, match, gazetteer) { return lacking }
        return try examine(match)
    }

    /// The finding when the query states a commune that the gazetteer lacks; nil when it states none.
    private func lacking(_ query: AddressQuery, _ match: Match, _ gazetteer: Gazetteer) -> Finding? {
        // The commune of the code is the one that was found.
        if match.level != .none, let code = query.citycode, code == match.citycode { return nil }
        let town = StatedTown(gazetteer: gazetteer)
        let isStated = [query.city, query.citycode, query.postcode].contains { !($0 ?? "").isEmpty }
        let stated = isStated ? town.inCells(of: query) : query.text.flatMap { town.inText($0, match) }
        guard let stated else { return nil }
        var finding = Finding(verdict: .notLocated(.communeNotInGazetteer))
        finding.lacking = stated.code
        finding.lackingName = stated.name
        return finding
    }

    /// Each address that an expression means, and the verdict on all.
    private func examine(
        _ expression: AddressExpression, of query: AddressQuery, _ gazetteer: Gazetteer
    ) throws -> Finding {
        let meant = gazetteer.addresses(of: expression, within: query, scratch: &scratch)
        let matches = meant.addresses.map { gazetteer.match($0.query, scratch: &scratch) }
        return try examine(Finding.Several(matches: matches, ambiguities: meant.ambiguities, isCut: meant.isCut))
    }

    private func examine(_ texts: Finding.Several) throws -> Finding {
        var several = SeveralAddresses()
        for match in texts.matches {
            var finding = try examine(match)
            if finding.verdict.decision == .outside, let match = finding.match {
                finding.isCommuneWithoutPerimeter = try isCommuneWithoutPerimeter(match.citycode)
            }
            several.add(finding)
        }
        var finding = several.finding(texts.ambiguities, isCut: texts.isCut)
        finding.several = texts
        finding.several?.verdicts = several.findings.map(\.verdict)
        return finding
    }

    /// Judges what another examiner with the same gazetteer and options has matched or located, without matching it again.
    package func examine(again other: Finding) throws -> Finding {
        if let several = other.several { return try examine(several) }
        if let match = other.match { return try examine(match) }
        if let longitude = other.longitude, let latitude = other.latitude {
            return try examine(longitude: longitude, latitude: latitude)
        }
        return other
    }

    /// Matches an address without judging it; the verdict is only whether anything was found.
    ///
    /// - Precondition: there is a gazetteer.
    package func locate(_ query: AddressQuery) -> Finding {
        guard let gazetteer else { preconditionFailure("an address is matched with a gazetteer") }
        let match = gazetteer.match(query, scratch: &scratch)
        return lacking(query, match, gazetteer) ?? located(match)
    }

    private func located(_ match: Match) -> Finding {
        var finding = Finding(
            verdict: .notLocated(match.flags.contains(.emptyQuery) ? .addressEmpty : .addressNotFound))
        guard match.level != .none else { return finding }
        finding.match = match
        finding.longitude = match.longitude
        finding.latitude = match.latitude
        return finding
    }

    /// Judges a match of the same gazetteer.
    package func examine(_ match: Match) throws -> Finding {
        var finding = located(match)
        let ambiguity = Self.ambiguity(match.flags)
        guard match.level != .none, match.score >= options.minimumScore || ambiguity != nil else { return finding }
        let evidence = try evidence(of: match)
        finding.shares = evidence.sharesByPerimeter
        let doubt: Verdict.Reason? = match.flags.contains(.communeMismatch) ? .communeMismatch : nil
        // Of several equal answers each has its part of the score: that one of them is right is as likely as all. Where nothing tells
        // the commune, or what tells it contradicts them, the right one may be none of these.
        let isOneOfThem = match.flags.isDisjoint(with: [.communeGuessed, .communeMismatch])
        let isLikely = match.score * (isOneOfThem ? Double(max(match.places.count, 1)) : 1) >= options.minimumScore
        if match.level == .municipality || evidence.located == 0 {
            finding.isCommuneWithoutPerimeter = try hasNoPerimeter(match)
            // Another commune than the one written is no ground for an answer on all of it.
            finding.verdict =
                finding.isCommuneWithoutPerimeter && doubt == nil && isLikely
                ? Judge.verdictOutsideCommune(evidence, score: match.score)
                : Judge.undecided(
                    evidence, reason: doubt ?? ambiguity ?? match.reasonWithoutOnePosition ?? .municipalityOnly)
        } else if isLikely {
            finding.verdict = Judge.verdict(
                evidence, ground: Self.ground(match.level), score: Self.certainty(of: match), doubt: doubt,
                undecided: ambiguity ?? Self.lackOfNumber(match))
        } else {
            finding.verdict = Judge.undecided(evidence, reason: ambiguity ?? .ambiguousStreet)
        }
        if finding.verdict.decision == .outside {
            if try isInDoubt(match) {
                finding.verdict = Judge.undecided(evidence, reason: .perimeterUnusable)
            } else if try !isCovered(match) {
                finding.verdict = Judge.notCovered(evidence)
            }
        }
        if evidence.disputed > 0 {
            if finding.verdict.quality == .sure { finding.verdict.quality = .probable }
            if finding.verdict.decision != .uncertain, evidence.disputed > Judge.outsideUpTo {
                finding.verdict = Judge.undecided(evidence, reason: .groundRepaired)
            }
        }
        if isMissing(match.longitude, match.latitude) {
            finding.verdict = Judge.notInForce
            finding.shares = []
        }
        return finding
    }

    /// How sure a match is, for the quality of its verdict: no surer than the next best place allows, and never quite sure when
    /// the type of way was another one ("rue" for "place"), the text has several numbers, or nothing tells the commune.
    private static func certainty(of match: Match) -> Double {
        let alone = min(match.score, 1 - match.scoreNext)
        return match.flags.isDisjoint(with: [.typeDiffers, .severalNumbers, .communeGuessed])
            ? alone : min(alone, Judge.sureMatchFrom.nextDown)
    }

    private static func ground(_ level: MatchLevel) -> Judge.Ground {
        switch level {
        case .street, .locality: .street
        case .interpolated: .interpolatedNumber
        case .housenumber, .municipality, .none: .position
        }
    }

    /// That the street has no such number; nil when none is written.
    private static func lackOfNumber(_ match: Match) -> Verdict.Reason? {
        match.level == .street && match.flags.contains(.numberNotFound) ? .numberNotInGazetteer : nil
    }

    private static func ambiguity(_ flags: MatchFlags) -> Verdict.Reason? {
        if flags.contains(.ambiguousCommune) { return .ambiguousCommune }
        return flags.contains(.ambiguousStreet) ? .ambiguousStreet : nil
    }

    /// What geometry says of all the places a match may mean.
    private func evidence(of match: Match) throws -> Evidence {
        if match.places.count == 1 { return try evidence(of: match.places[0].place) }
        var sum = Evidence.nowhere
        for place in match.places { sum.add(try evidence(of: place.place), weight: place.weight) }
        sum.sort()
        return sum
    }

    /// What geometry says of one place: the mean over its points. A place without points lies nowhere.
    private func evidence(of place: Place) throws -> Evidence {
        if let evidence = known[place] { return evidence }
        var parts: [Evidence] = []
        var failure: (any Error)?
        gazetteer?.forEachPoint(of: place) { longitude, latitude, type, radius in
            do {
                let radius = options.radii.radius(of: type, own: radius)
                let part = try surveyor.evidence(
                    longitude: longitude, latitude: latitude, radius: radius,
                    error: type == .interpolated ? .computed : .stated)
                parts.append(part ?? .nowhere)
            } catch { failure = error }
        }
        if let failure { throw failure }
        var sum = Evidence.nowhere
        for part in parts { sum.add(part, weight: 1 / Double(parts.count)) }
        if !atlas.lists.isEmpty, let gazetteer { atlas.lists.add(place, in: gazetteer, to: &sum) }
        sum.sort()
        if case .address = place { return sum }
        if case .interpolated = place { return sum }
        if known.count >= Self.knownAtMost { known.removeAll() }
        known[place] = sum
        return sum
    }

    /// True when no perimeter touches any commune that a match may mean: neither does the perimeters' file name it, nor
    /// has one of its addresses its disc in a perimeter.
    private func hasNoPerimeter(_ match: Match) throws -> Bool {
        guard let codes = communeCodes(of: match) else { return false }
        return try codes.allSatisfy(isCommuneWithoutPerimeter)
    }

    /// True when the perimeters of a place's territory that were in force are not here.
    private func isMissing(_ longitude: Double, _ latitude: Double) -> Bool {
        !atlas.missing.isEmpty
            && Territory.containing(longitude: longitude, latitude: latitude).map(atlas.missing.contains) ?? false
    }

    /// True when a commune that a match may mean has a perimeter whose shape cannot be used.
    private func isInDoubt(_ match: Match) throws -> Bool {
        (communeCodes(of: match) ?? [match.citycode]).contains(where: atlas.isInDoubt)
    }

    /// True when the perimeters speak of every commune that a match may mean.
    private func isCovered(_ match: Match) throws -> Bool {
        try (communeCodes(of: match) ?? [match.citycode]).allSatisfy(isCovered)
    }

    /// True when the perimeters speak of a commune: by their own statement, or since one of its addresses lies well inside one.
    private func isCovered(_ citycode: String) throws -> Bool {
        if atlas.ground.covers(commune: citycode) { return true }
        if let answer = communesTouched[citycode] { return answer }
        let answer = try isTouched(citycode)
        communesTouched[citycode] = answer
        return answer
    }

    /// True when an address of the commune lies inside a perimeter, farther from the border than two places are inexact: limits of
    /// perimeters follow those of communes.
    private func isTouched(_ citycode: String) throws -> Bool {
        var isTouched = false
        var failure: (any Error)?
        for commune in gazetteer?.communes(citycode: citycode) ?? [] {
            gazetteer?.forEachPoint(of: .commune(commune.id)) { longitude, latitude, _, _ in
                guard !isTouched else { return }
                do {
                    let found = try surveyor.evidence(longitude: longitude, latitude: latitude, radius: 0)
                    isTouched = found?.distance.map { $0 < -Self.wellInside } ?? false
                } catch { failure = error }
            }
        }
        if let failure { throw failure }
        return isTouched
    }

    /// Metres.
    private static let wellInside = 50.0

    /// The INSEE codes of the communes that a match may mean; nil when one is not known.
    private func communeCodes(of match: Match) -> [String]? {
        guard match.flags.contains(.ambiguousCommune) else { return [match.citycode] }
        let codes = match.places.compactMap { communeCode(of: $0.place) }
        return codes.count == match.places.count ? codes : nil
    }

    /// The INSEE code of the commune of a place; nil for a computed point.
    private func communeCode(of place: Place) -> String? {
        switch place {
        case .address(let row): gazetteer?.address(row).flatMap { gazetteer?.street($0.street)?.citycode }
        case .street(let number), .locality(let number): gazetteer?.street(number)?.citycode
        case .commune(let number): Int(number) < communeCodes.count ? communeCodes[Int(number)] : nil
        case .interpolated: nil
        }
    }

    /// True when no perimeter touches the commune; false when the gazetteer has no address of it.
    func isCommuneWithoutPerimeter(_ citycode: String) throws -> Bool {
        if let answer = communesWithout[citycode] { return answer }
        // A city is more than its first arrondissement: it is without a perimeter when all its arrondissements are.
        let city = CommuneTable.current(citycode)
        let parts = CommuneTable.arrondissements(of: city)
        let communes = (parts.isEmpty ? [citycode] : parts).map { gazetteer?.communes(citycode: $0) ?? [] }
        var isWithout =
            communes.allSatisfy { !$0.isEmpty } && !atlas.names(commune: citycode) && !atlas.names(commune: city)
        if isWithout {
            let all = try communes.joined().map { commune in try evidence(of: Place.commune(commune.id)) }
            isWithout = all.contains { $0.located > 0 } && all.allSatisfy { $0.shares.isEmpty }
        }
        communesWithout[citycode] = isWithout
        return isWithout
    }
}
