package import Comparing
package import Coverage
import Gazetteer
import Geodesy
public import Perimeters
import Planar
import Topology
import Verdicts

/// The sheets of some perimeters: what all of them share is made once.
///
/// Immutable and shared by all threads; ``sheet(_:)`` holds in memory what is near one perimeter.
public struct SheetBook: Sendable {
    /// What the sheets are made of.
    public let inputs: SheetInputs
    /// The perimeters asked, each code once, in the order of their codes.
    public var perimeters: [Perimeter] { asked.perimeters }

    let asked: Atlas
    package let coverage: Coverage?
    package let crosswalk: Crosswalk?
    let crosswalkAddresses: CrosswalkAddresses?
    private let neighbours: Surroundings
    private let limits: Surroundings?
    /// For each territory and category of the coverage, the places.
    private let placesOf: [Territory: [[Places.Item]]]

    /// Prepares the sheets of the perimeters with these codes.
    ///
    /// Several perimeters of one code are one: their union. O(n log n) in all that is given.
    ///
    /// - Parameter threads: how many pairs of vintages are compared at once.
    /// - Throws: ``GeodesyError``, ``TopologyError``.
    public init(_ inputs: SheetInputs, codes: Set<String>, threads: Int = 1) async throws {
        self.inputs = inputs
        let groups = Dictionary(grouping: inputs.atlas.perimeters.filter { codes.contains($0.code) }, by: \.code)
        let asked = Atlas(try groups.values.map { try Self.united($0) }, source: inputs.atlas.source)
        self.asked = asked
        neighbours = Surroundings(inputs.atlas.perimeters)
        limits = inputs.limits.map { Surroundings($0) }
        let coverage = try inputs.places.map { places in
            Coverage(
                of: asked, by: places,
                population: try inputs.gazetteer.map { try Population(addressesOf: $0, in: asked) },
                options: Coverage.Options(distances: inputs.distances))
        }
        self.coverage = coverage
        var placesOf: [Territory: [[Places.Item]]] = [:]
        if let coverage {
            for (territory, items) in Dictionary(grouping: coverage.places.items, by: \.territory) {
                placesOf[territory] = coverage.categories.map { category in
                    items.filter { category == nil || $0.category == category }
                }
            }
        }
        self.placesOf = placesOf
        guard let earlier = inputs.earlier else {
            (crosswalk, crosswalkAddresses) = (nil, nil)
            return
        }
        let crosswalk = try await Crosswalk(
            old: earlier.perimeters, new: inputs.atlas.perimeters, threads: threads)
        self.crosswalk = crosswalk
        crosswalkAddresses = try inputs.gazetteer.map {
            try CrosswalkAddresses(crosswalk, old: earlier.atlas, new: inputs.atlas, $0)
        }
    }

    private static func united(_ perimeters: [Perimeter]) throws -> Perimeter {
        let usable = perimeters.filter { !$0.shape.isEmpty }
        guard usable.count > 1, Set(usable.map(\.territory)).count == 1 else { return usable.first ?? perimeters[0] }
        let first = usable[0]
        var communes: [(code: String, name: String)] = []
        for commune in perimeters.flatMap(\.communes) where !communes.contains(where: { $0 == commune }) {
            communes.append(commune)
        }
        return Perimeter(
            code: first.code, name: first.name, kind: first.kind, vintage: first.vintage,
            communeCodes: communes.map(\.code), communeNames: communes.map(\.name), territory: first.territory,
            shape: try TopologyContext().union(of: usable.map(\.shape)), repair: first.repair, line: first.line)
    }

    /// The sheet of a perimeter, an index into ``perimeters``, that has a shape.
    ///
    /// O(addresses and vertices near), some milliseconds.
    ///
    /// - Throws: ``GeodesyError`` when PROJ cannot make a projection.
    public func sheet(_ i: Int) throws -> Sheet {
        let perimeter = perimeters[i]
        let territory = perimeter.territory ?? .metropole
        let projector = try Projector(from: .wgs84, to: territory.metricCRS)
        let frame = SheetMap.frame(around: perimeter.shape.box)
        var sheet = Sheet(perimeter, inputs.language)
        let dots = positions(of: perimeter, in: frame, projector)
        if let gazetteer = inputs.gazetteer {
            let letterboxes = try Letterboxes(
                in: Atlas([perimeter], source: asked.source), gazetteer, radii: inputs.radii)
            sheet.count(letterboxes, gazetteer, isNearAny: !dots.isEmpty)
        }
        if let persons = inputs.persons { sheet.count(persons) }
        if let coverage {
            let rows = coverage.rows[i * coverage.categories.count..<(i + 1) * coverage.categories.count]
            let here = placesOf[territory] ?? coverage.categories.map { _ in [] }
            sheet.add(coverage, Array(rows), nearest: here.map { nearest($0, to: i) })
        }
        if let crosswalk { sheet.add(crosswalk, crosswalkAddresses) }
        let map = SheetMap(
            perimeter: perimeter,
            others: neighbours.search(frame, territory).filter { other in
                other.code != perimeter.code && other.shape.sharedArea(with: MultiPolygon(frame)) > 0
            },
            limits: limits?.search(frame, territory).map(\.shape), addresses: dots,
            places: marks(
                in: frame, territory, nearest: perimeter.shape.box.center, lettered: sheet.shownCategories),
            north: SheetMap.north(frame, projector), language: inputs.language)
        sheet.map = map.drawing
        return sheet
    }

    /// The positions of addresses on the map.
    private func positions(of perimeter: Perimeter, in frame: Box, _ projector: Projector) -> [Point] {
        guard let gazetteer = inputs.gazetteer else { return [] }
        let box = perimeter.shape.box
        let margin = max(frame.width - box.width, frame.height - box.height) / 2
        var positions: [Point] = []
        gazetteer.forEachPosition(in: perimeter.window(margin: margin, projector)) { degrees in
            if let p = projector.project(degrees), frame.contains(p) { positions.append(p) }
        }
        return positions
    }

    /// The places on the map, those near the middle first, with the letter of their category where the table has it.
    private func marks(
        in frame: Box, _ territory: Territory, nearest center: Point, lettered: [Int]
    ) -> [SheetMap.Place] {
        guard let coverage else { return [] }
        let ranks = Dictionary(
            uniqueKeysWithValues: coverage.places.listedCategories.enumerated().map { ($1, $0) })
        return coverage.places.items.filter { $0.territory == territory && frame.contains($0.position) }
            .sorted { a, b in
                let (x, y) = (a.position.squaredDistance(to: center), b.position.squaredDistance(to: center))
                return x != y ? x < y : a.line < b.line
            }
            .map { item in
                let rank = ranks[item.category] ?? 0
                return SheetMap.Place(
                    position: item.position, letter: lettered.contains(rank) ? Sheet.letter(rank) : "",
                    color: SheetMap.colors[rank % SheetMap.colors.count])
            }
    }

    /// The distance from a perimeter to the nearest of some places, in metres, 0 inside; nil when there is none.
    private func nearest(_ places: [Places.Item], to i: Int) -> Double? {
        guard let region = asked.regions.first(where: { $0.territory == perimeters[i].territory }),
            let zone = region.perimeters.firstIndex(of: i)
        else { return nil }
        let box = region.index.box(ofZone: zone)
        var best: Double?
        for place in places {
            let p = place.position
            if let best, box.squaredDistance(to: p) >= best * best { continue }
            if region.index.locate(p, inZone: zone) != .outside { return 0 }
            guard let border = region.index.nearestBorder(to: p, ofZone: zone) else { continue }
            best = min(best ?? .infinity, border.distance)
        }
        return best
    }
}

extension MultiPolygon {
    /// A box as a shape.
    fileprivate init(_ box: Box) {
        let corners = [
            Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY), Point(x: box.maxX, y: box.maxY),
            Point(x: box.minX, y: box.maxY), Point(x: box.minX, y: box.minY),
        ]
        self.init(polygons: [Polygon(exterior: corners)])
    }
}

/// Perimeters by where they lie.
private struct Surroundings {
    private let perimeters: [Perimeter]
    private let index: BoxIndex

    init(_ perimeters: [Perimeter]) {
        self.perimeters = perimeters
        index = BoxIndex(perimeters.map(\.shape.box))
    }

    /// Those of a territory whose box meets another one, in their order.
    func search(_ box: Box, _ territory: Territory) -> [Perimeter] {
        index.search(box).map { perimeters[$0] }.filter { $0.territory == territory }
    }
}
