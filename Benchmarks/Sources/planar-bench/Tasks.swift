import Foundation
import Planar

/// The tasks that `in-memory/compare.py` times beside other programs: each once, after a warm-up, with its answers in a file.
struct Tasks {
    let zones: Workload
    let places: Workload
    let addresses: Workload
    /// Where the answers go.
    let folder: URL

    /// Prints the wall and processor seconds of each task, one a line.
    func run() throws {
        let trees = time("build trees") { ZoneIndex(zones.zones) }
        let index = time("build grid") { trees.refined() }
        try write(time("membership") { index.firstZones(at: zones.points) }, "membership")
        try write(
            time("signed distance") { index.locate(zones.points).map(\.signedDistance) }, "distance")
        let nearest = time("nearest place") {
            let tree = PointIndex(places.points)
            return addresses.points.map { tree.nearest(to: $0)! }
        }
        try write(nearest.map { Int32($0.index) }, "place")
        try write(nearest.map(\.distance), "place-distance")
    }

    private func time<Result>(_ name: String, _ body: () -> Result) -> Result {
        _ = body()
        let start = clock()
        let began = Date()
        let result = body()
        print(name, Date().timeIntervalSince(began), Double(clock() - start) / 1e6, separator: "\t")
        return result
    }

    private func write<Element>(_ answers: [Element], _ name: String) throws {
        try answers.withUnsafeBytes { try Data($0).write(to: folder.appendingPathComponent(name + ".bin")) }
    }
}
