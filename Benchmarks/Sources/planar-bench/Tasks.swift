import Foundation
import Planar

/// The tasks that `Benchmarks/run` times beside other programs: each once, after a warm-up, with its answers in a file.
struct Tasks {
    let zones: Workload
    let places: Workload
    let addresses: Workload
    /// Where the answers go.
    let folder: URL

    /// Prints the name, the wall and processor seconds and the number of questions of each task, one a line.
    func run() throws {
        let trees = time("build trees", zones.zones.count) { ZoneIndex(zones.zones) }
        let index = time("build grid", zones.zones.count) { trees.refined() }
        try write(time("membership", zones.points.count) { index.firstZones(at: zones.points) }, "membership")
        let located = time("signed distance", zones.points.count) {
            index.locate(zones.points).map(\.signedDistance)
        }
        try write(located, "distance")
        let nearest = time("nearest place", addresses.points.count) {
            let tree = PointIndex(places.points)
            return addresses.points.map { tree.nearest(to: $0)! }
        }
        try write(nearest.map { Int32($0.index) }, "place")
        try write(nearest.map(\.distance), "place-distance")
    }

    private func time<Result>(_ name: String, _ questions: Int, _ body: () -> Result) -> Result {
        _ = body()
        let start = clock()
        let began = Date()
        let result = body()
        print(name, Date().timeIntervalSince(began), Double(clock() - start) / 1e6, questions, separator: "\t")
        return result
    }

    private func write<Element>(_ answers: [Element], _ name: String) throws {
        try answers.withUnsafeBytes { try Data($0).write(to: folder.appendingPathComponent(name + ".bin")) }
    }
}
