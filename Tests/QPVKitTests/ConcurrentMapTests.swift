import Foundation
import QPVKit
import Synchronization
import Testing

@testable import Threads

@Suite("mapping on all processors")
struct ConcurrentMapTests {
    struct Refusal: Error, Equatable { var element: Int }

    @Test(
        "results come in the order of the elements, each thread with a worker of its own",
        arguments: [0, 1, 15, 16, 17, 1000])
    func order(count: Int) throws {
        final class Worker { var isBusy = false }
        let elements = Array(0..<count)
        let results = try concurrentMap(elements, making: { Worker() }) { worker, element in
            #expect(!worker.isBusy)
            worker.isBusy = true
            defer { worker.isBusy = false }
            return (0..<element % 50).reduce(element, +)
        }
        #expect(results == elements.map { element in (0..<element % 50).reduce(element, +) })
    }

    @Test("no more threads than are asked for", arguments: [1, 2, 3])
    func width(threads: Int) throws {
        let gauge = Mutex((now: 0, most: 0))
        let names = Mutex<Set<ObjectIdentifier>>([])
        let results = try concurrentMap(Array(0..<640), threads: threads, making: {}) { _, element in
            gauge.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            _ = names.withLock { $0.insert(ObjectIdentifier(Thread.current)) }
            defer { gauge.withLock { $0.now -= 1 } }
            return (0..<200).reduce(element, +)
        }
        #expect(results.count == 640 && gauge.withLock { $0.most } <= threads)
        if threads == 1 { #expect(names.withLock { $0 } == [ObjectIdentifier(Thread.current)]) }
    }

    @Test("of several errors the first element's is thrown")
    func firstError() {
        for _ in 0..<20 {
            #expect(throws: Refusal(element: 301)) {
                try concurrentMap(Array(0..<1000), making: {}) { _, element in
                    if element % 300 == 1, element > 1 { throw Refusal(element: element) }
                }
            }
        }
    }
}
