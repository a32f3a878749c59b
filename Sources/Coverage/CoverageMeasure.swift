import Geodesy
import Perimeters
import Planar

/// Measures one territory after another.
struct CoverageMeasure {
    private let atlas: Atlas
    private let places: Places
    private let population: Population?
    private let options: Coverage.Options
    private let categories: [String?]
    /// For each category, whether its places are known.
    private let isKnown: [Bool]
    /// By perimeter, then by category.
    private(set) var rows: [Coverage.Row] = []
    /// For each category and place, how near it comes to a perimeter.
    private var nearest: [Int: Relation] = [:]
    /// For each category, the distances of all points.
    private var distances: [[(distance: Double, weight: Double)]]

    /// What a place is to a perimeter.
    private struct Relation {
        var isInside: Bool
        var isEdge: Bool
        /// Metres to the perimeter; 0 in it.
        var distance: Double

        /// Of what a place is to two perimeters, what it is to both together.
        func nearer(_ other: Relation) -> Relation {
            let isInside = isInside || other.isInside
            return Relation(
                isInside: isInside, isEdge: !isInside && (isEdge || other.isEdge),
                distance: min(distance, other.distance))
        }
    }

    /// The places of one category in one territory.
    private struct Group {
        let index: PointIndex
        let discs: [Discs]

        init(_ points: [Point], _ options: Coverage.Options) {
            index = PointIndex(points)
            discs = options.distances.map { Discs(around: points, radius: options.reach($0)) }
        }
    }

    init(
        _ atlas: Atlas, _ places: Places, _ population: Population?, _ options: Coverage.Options,
        _ categories: [String?]
    ) {
        self.atlas = atlas
        self.places = places
        self.population = population
        self.options = options
        self.categories = categories
        distances = [[(distance: Double, weight: Double)]](repeating: [], count: categories.count)
        let none = [Coverage.Within](repeating: .init(), count: options.distances.count)
        isKnown = categories.map { !places.isUnknown($0) }
        for (i, perimeter) in atlas.perimeters.enumerated() {
            for (rank, category) in categories.enumerated() {
                var row = Coverage.Row(perimeter: i, category: category, within: none)
                row.isKnown = isKnown[rank] && !perimeter.shape.isEmpty
                row.area = perimeter.area
                row.weight = population.map { $0.members[i].reduce(0) { $0 + $1.weight } }
                rows.append(row)
            }
        }
    }

    mutating func measure(_ region: AtlasRegion) {
        let here = places.items.indices.filter { places.items[$0].territory == region.territory }
        let groups = categories.map { category in
            Group(here.filter { category == nil || places.items[$0].category == category }.map(position), options)
        }
        for (zone, i) in region.perimeters.enumerated() {
            relate(region, zone, i, here, groups[0].index)
            for (rank, group) in groups.enumerated() {
                let row = i * categories.count + rank
                for (d, discs) in group.discs.enumerated() {
                    rows[row].within[d].area = discs.coveredArea(of: atlas.perimeters[i].shape)
                }
                measurePoints(i, row, rank, group.index)
            }
        }
    }

    private func position(_ item: Int) -> Point { places.items[item].position }

    /// Counts the places inside a perimeter, at its edge, and near it.
    private mutating func relate(_ region: AtlasRegion, _ zone: Int, _ i: Int, _ here: [Int], _ index: PointIndex) {
        let box = region.index.box(ofZone: zone)
        let reaches = options.distances.map(options.reach)
        let farthest = here.reduce(reaches.max() ?? 0) { max($0, places.items[$1].radius) }
        let half = Point(x: box.maxX, y: box.maxY).distance(to: box.center)
        var found: [(item: Int, relation: Relation)] = []
        index.forEach(within: farthest + half, of: box.center) { rank, _ in
            let item = here[rank], p = position(item)
            guard box.squaredDistance(to: p) <= farthest * farthest,
                let border = region.index.nearestBorder(to: p, ofZone: zone)
            else { return }
            let isIn = region.index.locate(p, inZone: zone) != .outside
            let isEdge = border.distance < places.items[item].radius
            found.append(
                (
                    item,
                    Relation(isInside: isIn && !isEdge, isEdge: isEdge, distance: isIn ? 0 : border.distance)
                ))
        }
        for (item, relation) in found {
            nearest[item] = nearest[item].map { $0.nearer(relation) } ?? relation
            for (rank, category) in categories.enumerated()
            where category == nil || category == places.items[item].category {
                Self.count(relation, reaches, in: &rows[i * categories.count + rank])
            }
        }
    }

    private static func count(_ relation: Relation, _ reaches: [Double], in row: inout Coverage.Row) {
        if relation.isInside { row.inside += 1 }
        if relation.isEdge { row.edge += 1 }
        for (d, reach) in reaches.enumerated() where relation.distance <= reach { row.within[d].places += 1 }
    }

    /// Measures how far the points of a perimeter have to a place of a category.
    private mutating func measurePoints(_ i: Int, _ row: Int, _ rank: Int, _ index: PointIndex) {
        guard let population else { return }
        var here: [(distance: Double, weight: Double)] = []
        here.reserveCapacity(population.members[i].count)
        for member in population.members[i] {
            let nearest = index.nearest(to: member.position)?.distance ?? .infinity
            here.append((nearest, member.weight))
            if member.isFirst { distances[rank].append((nearest, member.weight)) }
            for (d, distance) in options.distances.enumerated() where nearest <= options.reach(distance) {
                rows[row].within[d].weight += member.weight
            }
        }
        rows[row].distances = Distances(here)
    }

    /// All perimeters together.
    func totals() -> [Coverage.Row] {
        let reaches = options.distances.map(options.reach)
        return categories.enumerated().map { rank, category in
            var total = Coverage.Row(
                perimeter: nil, category: category, within: options.distances.map { _ in .init() })
            total.isKnown = isKnown[rank]
            for i in atlas.perimeters.indices {
                let row = rows[i * categories.count + rank]
                total.area += row.area
                for d in reaches.indices { total.within[d].area += row.within[d].area }
            }
            for (item, relation) in nearest where category == nil || places.items[item].category == category {
                Self.count(relation, reaches, in: &total)
            }
            total.weight = population?.total
            total.distances = Distances(distances[rank])
            for (d, reach) in reaches.enumerated() {
                total.within[d].weight = distances[rank].reduce(0) { $0 + ($1.distance <= reach ? $1.weight : 0) }
            }
            return total
        }
    }
}
