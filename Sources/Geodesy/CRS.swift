/// A coordinate reference system that French producers of data use, named by its EPSG code.
///
/// Axis order is always x = longitude or easting, y = latitude or northing, whatever the authority says:
/// `EPSG:4326` and `CRS84` are therefore the same system here. Geographic coordinates are in degrees, projected ones in
/// metres.
public struct CRS: Sendable, Hashable {
    /// The EPSG code: 4326, 2154, 5490 …
    public let epsg: Int

    /// The system of this EPSG code, or nil when it is none of those known here.
    ///
    /// Complexity: O(1).
    public init?(epsg: Int) {
        guard CRSDefinition.all[epsg] != nil else { return nil }
        self.epsg = epsg
    }

    /// For codes known to be in the table.
    init(known epsg: Int) {
        assert(CRSDefinition.all[epsg] != nil)
        self.epsg = epsg
    }

    /// Longitude and latitude in degrees on WGS 84 (EPSG:4326 in lon/lat order, which is OGC:CRS84).
    public static let wgs84 = CRS(known: 4326)

    /// RGF93 / Lambert-93 (EPSG:2154), metres, metropolitan France and Corsica.
    public static let lambert93 = CRS(known: 2154)

    /// Every system known here, by code.
    public static let all = CRSDefinition.all.keys.sorted().map { CRS(known: $0) }

    var definition: CRSDefinition { CRSDefinition.all[epsg]! }

    /// True when coordinates are longitude and latitude in degrees, false when they are metres of a grid.
    public var isGeographic: Bool { definition.isGeographic }

    /// The code with the system's name: `EPSG:2154 (RGF93 / Lambert-93)`.
    public var name: String { "EPSG:\(epsg) (\(definition.name))" }

    /// The system's name alone: `RGF93 / Lambert-93`.
    public var systemName: String { definition.name }

    /// The territories that the system is meant for.
    ///
    /// A grid gives finite numbers far outside them too, and they mean nothing: Réunion in Lambert-93 is an error
    /// that no library reports. Geographic systems and web Mercator serve all territories, a national datum only its
    /// own.
    public var territories: [Territory] { definition.territories }

    /// True when the system is meant for this territory.
    public func suits(_ territory: Territory) -> Bool { definition.territories.contains(territory) }

    /// True when a ``Projector`` to or from WGS 84 needs no `proj.db`.
    public var isSelfContained: Bool { definition.steps != nil }
}
