import Geodesy
public import Perimeters
import Planar
import Tables
import Threads

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
    package static let leastArea = 0.0005

    /// Compares two sets of perimeters. O(n log n + pairs whose boxes meet), each pair in microseconds.
    ///
    /// - Parameter threads: how many pairs are under way at once; nothing of the result depends on it.
    public init(old: [Perimeter], new: [Perimeter], options: Options = Options(), threads: Int = 1) async throws {
        func ordered(_ perimeters: [Perimeter]) -> [Perimeter] {
            perimeters.sorted { ($0.code, $0.line) < ($1.code, $1.line) }
        }
        let old = ordered(old), new = ordered(new)
        (self.old, self.new, self.options) = (old, new, options)
        var rows = try await Self.pairs(old, new, threads: threads)
        let shares = rows.map { (old: $0.sharedArea / old[$0.old!].area, new: $0.sharedArea / new[$0.new!].area) }
        let isLinked = shares.map { max($0.old, $0.new) >= options.linkedFrom }
        var successors = [Int](repeating: 0, count: old.count)
        var sources = [Int](repeating: 0, count: new.count)
        for (row, isLinked) in zip(rows, isLinked) where isLinked {
            successors[row.old!] += 1
            sources[row.new!] += 1
        }
        for i in rows.indices {
            let isKept = min(shares[i].old, shares[i].new) >= options.keptFrom
            rows[i].relation =
                switch (isLinked[i], isKept, successors[rows[i].old!] > 1, sources[rows[i].new!] > 1) {
                case (false, _, _, _): .sliver
                case (true, true, _, _): .kept
                case (true, false, false, false): .modified
                case (true, false, true, false): .split
                case (true, false, false, true): .merged
                case (true, false, true, true): .recomposed
                }
        }
        let inDoubt = (old: Self.communesInDoubt(old), new: Self.communesInDoubt(new))
        for (i, count) in successors.enumerated() where count == 0 {
            let relation = old[i].isolated(.gone, communesInDoubt: inDoubt.new)
            rows.append(Row(old: i, new: nil, relation: relation, sharedArea: 0))
        }
        for (j, count) in sources.enumerated() where count == 0 {
            let relation = new[j].isolated(.new, communesInDoubt: inDoubt.old)
            rows.append(Row(old: nil, new: j, relation: relation, sharedArea: 0))
        }
        // A perimeter alone stands before its slivers.
        rows.sort { ($0.old ?? .max, $0.new ?? -1) < ($1.old ?? .max, $1.new ?? -1) }
        self.rows = rows
    }

    /// The pairs that share ground, in no territory but their own.
    private static func pairs(_ old: [Perimeter], _ new: [Perimeter], threads: Int) async throws -> [Row] {
        var indices: [Territory: (members: [Int], boxes: BoxIndex)] = [:]
        for territory in Territory.allCases {
            let members = new.indices.filter { new[$0].territory == territory }
            indices[territory] = (members, BoxIndex(members.map { new[$0].shape.box }))
        }
        let near = indices
        let step = 32
        var starts = stride(from: 0, to: old.count, by: step).makeIterator()
        var rows: [Row] = []
        try await orderedPipeline(width: threads) {
            starts.next()
        } transform: { start in
            var rows: [Row] = []
            for i in start..<min(start + step, old.count) {
                let shape = old[i].shape
                guard let territory = old[i].territory, let others = near[territory] else { continue }
                for j in others.boxes.search(shape.box).map({ others.members[$0] }) {
                    // The same vertices share the whole, to the last digit.
                    let area = shape == new[j].shape ? shape.area : shape.sharedArea(with: new[j].shape)
                    guard area >= leastArea else { continue }
                    rows.append(Row(old: i, new: j, relation: .sliver, sharedArea: area))
                }
            }
            return rows
        } emit: {
            rows += $0
        }
        return rows
    }

    /// The communes of the perimeters that have no shape, as ``Perimeter/communeKeys``.
    private static func communesInDoubt(_ perimeters: [Perimeter]) -> Set<String> {
        Set(perimeters.lazy.filter(\.shape.isEmpty).flatMap(\.communeKeys))
    }

    /// The area of the old perimeter in square metres; nil when there is none, or no shape of it.
    public func areaOfOld(_ row: Row) -> Double? { row.old.flatMap { old[$0].shape.isEmpty ? nil : old[$0].area } }

    /// The area of the new perimeter in square metres; nil when there is none, or no shape of it.
    public func areaOfNew(_ row: Row) -> Double? { row.new.flatMap { new[$0].shape.isEmpty ? nil : new[$0].area } }

    /// The part of the old perimeter's area that the new one shares; nil for a perimeter alone.
    public func shareOfOld(_ row: Row) -> Double? {
        row.new == nil ? nil : row.old.map { row.sharedArea / old[$0].area }
    }

    /// The part of the new perimeter's area that the old one shares; nil for a perimeter alone.
    public func shareOfNew(_ row: Row) -> Double? {
        row.old == nil ? nil : row.new.map { row.sharedArea / new[$0].area }
    }
}

extension Perimeter {
    /// The communes as the file names them: codes, and names without case and accents.
    fileprivate var communeKeys: [String] { communeCodes + communeNames.map(ColumnNames.fold) }

    /// What a perimeter without partner is.
    ///
    /// - Parameter alone: what it is when all shapes of its communes can be used.
    fileprivate func isolated(_ alone: CrosswalkRelation, communesInDoubt: Set<String>) -> CrosswalkRelation {
        if shape.isEmpty { return .unusable }
        return communeKeys.contains(where: communesInDoubt.contains) ? .undecided : alone
    }
}
