import Geodesy
import Planar

/// Measures positions against an atlas: one per worker, since it holds projectors and scratch.
final class Surveyor {
    let atlas: Atlas
    private var projectors: [Territory: Projector] = [:]
    private var discs = DiscShare()

    init(_ atlas: Atlas) { self.atlas = atlas }

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
    /// A position in several overlapping perimeters has its share in each of them.
    func evidence(at position: Point, region: Int?, radius: Double) -> Evidence {
        guard let region else { return Evidence() }
        let place = atlas.regions[region]
        let found = place.index.locate(position)
        guard found.nearestZone >= 0 else { return position.isFinite ? Evidence() : .nowhere }
        var evidence = Evidence()
        evidence.distance = found.zone < 0 ? found.distance : -found.distance
        evidence.nearest = place.perimeters[found.nearestZone]
        if radius > 0, found.distance < radius {
            evidence.isCut = true
            discs.measure(place.index, center: position, radius: radius)
            for part in discs.zones {
                evidence.add(part.share, to: place.perimeters[part.zone])
                evidence.total += part.share
            }
            evidence.total = min(1, evidence.total)
            evidence.sort()
        } else if found.zone >= 0 {
            evidence.total = 1
            if place.isAlone[found.zone] {
                evidence.add(1, to: place.perimeters[found.zone])
            } else {
                place.index.forEachZone(at: position) { zone, _ in evidence.add(1, to: place.perimeters[zone]) }
            }
        }
        return evidence
    }

    /// What geometry says of one longitude and latitude in degrees; nil when it lies in no French territory.
    func evidence(longitude: Double, latitude: Double, radius: Double) throws(GeodesyError) -> Evidence? {
        guard let territory = Territory.containing(longitude: longitude, latitude: latitude) else { return nil }
        guard let region = region(of: territory) else { return Evidence() }
        guard let point = try projector(of: territory).project(Point(x: longitude, y: latitude)) else { return nil }
        return evidence(at: point, region: region, radius: radius)
    }
}
