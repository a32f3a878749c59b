import QPVKit
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
