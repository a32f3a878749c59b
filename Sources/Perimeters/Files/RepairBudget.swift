import Interchange
import Planar
import Synchronization

/// What the repairs of one file may cost together: crossings and branchings of edges, as `MultiPolygon.tangle` counts them.
///
/// A repair takes about half a millisecond for each. ``ReadingLimits`` states how many a small file may have; a larger one may have
/// one more for each 50 vertices, so that many slightly faulty shapes are repaired and one small shape cannot hold up the
/// program. One shape may have half of them. Any number of threads may spend it: whether it suffices does not depend on their order.
final class RepairBudget: Sendable {
    /// Shapes whose edges meet more often than this are not even tested for being valid.
    static let mostOfValid = 200_000

    private let file: String
    private let base: Int
    private let all: Int
    private let spent = Mutex(0)

    /// - Throws: ``InterchangeError`` when the features have more vertices than one layer may have.
    init(_ features: [Feature], file: String) throws(InterchangeError) {
        self.file = file
        let limits = ReadingLimits.current
        let vertices = features.reduce(0) { $0 + ($1.geometry.area?.vertexCount ?? 0) }
        guard vertices <= limits[.vertices] else {
            throw ReadingLimits.exceeded(.vertices, "the shapes have \(vertices) vertices", file: file)
        }
        base = limits[.crossings]
        all = base + vertices / 50
    }

    /// The most that one shape may cost.
    func most(ofOne shape: MultiPolygon) -> Int { base / 2 + shape.vertexCount / 50 }

    /// Takes the cost of a repair.
    ///
    /// - Throws: ``InterchangeError`` when the repairs of the file cost too much together.
    func spend(_ cost: Int) throws(InterchangeError) {
        let total = spent.withLock { spent in
            spent += cost
            return spent
        }
        guard total <= all else {
            throw ReadingLimits.exceeded(
                .crossings, "the edges of the file's shapes cross or branch too often to be repaired", file: file)
        }
    }

    /// Whether every coordinate is a number that edges can be compared by.
    static func isFinite(_ shape: MultiPolygon) -> Bool {
        shape.polygons.allSatisfy { polygon in
            ([polygon.exterior] + polygon.holes).allSatisfy { $0.allSatisfy(\.isFinite) }
        }
    }
}
