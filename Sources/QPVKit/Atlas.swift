import Geodesy
import Planar

/// An immutable, indexed set of perimeters; shared by all threads.
///
/// Perimeters are asked in metres of their own territory: one index per territory, none across. Within an index they
/// are ordered by code, so that a point in two overlapping perimeters always answers with the first code. A point on
/// a border belongs to the perimeter.
public struct Atlas: Sendable {
    /// The perimeters, ordered by code (and by line of the file for equal codes).
    public let perimeters: [Perimeter]
    /// Where they come from.
    public let source: SourceFile
    /// One index per territory that has a perimeter.
    let regions: [Region]
    /// Codes of the communes that the file names for a perimeter.
    let communesWithPerimeter: Set<String>

    /// The perimeters of one territory; a class, so that a query counts no references but one.
    final class Region: Sendable {
        let territory: Territory
        /// Zones in metres of the territory's metric CRS.
        let index: ZoneIndex
        /// For each zone of the index, its perimeter.
        let perimeters: [Int]

        init(_ territory: Territory, index: ZoneIndex, perimeters: [Int]) {
            self.territory = territory
            self.index = index
            self.perimeters = perimeters
        }

        /// Where a point of the grid lies.
        func locate(_ point: Point) -> Located { Located(index.locate(point), perimeters) }

        /// Where each of many points lies: the index is taken in hand once, not counted as used for every point.
        func locate(_ points: [Point], _ body: (_ number: Int, _ located: Located) -> Void) {
            let (index, perimeters) = (index, perimeters)
            for number in points.indices { body(number, Located(index.locate(points[number]), perimeters)) }
        }
    }

    /// Where a point lies: perimeters instead of zones.
    struct Located {
        /// The first perimeter that holds the point, or -1.
        var perimeter = -1
        /// The perimeter of the nearest border, or -1.
        var nearest = -1
        /// Metres to that border, without sign.
        var distance = Double.infinity

        init() {}

        init(_ found: ZoneLocation, _ perimeters: [Int]) {
            guard found.nearestZone >= 0 else { return }
            perimeter = found.zone < 0 ? -1 : perimeters[found.zone]
            nearest = perimeters[found.nearestZone]
            distance = found.distance
        }
    }

    /// How many questions an atlas is made for: its answers are the same.
    public enum Purpose: Sendable {
        /// A file of rows: making takes a tenth of a second for France, an answer a fraction of a microsecond.
        case manyQuestions
        /// One address: making takes milliseconds, an answer microseconds.
        case fewQuestions
    }

    /// Makes an atlas of perimeters. O(n log n) in the number of edges.
    public init(_ perimeters: [Perimeter], source: SourceFile, for purpose: Purpose = .manyQuestions) {
        let sorted = perimeters.sorted { ($0.code, $0.line) < ($1.code, $1.line) }
        self.perimeters = sorted
        self.source = source
        communesWithPerimeter = Set(sorted.flatMap(\.communeCodes))
        regions = Territory.allCases.compactMap { territory in
            let members = sorted.indices.filter { sorted[$0].territory == territory && !sorted[$0].shape.isEmpty }
            guard !members.isEmpty else { return nil }
            let shapes = members.map { sorted[$0].shape }
            let index =
                switch purpose {
                case .manyQuestions: ZoneIndex(shapes)
                case .fewQuestions: ZoneIndex(forFewQuestions: shapes)
                }
            return Region(territory, index: index, perimeters: members)
        }
    }

    /// No perimeters at all.
    public static let empty = Atlas([], source: SourceFile(path: "", sha256: ""))

    /// The kinds present, in the order of ``PerimeterKind``.
    public var kinds: [PerimeterKind] {
        let present = Set(perimeters.map(\.kind))
        return PerimeterKind.allCases.filter(present.contains)
    }

    /// The vintages present, in ascending order.
    public var vintages: [Int] { Set(perimeters.compactMap(\.vintage)).sorted() }

    /// The perimeter of a code, compared exactly. O(log n).
    public func index(ofCode code: String) -> Int? {
        var low = 0, high = perimeters.count
        while low < high {
            let middle = (low + high) / 2
            if perimeters[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < perimeters.count && perimeters[low].code == code ? low : nil
    }
}
