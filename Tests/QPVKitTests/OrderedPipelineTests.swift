import Foundation
import QPVKit
import TestSupport
import Testing

@testable import Threads

@Suite("the ordered pipeline")
struct OrderedPipelineTests {
    private struct Refused: Error, Equatable { let step: String }

    /// Counts inputs between `next` and `emit`, from any task.
    private final class Gauge: @unchecked Sendable {
        private let lock = NSLock()
        private var now = 0
        private var most = 0
        var highest: Int { lock.withLock { most } }
        func up() {
            lock.withLock {
                now += 1; most = max(most, now)
            }
        }
        func down() { lock.withLock { now -= 1 } }
    }

    @Test("results come in the order of the inputs, however long each takes", arguments: [1, 2, 3, 8])
    func order(width: Int) async throws {
        var generator = SeededGenerator(seed: 5)
        let delays = (0..<120).map { _ in UInt32.random(in: 0...1500, using: &generator) }
        let gauge = Gauge()
        var given = 0
        var got: [Int] = []
        try await orderedPipeline(width: width) { () -> Int? in
            guard given < delays.count else { return nil }
            defer { given += 1 }
            gauge.up()
            return given
        } transform: { (number: Int) -> Int in
            usleep(delays[number])
            return number * 10
        } emit: { (result: Int) in
            gauge.down()
            got.append(result)
        }
        #expect(got == (0..<120).map { $0 * 10 })
        #expect(gauge.highest <= width + 1)
    }

    @Test("an empty stream gives nothing")
    func empty() async throws {
        try await orderedPipeline(width: 4) {
            nil as Int?
        } transform: {
            $0
        } emit: { (_: Int) in
            Issue.record("nothing was put in")
        }
    }

    @Test(
        "an error of any step ends the work and is thrown; what came before it was emitted in order",
        arguments: ["next", "transform", "emit"])
    func errors(step: String) async throws {
        var given = 0
        var got: [Int] = []
        await #expect(throws: Refused(step: step)) {
            try await orderedPipeline(width: 3) { () -> Int? in
                if step == "next", given == 20 { throw Refused(step: step) }
                defer { given += 1 }
                return given
            } transform: { (number: Int) -> Int in
                if step == "transform", number == 20 { throw Refused(step: step) }
                return number
            } emit: { (result: Int) in
                if step == "emit", result == 20 { throw Refused(step: step) }
                got.append(result)
            }
        }
        #expect(got == Array(0..<got.count))
        #expect(got.count <= 20)
        #expect(given <= 20 + 5)
    }

    @Test("a cancelled task stops asking for inputs and throws")
    func cancellation() async throws {
        let gauge = Gauge()
        let task = Task {
            try await orderedPipeline(width: 2) { () -> Int? in
                gauge.up()
                return 1  // without end
            } transform: { (number: Int) -> Int in
                usleep(500)
                return number
            } emit: { (_: Int) in
            }
        }
        while gauge.highest < 10 { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
