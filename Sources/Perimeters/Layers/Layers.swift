import Provenance
public import Tables

/// The layers of perimeters that a place is asked against: one for each kind, or for each vintage asked for.
///
/// Kinds are never mixed: each layer has columns and counts of its own. The first is the QPV when there are any.
public struct Layers: Sendable {
    /// The layer whose answer comes first.
    public let main: Layer
    /// The other ones: QPV of other vintages, then the other kinds in the order of ``PerimeterKind``.
    public let others: [Layer]
    /// The day whose perimeters these are, when one was asked.
    public let date: CalendarDay?
    /// Kinds of which nobody says when they are in force, though a day was asked: all of them were taken.
    public let undatedKinds: [PerimeterKind]

    /// Kinds that lack some of the vintages asked for, which others have.
    public let lacking: [Lack]

    /// What a kind lacks of the vintages asked for.
    public struct Lack: Sendable, Equatable {
        /// The kind.
        public let kind: PerimeterKind
        /// The vintages asked for that it does not have.
        public let vintages: [Int]
        /// Those that it has.
        public let found: [Int]
    }

    /// Which vintages are wanted.
    public enum Choice: Sendable, Equatable {
        /// The only one that there is of each kind.
        case only
        /// What was in force on a day, there and then: see ``Validity``.
        case on(CalendarDay)
        /// These, in this order, each a layer of its own; all of them when the list is empty, the latest first.
        case vintages([Int])
    }

    /// All layers, the main one first.
    public var all: [Layer] { [main] + others }

    /// Whether there is one layer that is one whole file.
    public var isPlain: Bool {
        date == nil && others.isEmpty && main.parts.count == 1 && main.parts[0].count == main.parts[0].used
    }

    /// The layers of files that were read.
    ///
    /// Files of one kind are one layer together. A perimeter without a vintage counts as of the only one that others of its
    /// kind have. O(n log n) in the number of edges.
    ///
    /// Of the vintages asked for, a kind may lack some, and then has no layer of them (``lacking``); the QPV have one of them.
    ///
    /// - Throws: ``LayersError`` when several vintages are there and none is chosen, when no kind has a vintage asked for or the
    ///   QPV have none of them, when a code stands in two files of a layer, when nothing was in force, when by the files' dates
    ///   two vintages of QPV were, when a date cannot be read, or when nobody says when the QPV of a file were in force.
    public init(_ files: [PerimeterFile], choosing choice: Choice = .only) throws(LayersError) {
        var layers: [Layer] = []
        var undated: [PerimeterKind] = []
        date = if case .on(let day) = choice { day } else { nil }
        let kinds = PerimeterKind.allCases.filter { kind in
            files.contains { $0.perimeters.contains { $0.kind == kind } }
        }
        let pools = kinds.map { LayerPool($0, files) }
        if case .vintages(let asked) = choice {
            let found = Set(pools.flatMap(\.vintages))
            let unknown = asked.filter { !found.contains($0) }
            if !unknown.isEmpty { throw .noSuchVintage(nil, asked: unknown, found: found.sorted()) }
        }
        var lacking: [Lack] = []
        for (kind, pool) in zip(kinds, pools) {
            switch choice {
            case .on(let day):
                if pool.isUndated { undated.append(kind) }
                layers.append(try pool.layer(on: day, isOnlyKind: kinds.count == 1))
            case .only:
                guard pool.vintages.count <= 1 else { throw .severalVintages(kind, pool.vintages) }
                layers.append(try pool.layer(of: nil, isFirst: true, isOnlyKind: kinds.count == 1))
            case .vintages(let asked):
                if pool.hasUnknownVintage { throw .undated(kind, files: pool.files) }
                let wanted = asked.isEmpty ? pool.vintages.reversed() : asked.filter(pool.vintages.contains)
                if pool.vintages.isEmpty {
                    layers.append(try pool.layer(of: nil, isFirst: true, isOnlyKind: kinds.count == 1))
                } else if wanted.isEmpty, kind == .qpv {
                    throw .noSuchVintage(kind, asked: asked, found: pool.vintages)
                } else if wanted.count < asked.count {
                    let missed = asked.filter { !wanted.contains($0) }
                    lacking.append(Lack(kind: kind, vintages: missed, found: pool.vintages))
                }
                for (rank, vintage) in wanted.enumerated() {
                    layers.append(try pool.layer(of: vintage, isFirst: rank == 0, isOnlyKind: kinds.count == 1))
                }
            }
        }
        guard let first = layers.first else { throw .nothing(files.map(\.source.path)) }
        main = first
        others = Array(layers.dropFirst())
        undatedKinds = undated
        self.lacking = lacking
    }

    package init(main: Layer, others: [Layer], date: CalendarDay?, undatedKinds: [PerimeterKind], lacking: [Lack]) {
        self.main = main
        self.others = others
        self.date = date
        self.undatedKinds = undatedKinds
        self.lacking = lacking
    }

    /// The same layers, which speak of this ground too, as a person states.
    public func stating(_ ground: Ground) -> Layers {
        func stating(_ layer: Layer) -> Layer {
            var layer = layer
            layer.atlas.ground = layer.atlas.ground.union(ground)
            return layer
        }
        return Layers(
            main: stating(main), others: others.map(stating), date: date, undatedKinds: undatedKinds, lacking: lacking)
    }

    /// The same with a layer more, asked last.
    public func adding(_ layer: Layer) -> Layers {
        Layers(main: main, others: others + [layer], date: date, undatedKinds: undatedKinds, lacking: lacking)
    }
}
