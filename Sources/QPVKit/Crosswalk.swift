import Geodesy
import Planar

/// Two vintages of perimeters side by side: which ground they share, and what became of each perimeter.
///
/// Areas are those of the metric CRS of the territory that both perimeters lie in; pairs never cross territories, nor is an
/// old perimeter compared with an old one. Borders belong to no area. Rows stand in the order of the old code, then of the
/// new one; those without an old perimeter come last. <doc:Compare> has the rules.
public struct Crosswalk: Sendable {
    /// From which shares on perimeters are called by a name.
    public struct Options: Sendable, Equatable {
        /// A pair is kept when the shared area is at least this part of both.
        public var keptFrom = 0.99
        /// A pair is linked when the shared area is at least this part of one of both.
        public var linkedFrom = 0.05

        /// 0.99 and 0.05.
        public init() {}
    }

    /// One pair of perimeters that share ground, or one perimeter alone.
    public struct Row: Sendable, Equatable {
        /// The old perimeter, as an index into ``Crosswalk/old``.
        public let old: Int?
        /// The new perimeter, as an index into ``Crosswalk/new``.
        public let new: Int?
        /// What the one is to the other.
        public internal(set) var relation: CrosswalkRelation
        /// The area that both share, in square metres; 0 for a perimeter alone.
        public let sharedArea: Double
    }

    /// The old perimeters, ordered by code.
    public let old: [Perimeter]
    /// The new perimeters, ordered by code.
    public let new: [Perimeter]
    /// The pairs that share ground, and the perimeters without a partner.
    public let rows: [Row]
    /// The limits used.
    public let options: Options

    /// Below this area in square metres two perimeters share nothing: three decimals would not show it.
    static let leastArea = 0.0005

    /// Compares two atlases. O(n log n + pairs whose boxes meet), each pair in microseconds.
    public init(old: Atlas, new: Atlas, options: Options = Options()) {
        self.old = old.perimeters
        self.new = new.perimeters
        self.options = options
        var rows = Self.pairs(old, new)
        let shares = rows.map { row in
            (old: row.sharedArea / old.perimeters[row.old!].area, new: row.sharedArea / new.perimeters[row.new!].area)
        }
        let isLinked = shares.map { max($0.old, $0.new) >= options.linkedFrom }
        var successors = [Int](repeating: 0, count: self.old.count)
        var sources = [Int](repeating: 0, count: self.new.count)
        for (row, isLinked) in zip(rows, isLinked) where isLinked {
            successors[row.old!] += 1
            sources[row.new!] += 1
        }
        for i in rows.indices {
            let isSplit = successors[rows[i].old!] > 1, isMerged = sources[rows[i].new!] > 1
            rows[i].relation =
                if !isLinked[i] { .sliver }
                else if min(shares[i].old, shares[i].new) >= options.keptFrom { .kept }
                else if isSplit { isMerged ? .recomposed : .split }
                else { isMerged ? .merged : .modified }
        }
        for (i, count) in successors.enumerated() where count == 0 {
            let relation = self.old[i].shape.isEmpty ? CrosswalkRelation.unusable : .gone
            rows.append(Row(old: i, new: nil, relation: relation, sharedArea: 0))
        }
        for (i, count) in sources.enumerated() where count == 0 {
            let relation = self.new[i].shape.isEmpty ? CrosswalkRelation.unusable : .new
            rows.append(Row(old: nil, new: i, relation: relation, sharedArea: 0))
        }
        // A perimeter alone stands before its slivers.
        self.rows = rows.sorted { ($0.old ?? .max, $0.new ?? -1) < ($1.old ?? .max, $1.new ?? -1) }
    }

    /// The pairs that share ground, in no territory but their own.
    private static func pairs(_ old: Atlas, _ new: Atlas) -> [Row] {
        var rows: [Row] = []
        for region in old.regions {
            guard let other = new.regions.first(where: { $0.territory == region.territory }) else { continue }
            let boxes = BoxIndex(other.perimeters.map { new.perimeters[$0].shape.box })
            for i in region.perimeters {
                let shape = old.perimeters[i].shape
                for zone in boxes.search(shape.box) {
                    let j = other.perimeters[zone]
                    let partner = new.perimeters[j].shape
                    // The same vertices share the whole, to the last digit.
                    let area = shape == partner ? shape.area : shape.sharedArea(with: partner)
                    guard area >= leastArea else { continue }
                    rows.append(Row(old: i, new: j, relation: .sliver, sharedArea: area))
                }
            }
        }
        return rows
    }

    /// The part of the old perimeter's area that the new one shares; nil for a perimeter alone.
    public func shareOfOld(_ row: Row) -> Double? {
        row.new == nil ? nil : row.old.map { row.sharedArea / old[$0].area }
    }

    /// The part of the new perimeter's area that the old one shares; nil for a perimeter alone.
    public func shareOfNew(_ row: Row) -> Double? {
        row.old == nil ? nil : row.new.map { row.sharedArea / new[$0].area }
    }
}
