import Planar
import QPVKit

/// `coverage-bench PERIMETERS PLACES.csv --departements 075,093 [--radius 300] [--rounds 15]`
///
/// What discs around places cover of perimeters, all in memory: the task of `coverage/compare.py`. Every round indexes the places
/// anew, as its rivals do. Prints shapes, places, square metres covered, median and best seconds.
@main
struct CoverageBench {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
            defer { arguments.removeSubrange(at...at + 1) }
            return arguments[at + 1]
        }
        let departements = option("--departements")?.split(separator: ",").map(String.init) ?? []
        let radius = option("--radius").flatMap { Double($0) } ?? 300
        let rounds = option("--rounds").flatMap { Int($0) } ?? 15
        precondition(arguments.count == 2, "a file of perimeters and one of places")

        let shapes = try PerimeterFile.read(arguments[0]).perimeters
            .filter { departements.contains(String($0.code.dropFirst(2).prefix(3))) }.map(\.shape)
        let points = try Places(path: arguments[1]) { nil }.items.map(\.position)
        func covered() -> Double {
            let discs = Discs(around: points, radius: radius)
            return shapes.reduce(0) { $0 + discs.coveredArea(of: $1) }
        }
        let area = covered()
        let seconds = (0..<rounds).map { _ in
            let time = ContinuousClock().measure { precondition(covered() == area) }
            return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        }.sorted()
        print(shapes.count, points.count, area, seconds[seconds.count / 2], seconds[0], separator: "\t")
    }
}
