public import Geodesy
public import Planar
public import Topology

/// A zone with a code, a name, a kind, a vintage and a shape in the metric CRS of its territory.
public struct Perimeter: Sendable {
    /// The official code, such as `QP057001` or `QN05701M`.
    public let code: String
    /// The name as the file gives it.
    public let name: String
    /// What the perimeter is.
    public let kind: PerimeterKind
    /// The year of the list it belongs to (2015, 2024), when known.
    public let vintage: Int?
    /// INSEE codes of its communes, in the file's order; empty when the file does not give them.
    public let communeCodes: [String]
    /// Names of its communes, in the file's order.
    public let communeNames: [String]
    /// The territory it lies in, which decides the metric CRS; nil for a perimeter without a place.
    public let territory: Territory?
    /// Its shape in metres of `territory.metricCRS`: valid, exterior rings counter-clockwise, holes clockwise.
    ///
    /// Edges are straight in that CRS. Empty when nothing of the shape could be used.
    public let shape: MultiPolygon
    /// What had to be repaired in the shape, if anything was.
    public let repair: Repair?
    /// The line of the file where the perimeter begins, from 1; in a format without lines, the number of the feature.
    public let line: Int
    /// When it is in force, when its file says so; what its kind and vintage say does not stand here.
    public package(set) var validity: Validity?
    /// A field of validity of the file that is filled and no date: then nobody can say when it is in force.
    var unreadableDate: String?
    /// Where the repair took ground from the shape or gave it ground, in metres of the same grid.
    var disputed = MultiPolygon()
    /// Whether the shape was not checked yet, and may be invalid.
    var isUnchecked = false
    /// Whether the shape was left unread, since no question is about its surroundings; it is empty then.
    var isUnread = false
    /// Whether it is made of addresses instead of a shape, which is empty then.
    var isList = false

    /// Surface in square metres of the territory's metric CRS, holes left out.
    public var area: Double { shape.area }
}

extension Perimeter {
    /// A perimeter with a shape that was checked.
    package init(
        code: String, name: String, kind: PerimeterKind, vintage: Int?, communeCodes: [String], communeNames: [String],
        territory: Territory?, shape: MultiPolygon, repair: Repair?, line: Int
    ) {
        self.init(
            code: code, name: name, kind: kind, vintage: vintage, communeCodes: communeCodes,
            communeNames: communeNames, territory: territory, shape: shape, repair: repair, line: line, isList: false)
    }
}

extension [Perimeter] {
    /// The kinds present, in the order of ``PerimeterKind``.
    package var kinds: [PerimeterKind] {
        let present = Set(map(\.kind))
        return PerimeterKind.allCases.filter(present.contains)
    }

    /// The vintages present, in ascending order.
    package var vintages: [Int] { Set(compactMap(\.vintage)).sorted() }

    /// The metric systems of those that have a shape, by territory.
    package var metricSystems: [String] {
        let present = Set(lazy.filter { !$0.shape.isEmpty }.compactMap(\.territory))
        return Territory.allCases.filter(present.contains).map(\.metricCRS.name)
    }
}
