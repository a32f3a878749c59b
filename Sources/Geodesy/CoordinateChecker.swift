public import Planar

/// Judges coordinates declared in one system, before they are used.
///
/// Not `Sendable`: it owns a ``Projector`` when the system is a grid. One per worker.
public final class CoordinateChecker {
    /// The system that the coordinates are declared in.
    public let declared: CRS
    private let toDegrees: Projector?

    /// - Throws: ``GeodesyError`` when the declared system needs PROJ's database and it is missing.
    public init(declared: CRS) throws(GeodesyError) {
        self.declared = declared
        toDegrees = declared.isGeographic ? nil : try Projector(from: declared, to: .wgs84)
    }

    /// What the pair most likely is.
    ///
    /// For a grid the position is brought back to degrees and must lie in a territory that the grid serves. Where
    /// several readings are possible the first of this order wins: fine, exchanged, degrees, degrees exchanged,
    /// another grid, another grid exchanged, the grid of elsewhere. Complexity: O(1).
    public func check(_ point: Point) -> CoordinateSanity {
        guard let toDegrees else {
            let sanity = CoordinateSanity.of(longitude: point.x, latitude: point.y)
            if case .fine(let territory) = sanity, !declared.suits(territory) { return .wrongGrid(territory) }
            return sanity
        }
        guard point.x.isFinite, point.y.isFinite else { return .notFinite }
        if point.x == 0, point.y == 0 { return .zero }
        let place = territory(point.x, point.y, toDegrees)
        if let place, declared.suits(place) { return .fine(place) }
        if let place = territory(point.y, point.x, toDegrees), declared.suits(place) { return .swapped(place) }
        if let place = Territory.containing(longitude: point.x, latitude: point.y) { return .looksLike(.wgs84, place) }
        if let place = Territory.containing(longitude: point.y, latitude: point.x) {
            return .looksLikeSwapped(.wgs84, place)
        }
        if let other = CoordinateSanity.otherGrid(point.x, point.y, than: declared) { return other }
        return place.map { .wrongGrid($0) } ?? .outOfEveryTerritory
    }

    private func territory(_ x: Double, _ y: Double, _ toDegrees: Projector) -> Territory? {
        guard let position = toDegrees.project(Point(x: x, y: y)) else { return nil }
        return Territory.containing(longitude: position.x, latitude: position.y)
    }
}
