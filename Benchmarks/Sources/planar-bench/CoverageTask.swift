import Foundation
import Planar
import QPVKit

/// `planar-bench --coverage PERIMETERS PLACES.csv --departements 075,093 [--radius 300] [--rounds 15]`
///
/// What discs around places cover of perimeters, all in memory: the task of `coverage/compare.py`. Every round indexes the places
/// anew, as its rivals do.
struct CoverageTask {
    private let shapes: [MultiPolygon]
    private let points: [Point]

    init(perimeters: String, places: String, departements: [String]) throws {
        shapes = try PerimeterFile.read(perimeters).perimeters
            .filter { departements.contains(String($0.code.dropFirst(2).prefix(3))) }.map(\.shape)
        points = try Places(path: places) { nil }.items.map(\.position)
    }

    /// Prints shapes, places, square metres covered, median and best seconds.
    func run(radius: Double, rounds: Int) {
        let run = measure(rounds: rounds) {
            let discs = Discs(around: points, radius: radius)
            return shapes.reduce(0) { $0 + discs.coveredArea(of: $1) }
        }
        print(shapes.count, points.count, run.result, run.median, run.best, separator: "\t")
    }
}
