internal import CPROJ
import Planar

/// The scale of a grid against the ground, from the projection alone.
final class GroundScale {
    private let context = ProjContext(database: false)
    private let projection: OpaquePointer

    /// Nil when the system is not a grid, or is known by the database only.
    init?(of crs: CRS) {
        guard let definition = Pipeline.projection(of: crs), let made = context.transformation(definition) else {
            return nil
        }
        projection = made
    }

    deinit { proj_destroy(projection) }

    func factor(at position: Point) -> Double? {
        guard position.x.isFinite, position.y.isFinite, abs(position.y) <= 90 else { return nil }
        let radians = proj_coord(position.x * .pi / 180, position.y * .pi / 180, 0, 0)
        proj_errno_reset(projection)
        let factors = proj_factors(projection, radians)
        guard proj_errno_reset(projection) == 0 else { return nil }
        let scale = (factors.meridional_scale + factors.parallel_scale) / 2
        return scale.isFinite && scale > 0 ? scale : nil
    }
}
