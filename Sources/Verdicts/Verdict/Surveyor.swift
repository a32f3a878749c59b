package import Geodesy
package import Perimeters
package import Planar

/// Measures positions against an atlas: one per worker, since it holds projectors and scratch.
package final class Surveyor {
    package let atlas: Atlas
    private var projectors: [Territory: Projector] = [:]
    private var discs = DiscShare()
    private var sorted = PartSort()
    /// For each tile of each region, the index to ask there, and how many questions until it may be had with its grid.
    private var tiles: [[(index: ZoneIndex, questions: Int)]]
    /// For each region that has them, the shapes to be checked when a question comes near.
    private var checks: [ShapeChecks?]

    package init(_ atlas: Atlas) {
        self.atlas = atlas
        tiles = atlas.regions.map { region in
            Array(repeating: (region.index, region.questionsBeforeRefinement), count: region.tileCount)
        }
        checks = atlas.regions.map { $0.unchecked.isEmpty ? nil : ShapeChecks($0, atlas.perimeters) }
    }

    /// Says about how many questions will come: when they are more than a region has edges its tiles get their grids at the
    /// first question.
    func expect(questions: Int) {
        for (region, place) in atlas.regions.enumerated() where questions > place.index.edgeCount {
            for tile in tiles[region].indices { tiles[region][tile].questions = 0 }
        }
    }

    /// The projector from longitude and latitude to the metric CRS of a territory.
    func projector(of territory: Territory) throws(GeodesyError) -> Projector {
        if let known = projectors[territory] { return known }
        let made = try Projector(from: .wgs84, to: territory.metricCRS)
        projectors[territory] = made
        return made
    }

    /// The region of a territory; nil when it has no perimeter.
    package func region(of territory: Territory) -> Int? { atlas.regions.firstIndex { $0.territory == territory } }

    /// What geometry says of one position with its radius in metres and the error of its kind.
    ///
    /// Radius 0 is plain membership. Without a perimeter in the territory the evidence is empty: outside, no distance.
    /// A position in several overlapping perimeters has its share in each of them.
    func evidence(
        at position: Point, region: Int?, radius: Double, error: PositionError = .stated
    ) -> Evidence {
        guard let region else { return Evidence() }
        let found = index(of: region, at: position, radius).locate(position)
        return evidence(at: position, located: found, region, radius, error)
    }

    /// The same of a position that has been located.
    func evidence(
        at position: Point, located found: ZoneLocation, _ region: Int, _ radius: Double,
        _ error: PositionError = .stated
    ) -> Evidence {
        guard found.nearestZone >= 0 else { return position.isFinite ? Evidence() : .nowhere }
        let place = atlas.regions[region]
        var evidence = Evidence()
        evidence.distance = found.zone < 0 ? found.distance : -found.distance
        evidence.nearest = place.perimeters[found.nearestZone]
        if isDisputed(position, region) { evidence.disputed = 1 }
        if radius > 0, found.distance < radius {
            evidence.isCut = true
            let index = index(of: region, at: position, radius)
            for disc in error.discs {
                discs.measure(index, center: position, radius: radius * disc.factor, distance: found.distance)
                for part in discs.zones {
                    evidence.add(part.share * disc.weight, to: place.perimeters[part.zone])
                    evidence.total += part.share * disc.weight
                }
            }
            evidence.total = min(1, evidence.total)
            evidence.sort()
        } else if found.zone >= 0 {
            evidence.total = 1
            if isAlone(found.zone, at: position, region) {
                evidence.add(1, to: place.perimeters[found.zone])
            } else {
                let index = index(of: region, at: position, radius)
                index.forEachZone(at: position) { zone, _ in evidence.add(1, to: place.perimeters[zone]) }
            }
        }
        return evidence
    }

    /// Whether a position lies where the repair of a shape took ground or gave it.
    func isDisputed(_ position: Point, _ region: Int) -> Bool {
        let disputed = atlas.regions[region].disputed
        if disputed.holds(position) { return true }
        return checks[region]?.disputed.holds(position) ?? false
    }

    /// The verdict on a position in degrees from its evidence: outside only where the perimeters speak of its ground.
    func verdict(_ evidence: Evidence, longitude: Double, latitude: Double) -> Verdict {
        var verdict = Judge.verdict(evidence, ground: .position, score: 1)
        if evidence.disputed > 0, verdict.decision != .uncertain {
            return Judge.undecided(evidence, reason: .groundRepaired)
        }
        guard verdict.decision == .outside else { return verdict }
        if atlas.isInDoubt(longitude: longitude, latitude: latitude) {
            return Judge.undecided(evidence, reason: .perimeterUnusable)
        }
        switch atlas.ground.covers(longitude: longitude, latitude: latitude, distance: evidence.distance) {
        case .sure: break
        case .likely: verdict.quality = .probable
        case .no: return Judge.notCovered(evidence)
        }
        return verdict
    }

    /// Whether every position of a region that is far from all perimeters is surely outside: none of its ground is left open.
    func isOutsideSure(_ region: Int) -> Bool {
        !atlas.hasDoubts && atlas.ground.covers(atlas.regions[region].territory)
    }

    /// Whether a position in a zone is surely in no other one.
    package func isAlone(_ zone: Int, at position: Point, _ region: Int) -> Bool {
        let place = atlas.regions[region]
        if place.isAlone[zone] { return true }
        guard checks[region] == nil, let tile = place.tile(at: position) else { return false }
        return tiles[region][tile].index.holdsOneZoneAtMost(position)
    }

    /// Locates many positions of a region, tile by tile: what a tile's grid takes of the processor's cache serves all its
    /// positions, and the index is taken in hand once a tile. A tile whose grid another worker is building comes last.
    ///
    /// - Parameter found: takes the location of each position.
    package func locate(_ positions: [Point], region: Int, radius: Double, into found: inout [ZoneLocation]) {
        if checks[region] != nil {
            found = positions.map { index(of: region, at: $0, radius).locate($0) }
            return
        }
        let place = atlas.regions[region]
        sorted.sort(positions, into: place.partCount + 1) { place.part(at: $0) }
        var waiting: [(tile: Int, range: Range<Int>)] = []
        for tile in 0..<place.tileCount {
            let range = sorted.range(place.parts(ofTile: tile))
            if range.isEmpty { continue }
            let index = index(of: region, tile: tile, questions: range.count)
            if index.isRefined { sorted.locate(range, index) } else { waiting.append((tile, range)) }
        }
        for (tile, range) in waiting { sorted.locate(range, place.ready(tile) ?? place.index) }
        sorted.locate(sorted.range(place.partCount..<place.partCount + 1), place.index)
        sorted.unsort(into: &found)
    }

    /// The index to ask at a point, with its grid once the questions there are many; without when shapes wait for a check.
    private func index(of region: Int, at p: Point, _ radius: Double) -> ZoneIndex {
        if checks[region] != nil { return checks[region]!.index(for: p, radius) }
        guard let tile = atlas.regions[region].tile(at: p) else { return atlas.regions[region].index }
        return index(of: region, tile: tile, questions: 1)
    }

    /// The index to ask in a tile, to which so many questions more come.
    private func index(of region: Int, tile: Int, questions: Int) -> ZoneIndex {
        tiles[region][tile].questions -= questions
        if tiles[region][tile].questions < 0 { refine(region, tile) }
        return tiles[region][tile].index
    }

    @inline(never)
    private func refine(_ region: Int, _ tile: Int) {
        if let refined = atlas.regions[region].refined(tile) {
            tiles[region][tile] = (refined, .max)
        } else {
            tiles[region][tile].questions = 100
        }
    }

    /// What geometry says of one longitude and latitude in degrees; nil when it lies in no French territory.
    func evidence(
        longitude: Double, latitude: Double, radius: Double, error: PositionError = .stated
    ) throws(GeodesyError) -> Evidence? {
        guard let territory = Territory.containing(longitude: longitude, latitude: latitude) else { return nil }
        guard let region = region(of: territory) else { return Evidence() }
        guard let point = try projector(of: territory).project(Point(x: longitude, y: latitude)) else { return nil }
        return evidence(at: point, region: region, radius: radius, error: error)
    }
}
