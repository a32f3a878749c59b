/// What a pair of coordinates most likely is, against what it was declared to be.
public enum CoordinateSanity: Sendable, Hashable, CustomStringConvertible {
    /// In a territory that the declared system serves.
    case fine(Territory)
    /// Not a number, or infinite.
    case notFinite
    /// Both are zero: an empty cell that some export turned into numbers.
    case zero
    /// Right once x and y are exchanged, in this territory.
    case swapped(Territory)
    /// Right in another system than the declared one.
    case looksLike(CRS, Territory)
    /// Right in another system once x and y are exchanged.
    case looksLikeSwapped(CRS, Territory)
    /// A position, but in a territory that the declared grid does not serve: an overseas layer in Lambert-93.
    case wrongGrid(Territory)
    /// Degrees whose decimal point was lost: divided by a power of ten they are in this territory.
    case lostPoint(Territory)
    /// Nowhere in France in any reading.
    case outOfEveryTerritory

    /// True for ``fine(_:)``.
    public var isFine: Bool {
        if case .fine = self { true } else { false }
    }

    /// A stable code in English, for the detail of the reason `coordinates_invalid`: `fine`, `not_finite`, `zero`,
    /// `swapped`, `looks_like`, `looks_like_swapped`, `wrong_grid`, `out_of_territory`.
    public var code: String {
        switch self {
        case .fine: "fine"
        case .notFinite: "not_finite"
        case .zero: "zero"
        case .swapped: "swapped"
        case .looksLike: "looks_like"
        case .looksLikeSwapped: "looks_like_swapped"
        case .wrongGrid: "wrong_grid"
        case .lostPoint: "lost_decimal_point"
        case .outOfEveryTerritory: "out_of_territory"
        }
    }

    /// One sentence for a person, without the coordinates.
    public var description: String {
        switch self {
        case .fine(let territory): "in \(territory.name)"
        case .notFinite: "not a finite number"
        case .zero: "both coordinates are zero"
        case .swapped(let territory): "x and y are exchanged (the other order is in \(territory.name))"
        case .looksLike(let crs, let territory): "looks like \(crs.name), in \(territory.name)"
        case .looksLikeSwapped(let crs, let territory):
            "looks like \(crs.name) with x and y exchanged, in \(territory.name)"
        case .wrongGrid(let territory): "lies in \(territory.name), which the declared system does not serve"
        case .lostPoint(let territory):
            "degrees whose decimal point is lost (divided by a power of ten they are in \(territory.name))"
        case .outOfEveryTerritory: "outside of every French territory"
        }
    }

    /// Judges a pair declared as longitude and latitude in degrees.
    ///
    /// Where several readings are possible the first of this order wins: fine, exchanged, Lambert-93, the other grids
    /// of the territories (Guyane before Nouvelle-Calédonie, whose grids share numbers), grids exchanged. Complexity:
    /// O(1).
    public static func of(longitude: Double, latitude: Double) -> CoordinateSanity {
        guard longitude.isFinite, latitude.isFinite else { return .notFinite }
        if longitude == 0, latitude == 0 { return .zero }
        if let territory = Territory.containing(longitude: longitude, latitude: latitude) { return .fine(territory) }
        if let territory = Territory.containing(longitude: latitude, latitude: longitude) { return .swapped(territory) }
        return otherGrid(longitude, latitude, than: .wgs84) ?? lostPoint(longitude, latitude) ?? .outOfEveryTerritory
    }

    /// Whole numbers that one power of ten brings into a territory: a table program dropped the point of "48.125".
    private static func lostPoint(_ longitude: Double, _ latitude: Double) -> CoordinateSanity? {
        guard longitude == longitude.rounded(), latitude == latitude.rounded() else { return nil }
        var power = 10.0
        for _ in 1...15 {
            if let territory = Territory.containing(longitude: longitude / power, latitude: latitude / power) {
                return .lostPoint(territory)
            }
            power *= 10
        }
        return nil
    }

    /// The first metric grid, other than one, whose window holds the pair in this order, else exchanged.
    static func otherGrid(_ x: Double, _ y: Double, than declared: CRS) -> CoordinateSanity? {
        for territory in Territory.allCases where territory.metricCRS != declared {
            if territory.gridHolds(x, y) { return .looksLike(territory.metricCRS, territory) }
        }
        for territory in Territory.allCases where territory.metricCRS != declared {
            if territory.gridHolds(y, x) { return .looksLikeSwapped(territory.metricCRS, territory) }
        }
        return nil
    }
}
