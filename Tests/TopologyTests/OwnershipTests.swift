import Foundation
import Planar
import TestSupport
import Testing

@testable import Topology

@Suite("Memory and threads")
struct OwnershipTests {
    /// Resident memory in kilobytes.
    private func resident() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(Int(status.split(separator: " ")[1])) * 4
    }

    @Test(
        "a hundred thousand operations, failures among them, leave no memory behind",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/statm"), "needs /proc"))
    func leaks() throws {
        let context = TopologyContext()
        var generator = SeededGenerator(seed: 3)
        let a = star(&generator, x: 0, y: 0, radius: 10, points: 60)
        let b = star(&generator, x: 4, y: 4, radius: 10, points: 60)
        let bow = multi(ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0)))
        let cross = multi(ring((0, 1), (2, 1), (1, 2), (1, 0), (0, 1)))
        let unfit = MultiPolygon(
            polygons: a.polygons + [Polygon(exterior: squareRing(0, 0, 1), holes: [ring((0, 0), (1, 1), (0, 1))])])
        func round() throws {
            _ = context.validity(of: a)
            _ = context.validity(of: bow)
            _ = try context.repaired(bow)
            _ = try context.area(a)
            _ = try context.intersects(a, b)
            _ = try context.intersection(a, b)
            _ = try? context.intersection(bow, cross)
            // Goes past our own checks, so that GEOS refuses a ring after others were made.
            _ = try? context.handle.multipolygon(unfit)
            _ = TopologyContext()
        }
        for _ in 0..<1000 { try round() }
        let before = try resident()
        for _ in 0..<11_000 { try round() }
        let grown = try resident() - before
        // A leak of one geometry of 60 points a round would be ten megabytes and more; other tests run beside this one.
        #expect(grown < 8_000, "grown by \(grown) kB")
    }

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
