import Foundation
import Planar
import TestSupport
import Testing

@testable import Topology

/// Resident memory in kilobytes, 0 where the system does not say.
private func resident() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? "0 0"
    return (Int(status.split(separator: " ")[1]) ?? 0) * 4
}

private let bow = multi(ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0)))

/// Operations that succeed.
private func everyOperation(_ context: TopologyContext, _ a: MultiPolygon, _ b: MultiPolygon) throws {
    _ = context.validity(of: a)
    _ = context.validity(of: bow)
    _ = try context.area(a)
    _ = try context.intersects(a, b)
    _ = try context.intersection(a, b)
}

/// Operations that fail within GEOS, which is slow, and a repair.
private func everyFailure(_ context: TopologyContext, _ a: MultiPolygon) throws {
    let cross = multi(ring((0, 1), (2, 1), (1, 2), (1, 0), (0, 1)))
    let star = a.polygons[0].exterior
    let unfit = Polygon(exterior: star, holes: [star, star, star, star, ring((0, 0), (1, 1), (0, 1))])
    _ = try? context.intersection(bow, cross)
    // Goes past our own checks, so that GEOS refuses a ring after others were made.
    _ = try? context.handle.multipolygon(MultiPolygon(polygons: a.polygons + [unfit]))
    _ = try context.repaired(bow)
    _ = TopologyContext()
}

@Suite("Memory and threads")
struct OwnershipTests {
    #if compiler(>=6.2)
        @Test(
            "a hundred thousand operations, failures among them, leave no memory behind",
            .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/statm"), "needs /proc"))
        func leaks() async {
            // In a process of its own, where no other test takes memory.
            await #expect(processExitsWith: .success) {
                let context = TopologyContext()
                var generator = SeededGenerator(seed: 3)
                let a = star(&generator, x: 0, y: 0, radius: 10, points: 16)
                let b = star(&generator, x: 4, y: 4, radius: 10, points: 16)
                func rounds(_ count: Int) throws {
                    for round in 0..<count {
                        try everyOperation(context, a, b)
                        if round % 10 == 0 { try everyFailure(context, a) }
                    }
                }
                try rounds(500)
                let before = resident()
                try rounds(20_000)
                let grown = resident() - before
                // One geometry left behind in each round, or in each failure, would be a megabyte and more.
                precondition(grown < 600, "grown by \(grown) kB")
            }
        }
    #endif

    @Test("contexts of eight tasks give the same bits")
    func threads() async throws {
        var generator = SeededGenerator(seed: 8)
        let shapes = (0..<12).map { index in
            star(&generator, x: Double(index % 4) * 6, y: Double(index / 4) * 6, radius: 8, points: 50)
        }
        let tangle = multi(
            (0..<15).map { _ in
                Point(x: .random(in: 0...9, using: &generator), y: .random(in: 0...9, using: &generator))
            })
        let answers = try await withThrowingTaskGroup(of: [MultiPolygon].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let context = TopologyContext()
                    var results = [try context.repaired(tangle).geometry, try context.union(of: shapes)]
                    for (a, b) in zip(shapes, shapes.dropFirst()) {
                        results.append(try context.intersection(a, b))
                        results.append(try context.symmetricDifference(a, b))
                        results.append(try context.buffer(a, distance: 1.5, segmentsPerQuadrant: 16))
                    }
                    return results
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 8)
        for answer in answers { #expect(answer == answers[0]) }
    }

    @Test("a point is two numbers, as GEOS takes them")
    func layout() {
        #expect(MemoryLayout<Point>.stride == 16)
        #expect(MemoryLayout<Point>.offset(of: \.x) == 0 && MemoryLayout<Point>.offset(of: \.y) == 8)
    }
}
