public import Planar

/// A part of France that has its own grid: metric questions are asked in that grid and in no other.
///
/// The windows of the territories are disjoint, so a position in degrees belongs to one at most. They hold the land
/// and its near waters, with a margin of some kilometres; the metropolitan window therefore holds neighbouring
/// countries too.
public enum Territory: String, Sendable, Hashable, CaseIterable {
    /// Metropolitan France, Corsica included.
    case metropole
    /// Guadeloupe, Martinique, Saint-Martin and Saint-Barthélemy, which share one grid.
    case antilles
    /// Guyane.
    case guyane
    /// La Réunion.
    case reunion
    /// Mayotte.
    case mayotte
    /// Saint-Pierre-et-Miquelon.
    case saintPierreEtMiquelon
    /// Polynésie française. Its grid is that of Tahiti and Moorea (UTM zone 6): see ``Projector/scaleFactor(at:)``.
    case polynesie
    /// Nouvelle-Calédonie, which has no QPV but is in the address base.
    case nouvelleCaledonie
    /// Wallis-et-Futuna, which has no QPV.
    case wallisEtFutuna

    /// The grid in which distances and areas are measured, in metres.
    public var metricCRS: CRS {
        switch self {
        case .metropole: .lambert93
        case .antilles: CRS(known: 5490)
        case .guyane: CRS(known: 2972)
        case .reunion: CRS(known: 2975)
        case .mayotte: CRS(known: 4471)
        case .saintPierreEtMiquelon: CRS(known: 4467)
        case .polynesie: CRS(known: 3297)
        case .nouvelleCaledonie: CRS(known: 3163)
        case .wallisEtFutuna: CRS(known: 32701)
        }
    }

    /// The territory's name in French.
    public var name: String {
        switch self {
        case .metropole: "France métropolitaine"
        case .antilles: "Antilles françaises"
        case .guyane: "Guyane"
        case .reunion: "La Réunion"
        case .mayotte: "Mayotte"
        case .saintPierreEtMiquelon: "Saint-Pierre-et-Miquelon"
        case .polynesie: "Polynésie française"
        case .nouvelleCaledonie: "Nouvelle-Calédonie"
        case .wallisEtFutuna: "Wallis-et-Futuna"
        }
    }

    /// The territory's window: x is longitude, y latitude, in degrees (WGS 84); its four sides belong to it.
    public var bounds: Box {
        switch self {
        case .metropole: Box(minX: -6.0, minY: 41.1, maxX: 10.8, maxY: 51.6)
        case .antilles: Box(minX: -63.3, minY: 14.2, maxX: -60.6, maxY: 18.3)
        case .guyane: Box(minX: -54.8, minY: 2.0, maxX: -51.4, maxY: 6.0)
        case .reunion: Box(minX: 55.1, minY: -21.5, maxX: 55.95, maxY: -20.75)
        case .mayotte: Box(minX: 44.9, minY: -13.15, maxX: 45.4, maxY: -12.5)
        case .saintPierreEtMiquelon: Box(minX: -56.6, minY: 46.6, maxX: -56.0, maxY: 47.3)
        case .polynesie: Box(minX: -155.0, minY: -28.0, maxX: -134.0, maxY: -7.5)
        case .nouvelleCaledonie: Box(minX: 163.4, minY: -22.9, maxX: 168.4, maxY: -19.4)
        case .wallisEtFutuna: Box(minX: -178.6, minY: -14.6, maxX: -175.9, maxY: -12.9)
        }
    }

    /// The window in metres of ``metricCRS``: the smallest of whole kilometres that holds ``bounds``; for Polynésie,
    /// the part of it between 150° and 144° West, where the grid is at home.
    public var gridBounds: Box {
        switch self {
        case .metropole: Box(minX: -57e3, minY: 5999e3, maxX: 1357e3, maxY: 7204e3)
        case .antilles: Box(minX: 467e3, minY: 1569e3, maxX: 760e3, maxY: 2026e3)
        case .guyane: Box(minX: 77e3, minY: 221e3, maxX: 456e3, maxY: 665e3)
        case .reunion: Box(minX: 302e3, minY: 7621e3, maxX: 392e3, maxY: 7706e3)
        case .mayotte: Box(minX: 489e3, minY: 8546e3, maxX: 544e3, maxY: 8619e3)
        case .saintPierreEtMiquelon: Box(minX: 530e3, minY: 5160e3, maxX: 577e3, maxY: 5239e3)
        case .polynesie: Box(minX: 168e3, minY: 6899e3, maxX: 832e3, maxY: 9171e3)
        case .nouvelleCaledonie: Box(minX: 126e3, minY: 142e3, maxX: 653e3, maxY: 533e3)
        case .wallisEtFutuna: Box(minX: 326e3, minY: 8385e3, maxX: 620e3, maxY: 8574e3)
        }
    }

    /// The territory whose window holds this position in degrees (WGS 84); nil outside all, and for NaN.
    ///
    /// Complexity: O(1), some nanoseconds.
    public static func containing(longitude: Double, latitude: Double) -> Territory? {
        if metropole.holds(longitude, latitude) { return .metropole }
        for territory in allCases where territory.holds(longitude, latitude) { return territory }
        return nil
    }

    /// True when a position (x longitude, y latitude, degrees) lies in the territory's window.
    ///
    /// An overseas layer declared in a metropolitan grid projects to finite numbers without any error: this test on the
    /// positions brought back to degrees is what finds it out. See also ``CRS/suits(_:)``.
    public static func isPlausible(_ point: Point, in territory: Territory) -> Bool {
        territory.holds(point.x, point.y)
    }

    @inline(__always)
    private func holds(_ x: Double, _ y: Double) -> Bool { Self.contains(bounds, x, y) }

    /// True when a pair of metres lies in ``gridBounds``.
    func gridHolds(_ x: Double, _ y: Double) -> Bool { Self.contains(gridBounds, x, y) }

    @inline(__always)
    private static func contains(_ box: Box, _ x: Double, _ y: Double) -> Bool {
        x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY
    }
}
