internal import CPROJ
public import Planar

/// Distances on the ellipsoid, to measure how far a grid is from the ground.
public enum Geodesic {
    /// The length in metres of the shortest line on the WGS 84 ellipsoid between two positions (x longitude, y
    /// latitude, degrees); NaN when a latitude is outside -90...90 or a value is not finite.
    ///
    /// Error below 15 nanometres. Complexity: O(1), about a microsecond. Any thread.
    ///
    /// Source: C. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013).
    public static func distance(_ a: Point, _ b: Point) -> Double {
        var ellipsoid = geod_geodesic()
        geod_init(&ellipsoid, 6_378_137, 1 / 298.257223563)
        var length = Double.nan
        geod_inverse(&ellipsoid, a.y, a.x, b.y, b.x, &length, nil, nil)
        return length
    }
}
