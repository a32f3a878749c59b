import Geodesy
public import Perimeters
import Planar

/// What the places of a file cover of the perimeters of an atlas: inside, at the edge, within a distance, how far it is.
///
/// Distances are straight lines in metres of the territory's metric CRS; a place counts for the perimeters of its own territory
/// only. Areas within a distance are exact: see ``Discs``. Immutable.
public struct Coverage: Sendable {
    /// What is asked.
    public struct Options: Sendable, Equatable {
        /// The distances, in metres, above 0; the first one decides ``State``.
        public var distances: [Double]
        /// How many metres of way a straight metre stands for: the reach of a place is the distance divided by it.
        public var detour: Double
        /// From this share on a perimeter is covered.
        public var coveredFrom: Double
        /// From this share on it is insufficiently covered, below it is not.
        public var insufficientFrom: Double

        /// States what is asked.
        public init(
            distances: [Double] = [300], detour: Double = 1, coveredFrom: Double = 0.8, insufficientFrom: Double = 0.2
        ) {
            self.distances = distances
            self.detour = detour
            self.coveredFrom = coveredFrom
            self.insufficientFrom = insufficientFrom
        }

        /// The straight line that a distance stands for, in metres.
        public func reach(_ distance: Double) -> Double { distance / detour }
    }

    /// How well a perimeter is covered.
    public enum State: String, Sendable, CaseIterable {
        /// At least ``Options/coveredFrom`` of it.
        case covered
        /// At least ``Options/insufficientFrom``.
        case insufficient = "insufficiently_covered"
        /// Less.
        case notCovered = "not_covered"
    }

    /// What a share is of.
    public enum Basis: String, Sendable {
        /// The addresses, or the weight of the points.
        case population
        /// The surface.
        case area
    }

    /// What lies within a distance of a place.
    public struct Within: Sendable, Equatable {
        /// How many places are so near to the perimeter, those in it included.
        public internal(set) var places = 0
        /// Square metres.
        public internal(set) var area = 0.0
        /// The weight of the points.
        public internal(set) var weight = 0.0
    }

    /// A perimeter, or all of them together, and the places of one category, or all.
    public struct Row: Sendable, Equatable {
        /// The perimeter, an index into the atlas; nil for all together: then places count once, points too, and areas are added up.
        public let perimeter: Int?
        /// The category; nil for all places.
        public let category: String?
        /// Whether it is measured: its shape can be used, and of its category a place is known, or none is missing. If not, its
        /// counts and sums are none.
        public internal(set) var isKnown = true
        /// Square metres; 0 when the shape cannot be used.
        public internal(set) var area = 0.0
        /// The weight of its points; nil when none were asked for.
        public internal(set) var weight: Double?
        /// How many places are inside, and farther from the border than their position is exact.
        public internal(set) var inside = 0
        /// How many are nearer to the border than that, on either side.
        public internal(set) var edge = 0
        /// What is within each distance.
        public internal(set) var within: [Within]
        /// How far the nearest place is from its points, infinite where their territory has none; nil without a point.
        public internal(set) var distances: Distances?

        /// The share of the area within a distance; nil when there is no area, or nothing is known.
        public func areaShare(_ distance: Int) -> Double? { isKnown && area > 0 ? within[distance].area / area : nil }

        /// The share of the points; nil when there are none, or nothing is known.
        public func weightShare(_ distance: Int) -> Double? {
            weight.flatMap { isKnown && $0 > 0 ? within[distance].weight / $0 : nil }
        }
    }

    /// The perimeters.
    public let atlas: Atlas
    /// The places.
    public let places: Places
    /// The points that are to be near a place; nil when only areas are asked.
    public let population: Population?
    /// What is asked.
    public let options: Options
    /// All places, then each category of the file when there are several, also one without a place on the day asked.
    public let categories: [String?]
    /// One row for each perimeter and category, in the order of the atlas.
    public let rows: [Row]
    /// All perimeters together, one row for each category.
    public let totals: [Row]
    /// Places in territories that have no perimeter in the atlas: they are nobody's, and counted here only.
    public let elsewhere: [Places.Item]

    /// Measures what places cover.
    ///
    /// O((points + places near) log n) and, for areas, as ``Discs/coveredArea(of:)`` says.
    public init(of atlas: Atlas, by places: Places, population: Population? = nil, options: Options = Options()) {
        self.atlas = atlas
        self.places = places
        self.population = population
        self.options = options
        let listed = places.listedCategories
        categories = [nil] + (listed.count > 1 ? listed : [])
        elsewhere = places.items.filter { item in !atlas.regions.contains { $0.territory == item.territory } }
        var measured = CoverageMeasure(atlas, places, population, options, categories)
        for region in atlas.regions { measured.measure(region) }
        rows = measured.rows
        totals = measured.totals()
    }

    /// The state of a row, and what it is judged by: its points at the first distance when it has any, else its area; nil when it
    /// has neither.
    public func state(_ row: Row) -> (state: State, basis: Basis)? {
        guard !options.distances.isEmpty else { return nil }
        let weight = row.weightShare(0)
        guard let share = weight ?? row.areaShare(0) else { return nil }
        // A share is a quotient of sums: what is on the threshold but for rounding has reached it.
        let sure = share + 1e-9
        let state: State =
            sure >= options.coveredFrom ? .covered : sure >= options.insufficientFrom ? .insufficient : .notCovered
        return (state, weight == nil ? .area : .population)
    }
}
