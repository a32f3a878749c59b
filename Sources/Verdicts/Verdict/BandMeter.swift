import Gazetteer
import Geodesy
import Perimeters
import Planar

/// Answers bands for what an examiner found: one per worker and layer.
final class BandMeter {
    private let examiner: Examiner
    private let bands: [Band]
    /// Whether metres are those on the ground, not those of the grid.
    private let onGround: Bool
    /// Streets and communes come again and again, and have many points.
    private var known: [Place: [Shares]] = [:]
    private static let knownAtMost = 50_000

    /// The shares of a location that lie surely within and surely beyond a band.
    private struct Shares {
        var within = 0.0
        var beyond = 0.0
    }

    init(_ examiner: Examiner, bands: [Band], onGround: Bool) {
        self.examiner = examiner
        self.bands = bands
        self.onGround = onGround
    }

    /// The answer to each band; nil for a place that is not located.
    ///
    /// A verdict that is open for want of an address, a sure match, a usable perimeter or the perimeters of the day is open
    /// here too, unless it is open for the border only. *No* takes ground that the perimeters speak of, all around the place.
    func answers(_ finding: Finding) throws -> [Band.Answer?] {
        if bands.isEmpty { return [] }
        if let several = finding.several {
            let all = try several.matches.map { match in
                try answers(examiner.examine(again: Finding(verdict: .notLocated(.addressNotFound), match: match)))
            }
            return bands.indices.map { band in
                let answers = all.map { $0[band] }
                let located = answers.compactMap { $0 }
                if located.isEmpty { return nil }
                return several.isCut || located.count < answers.count ? .uncertain : .of(all: located)
            }
        }
        switch finding.verdict.decision {
        case .notLocated: return bands.map { _ in nil }
        case .inside: return bands.map { _ in .yes }
        case .outside, .uncertain: break
        }
        guard finding.verdict.isOpenForBorderOnly else { return bands.map { _ in .uncertain } }
        // A commune alone decides only when all of it is on one side, as for a verdict.
        let least = finding.match?.level == .municipality ? 1 : Judge.insideFrom
        return try zip(bands, shares(finding)).map { band, shares in
            if shares.within >= least - 1e-9 { return .yes }
            // A list of addresses has no border: nobody knows how far it is.
            guard shares.beyond >= least - 1e-9, examiner.atlas.lists.isEmpty else { return .uncertain }
            return speaks(of: finding, within: band.beyond) ? .no : .uncertain
        }
    }

    /// Whether the perimeters speak of the ground around a place: elsewhere there may be one that is nearer.
    private func speaks(of finding: Finding, within metres: Double) -> Bool {
        guard let longitude = finding.longitude, let latitude = finding.latitude else { return true }
        return examiner.atlas.ground.covers(around: longitude, latitude, metres: metres)
    }

    /// A distance in metres on the ground, when these are asked for, of one in metres of the grid.
    func metres(_ distance: Double, longitude: Double, latitude: Double) throws -> Double {
        try onGround ? distance / examiner.surveyor.scale(longitude: longitude, latitude: latitude) : distance
    }

    private func shares(_ finding: Finding) throws -> [Shares] {
        var sum = bands.map { _ in Shares() }
        if let match = finding.match {
            for place in match.places {
                for (i, part) in try shares(of: place.place).enumerated() {
                    sum[i].within += part.within * place.weight
                    sum[i].beyond += part.beyond * place.weight
                }
            }
        } else if let longitude = finding.longitude, let latitude = finding.latitude {
            try add(longitude, latitude, examiner.options.radii[.unknown], weight: 1, to: &sum)
        }
        return sum
    }

    private func shares(of place: Place) throws -> [Shares] {
        if let shares = known[place] { return shares }
        var points: [(longitude: Double, latitude: Double, radius: Double)] = []
        examiner.gazetteer?.forEachPoint(of: place) { longitude, latitude, type, radius in
            points.append((longitude, latitude, examiner.options.radii.radius(of: type, own: radius)))
        }
        var sum = bands.map { _ in Shares() }
        for point in points {
            try add(point.longitude, point.latitude, point.radius, weight: 1 / Double(points.count), to: &sum)
        }
        switch place {
        case .street, .locality, .commune:
            if known.count >= Self.knownAtMost { known.removeAll() }
            known[place] = sum
        case .address, .interpolated: break
        }
        return sum
    }

    private func add(
        _ longitude: Double, _ latitude: Double, _ radius: Double, weight: Double, to sum: inout [Shares]
    ) throws {
        guard let found = try examiner.surveyor.evidence(longitude: longitude, latitude: latitude, radius: 0) else {
            return
        }
        let distance = try found.distance.map { try metres($0, longitude: longitude, latitude: latitude) }
        for (i, band) in bands.enumerated() {
            switch band.side(distance: distance, radius: radius) {
            case .yes: sum[i].within += weight
            case .no: sum[i].beyond += weight
            case .uncertain: break
            }
        }
    }
}

extension Verdict {
    /// Whether the place itself is known well enough for an answer about a distance.
    fileprivate var isOpenForBorderOnly: Bool {
        if decision == .outside { return true }
        return switch reason {
        case .nearBorder, .streetSplit, .numberInterpolated: true
        default: false
        }
    }
}

extension Surveyor {
    /// Metres of the territory's grid per metre on the ground at a place in degrees; 1 where it cannot be told.
    func scale(longitude: Double, latitude: Double) throws -> Double {
        guard let territory = Territory.containing(longitude: longitude, latitude: latitude) else { return 1 }
        return try projector(of: territory).scaleFactor(at: Point(x: longitude, y: latitude)) ?? 1
    }
}
