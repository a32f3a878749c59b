import Gazetteer
import Geodesy
import Perimeters
import Planar

/// Tells whether an address lies on the other side of a street that has numbers inside: ``Rule/boundaryStreet``.
///
/// The limit of a perimeter often follows a street, so that one side is inside and the other is not. An address counts when it is
/// at most ``widthLimit`` from the border of a perimeter and another number of the same street, at most ``neighbourLimit``
/// away, lies inside that perimeter. All distances are between positions without any radius, in metres of the territory's grid
/// or on the ground.
final class BoundaryStreet {
    /// Half of the widest avenue, and a front garden.
    static let widthLimit = 40.0
    /// How far across, or along, the number inside may be.
    static let neighbourLimit = 60.0

    private let examiner: Examiner
    /// Whether metres are those on the ground, not those of the grid.
    private let onGround: Bool
    private var known: [UInt32: [Number]] = [:]
    private static let knownAtMost = 5_000

    /// A number of a street, where it is, and the perimeters that it lies in.
    private struct Number {
        var point: Point
        var perimeters: [Int]
    }

    init(_ examiner: Examiner, onGround: Bool) {
        self.examiner = examiner
        self.onGround = onGround
    }

    /// The answer for what an examiner found; nil when nothing is located. What is no single address is uncertain, unless it
    /// is inside.
    func answer(_ finding: Finding) throws -> Band.Answer? {
        if let several = finding.several {
            let answers = try several.matches.map { match in
                try answer(examiner.examine(again: Finding(verdict: .notLocated(.addressNotFound), match: match)))
            }
            let located = answers.compactMap { $0 }
            if located.isEmpty { return nil }
            return several.isCut || located.count < answers.count ? .uncertain : .of(all: located)
        }
        switch finding.verdict.decision {
        case .notLocated: return nil
        case .inside: return .yes
        case .outside, .uncertain: break
        }
        var scale = 1.0
        if onGround, let longitude = finding.longitude, let latitude = finding.latitude {
            scale = try examiner.surveyor.scale(longitude: longitude, latitude: latitude)
        }
        let widthLimit = Self.widthLimit * scale, neighbourLimit = Self.neighbourLimit * scale
        if finding.verdict.decision == .outside, finding.verdict.distance ?? .infinity > widthLimit + neighbourLimit {
            return .no
        }
        guard let match = finding.match, match.places.count == 1, let longitude = finding.longitude,
            let latitude = finding.latitude, let street = street(of: match)
        else { return .uncertain }
        if finding.verdict.reason == .communeMismatch { return .uncertain }
        guard let territory = Territory.containing(longitude: longitude, latitude: latitude),
            let region = examiner.surveyor.region(of: territory),
            let point = try examiner.surveyor.projector(of: territory).project(Point(x: longitude, y: latitude))
        else { return finding.verdict.decision == .outside ? .no : .uncertain }
        let zones = examiner.atlas.regions[region]
        for number in try numbers(of: street) where number.point.distance(to: point) <= neighbourLimit {
            for perimeter in number.perimeters {
                guard let zone = zones.perimeters.firstIndex(of: perimeter),
                    let border = zones.index.nearestBorder(to: point, ofZone: zone)
                else { continue }
                if border.distance <= widthLimit { return .yes }
            }
        }
        return finding.verdict.decision == .outside ? .no : .uncertain
    }

    private func street(of match: Match) -> UInt32? {
        guard match.level == .housenumber, case .address(let row) = match.places[0].place else { return nil }
        return examiner.gazetteer?.address(row)?.street
    }

    private func numbers(of street: UInt32) throws -> [Number] {
        if let numbers = known[street] { return numbers }
        var degrees: [Point] = []
        examiner.gazetteer?.forEachPoint(of: .street(street)) { longitude, latitude, _, _ in
            degrees.append(Point(x: longitude, y: latitude))
        }
        var numbers: [Number] = []
        for place in degrees {
            guard let territory = Territory.containing(longitude: place.x, latitude: place.y),
                let region = examiner.surveyor.region(of: territory),
                let point = try examiner.surveyor.projector(of: territory).project(place)
            else { continue }
            let found = examiner.surveyor.evidence(at: point, region: region, radius: 0)
            if !found.shares.isEmpty { numbers.append(Number(point: point, perimeters: found.shares.map(\.perimeter))) }
        }
        if known.count >= Self.knownAtMost { known.removeAll() }
        known[street] = numbers
        return numbers
    }
}
