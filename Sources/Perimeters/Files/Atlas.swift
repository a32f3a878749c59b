import Algorithms
import Communes
package import Geodesy
import Planar
public import Provenance

/// An immutable, indexed set of perimeters; shared by all threads.
///
/// Perimeters are asked in metres of their own territory: one index per territory, none across. Within an index they
/// are ordered by code, so that a point in two overlapping perimeters always answers with the first code (a disc, with
/// the perimeter that holds most of it, ties by code). A point on a border belongs to the perimeter.
public struct Atlas: Sendable {
    /// The perimeters, ordered by code (and by line of the file for equal codes).
    public let perimeters: [Perimeter]
    /// Where they come from.
    public let source: SourceFile
    /// One index per territory that has a perimeter.
    package let regions: [AtlasRegion]
    /// Territories whose perimeters in force are not here though there are some: nothing can be said of a place there.
    package let missing: Set<Territory>
    /// The perimeters that are lists of addresses.
    package let lists: AddressLists
    /// The ground that the perimeters speak of: elsewhere a place in none of them is not outside.
    public package(set) var ground: Ground
    /// Codes of the communes that the file names for a perimeter; for an arrondissement, its city.
    private let communesNamed: Set<String>
    /// The same of the perimeters whose shape cannot be used.
    private let communesInDoubt: Set<String>
    /// The départements of those of them whose communes are not known.
    private let departementsInDoubt: Set<Departement>

    /// Makes an atlas of perimeters. O(n log n) in the number of edges.
    ///
    /// - Parameter ground: the ground that they speak of; by default they are all that there are anywhere.
    public init(_ perimeters: [Perimeter], source: SourceFile, ground: Ground = .everywhere) {
        self.init(perimeters, source: source, missing: [], ground: ground)
    }

    package init(
        _ perimeters: [Perimeter], source: SourceFile, missing: Set<Territory>, lists: AddressLists = AddressLists(),
        ground: Ground = .everywhere
    ) {
        let sorted = perimeters.sorted { ($0.code, $0.line) < ($1.code, $1.line) }
        self.perimeters = sorted
        self.source = source
        self.missing = missing
        self.lists = lists
        self.ground = ground
        communesNamed = Set(sorted.lazy.flatMap(\.knownCommuneCodes).map(Self.city))
        let unusable = sorted.lazy.filter { $0.shape.isEmpty && !$0.isUnread && !$0.isList }
        communesInDoubt = Set(unusable.flatMap(\.knownCommuneCodes).map(Self.city))
        departementsInDoubt = Set(unusable.lazy.filter(\.knownCommuneCodes.isEmpty).compactMap(\.departement))
        regions = Territory.allCases.compactMap { territory in
            let members = sorted.indices.filter { sorted[$0].territory == territory && !sorted[$0].shape.isEmpty }
            guard !members.isEmpty else { return nil }
            return AtlasRegion(
                territory, ZoneIndex(members.map { sorted[$0].shape }), perimeters: members,
                unchecked: members.indices.filter { sorted[members[$0]].isUnchecked },
                disputed: DisputedGround(members.map { sorted[$0].disputed }))
        }
    }

    /// No perimeters at all.
    public static let empty = Atlas([], source: SourceFile(path: "", sha256: ""))

    /// The kinds present, in the order of ``PerimeterKind``.
    public var kinds: [PerimeterKind] { perimeters.kinds }

    /// The vintages present, in ascending order.
    public var vintages: [Int] { perimeters.vintages }

    /// The metric systems that distances are in, by territory.
    public var metricSystems: [String] { perimeters.metricSystems }

    /// Whether the file names this commune (an INSEE code) for a perimeter; an arrondissement counts as its city. O(1).
    package func names(commune citycode: String) -> Bool { communesNamed.contains(Self.city(citycode)) }

    /// Whether a perimeter of this commune cannot be used (of its département, where its commune is not known): then nothing in
    /// it is outside. O(1).
    package func isInDoubt(commune citycode: String) -> Bool {
        guard hasDoubts else { return false }
        return communesInDoubt.contains(Self.city(citycode))
            || Departement(ofCommune: citycode).map(departementsInDoubt.contains) ?? false
    }

    /// Whether some commune is in doubt.
    package var hasDoubts: Bool { !communesInDoubt.isEmpty || !departementsInDoubt.isEmpty }

    /// Whether a position may lie in a commune in doubt.
    package func isInDoubt(longitude: Double, latitude: Double) -> Bool {
        hasDoubts && CommuneTable.near(longitude: longitude, latitude: latitude).contains { isInDoubt(commune: $0) }
    }

    /// The code of the city of an arrondissement of Paris, Lyon or Marseille; any other code itself.
    private static func city(_ citycode: String) -> String {
        switch citycode.prefix(3) {
        case "751": "75056"
        case "132" where citycode >= "13201" && citycode <= "13216": "13055"
        case "693" where citycode >= "69381" && citycode <= "69389": "69123"
        default: citycode
        }
    }

    /// The perimeter of a code, compared exactly. O(log n).
    public func index(ofCode code: String) -> Int? {
        let place = perimeters.partitioningIndex { $0.code >= code }
        return place < perimeters.count && perimeters[place].code == code ? place : nil
    }
}
