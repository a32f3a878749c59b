import Foundation
import Planar

/// `planar-bench [WORKLOAD.bin] [--rounds N] [--hits N] [--only QUERY]`
/// `planar-bench WORKLOAD.bin PLACES.bin ADDRESSES.bin --tasks FOLDER`
///
/// Times the zone index on one thread. Without a file (see `workload.py`) on a seeded synthetic workload. `Benchmarks/run` calls
/// the second form.
@main
struct PlanarBench {
    let points: [Point]
    let rounds: Int
    let only: String?

    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let rounds = option("--rounds", &arguments).flatMap { Int($0) } ?? 7
        let expectedHits = option("--hits", &arguments).flatMap { Int($0) }
        let only = option("--only", &arguments)
        if let folder = option("--tasks", &arguments) {
            let files = try arguments.map { try Workload(file: $0) }
            precondition(files.count == 3, "three files")
            return try Tasks(
                zones: files[0], places: files[1], addresses: files[2], folder: URL(fileURLWithPath: folder)
            ).run()
        }
        let workload = try arguments.first.map { try Workload(file: $0) } ?? Workload(seed: 20_240_101)
        let build = measure(rounds: min(rounds, 5)) { ZoneIndex(workload.zones) }
        let trees = build.result
        print("\(workload.name): \(trees.zoneCount) zones, \(trees.edgeCount) edges, \(workload.points.count) points")
        print("trees \(fixed(build.median * 1e3, 0)) ms (best \(fixed(build.best * 1e3, 0))), \(trees.byteCount) bytes")
        let refining = measure(rounds: min(rounds, 5)) { trees.refined() }
        let index = refining.result
        print(
            "grid \(fixed(refining.median * 1e3, 0)) ms (best \(fixed(refining.best * 1e3, 0))), \(index.byteCount) bytes"
        )

        let batch = measure(rounds: rounds) { index.firstZones(at: workload.points).count { $0 >= 0 } }
        let each = 1e9 / Double(workload.points.count)
        print("firstZones, all at once", fixed(batch.median * each), "ns, best", fixed(batch.best * each), "ns")
        let located = measure(rounds: rounds) { index.locate(workload.points).reduce(0) { $0 + $1.distance } }
        print("locate, all at once", fixed(located.median * each), "ns, best", fixed(located.best * each), "ns")

        let bench = PlanarBench(points: workload.points, rounds: rounds, only: only)
        bench.report("locate by trees", every: 10) { trees.locate($0).distance }
        bench.zones(index)
        bench.nearestPoints()
        if only != nil { return }
        let hits = workload.points.count { index.firstZone(at: $0) != nil }
        print("hits \(hits)")
        if let expectedHits { precondition(hits == expectedHits, "\(expectedHits) hits expected") }
        check(workload, index)
    }

    private static func option(_ name: String, _ arguments: inout [String]) -> String? {
        guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(at...(at + 1)) }
        return arguments[at + 1]
    }

    private func zones(_ index: ZoneIndex) {
        report("firstZone") { index.firstZone(at: $0) == nil ? 0 : 1 }
        report("locate (zone, distance)") { index.locate($0).distance }
        report("nearestBorder") { index.nearestBorder(to: $0)!.distance }
        report("nearestBorder within 100 m") { index.nearestBorder(to: $0, within: 100) == nil ? 0 : 1 }
        report("nearestBorder of zone 0", every: 10) { index.nearestBorder(to: $0, ofZone: 0)!.distance }
        report("forEachZone at", every: 10) { p in
            var count = 0.0
            index.forEachZone(at: p) { _, _ in count += 1 }
            return count
        }
        report("forEachEdge within 50 m", every: 10) { p in
            var count = 0.0
            index.forEachEdge(within: 50, of: p) { _, _, _ in count += 1 }
            return count
        }
    }

    private func nearestPoints() {
        if let only, !"PointIndex nearest".hasPrefix(only) { return }
        let build = measure(rounds: 2) { PointIndex(points) }
        print("PointIndex of \(points.count): build \(fixed(build.median * 1e3, 0)) ms")
        report("PointIndex nearest", every: 4) { build.result.nearest(to: Point(x: $0.x + 7, y: $0.y))!.distance }
    }

    /// Prints the median and best time of one query and the sum of the answers.
    private func report(_ name: String, every step: Int = 1, _ body: (Point) -> Double) {
        if let only, !name.hasPrefix(only) { return }
        let run = measure(rounds: rounds) {
            var total = 0.0
            for i in stride(from: 0, to: points.count, by: step) { total += body(points[i]) }
            return total
        }
        let each = 1e9 / Double((points.count + step - 1) / step)
        print(
            name.padding(toLength: 28, withPad: " ", startingAt: 0), fixed(run.median * each), "ns, best",
            fixed(run.best * each), "ns,", fixed(1000 / (run.median * each)), "M/s, sum", run.result)
    }
}
