import Geodesy
import Planar

/// Measures positions against an atlas: one per worker, since it holds projectors and scratch.
final class Surveyor {
    let atlas: Atlas
    private var projectors: [Territory: Projector] = [:]
    private var discs = DiscShare()
    /// The index of each region, and how many questions until it may be had with its grid.
    private var indices: [(index: ZoneIndex, questions: Int)]
    /// For each region that has them, the shapes to be checked when a question comes near.
    private var checks: [ShapeChecks?]

    init(_ atlas: Atlas) {
        self.atlas = atlas
        // The grid is for many questions: then no shape waits for its check.
        indices = atlas.regions.map { ($0.index, $0.unchecked.isEmpty ? $0.questionsBeforeRefinement : .max) }
        checks = atlas.regions.map { $0.unchecked.isEmpty ? nil : ShapeChecks($0, atlas.perimeters) }
    }

    /// The projector from longitude and latitude to the metric CRS of a territory.
    func projector(of territory: Territory) throws(GeodesyError) -> Projector {
        if let known = projectors[territory] { return known }
        let made = try Projector(from: .wgs84, to: territory.metricCRS)
        projectors[territory] = made
        return made
    }

    /// The region of a territory; nil when it has no perimeter.
    func region(of territory: Territory) -> Int? { atlas.regions.firstIndex { $0.territory == territory } }

    /// What geometry says of one position with its radius in metres.
    ///
    /// Radius 0 is plain membership. Without a perimeter in the territory the evidence is empty: outside, no distance.
    func evidence(at position: Point, region: Int?, radius: Double) -> Evidence {
        guard let region else { return Evidence() }
        let place = atlas.regions[region]
        if checks[region] != nil, let changed = checks[region]!.index(for: position, radius, indices[region].index) {
            indices[region].index = changed
        }
        let index = index(of: region)
        let found = index.locate(position)
        guard found.nearestZone >= 0 else { return Evidence() }
        var evidence = Evidence()
        evidence.distance = found.zone < 0 ? found.distance : -found.distance
        evidence.nearest = place.perimeters[found.nearestZone]
        if radius > 0, found.distance < radius {
            evidence.isCut = true
            discs.measure(index, center: position, radius: radius, distance: found.distance)
            for part in discs.zones { evidence.add(part.share, to: place.perimeters[part.zone]) }
            evidence.sort()
        } else if found.zone >= 0 {
            evidence.add(1, to: place.perimeters[found.zone])
        }
        return evidence
    }

    /// The index of a region, with its grid once the questions are many.
    @inline(__always)
    private func index(of region: Int) -> ZoneIndex {
        indices[region].questions -= 1
        if indices[region].questions < 0 { refine(region) }
        return indices[region].index
    }

    @inline(never)
    private func refine(_ region: Int) {
        if let refined = atlas.regions[region].refined() {
            indices[region] = (refined, .max)
        } else {
            indices[region].questions = 1000
        }
    }

    /// What geometry says of one longitude and latitude in degrees; nil when it lies in no French territory.
    func evidence(longitude: Double, latitude: Double, radius: Double) throws(GeodesyError) -> Evidence? {
        guard let territory = Territory.containing(longitude: longitude, latitude: latitude) else { return nil }
        guard let region = region(of: territory) else { return Evidence() }
        guard let point = try projector(of: territory).project(Point(x: longitude, y: latitude)) else { return nil }
        return evidence(at: point, region: region, radius: radius)
    }
}
