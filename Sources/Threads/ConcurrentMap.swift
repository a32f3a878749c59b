import Dispatch
import Foundation
import Synchronization

/// Maps elements on several threads: neighbours on one thread, results in order. For some dozen elements or more.
///
/// Of several errors that of the first element is thrown, as when they are mapped one after another.
///
/// - Parameters:
///   - threads: how many threads there are at most; with one, all is done on this thread. By default as many as processors.
///   - making: what each thread needs for itself.
///   - body: the work.
package func concurrentMap<Element: Sendable, Worker, Result: Sendable>(
    _ elements: [Element], threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    making: @escaping @Sendable () throws -> Worker,
    _ body: @Sendable (_ worker: Worker, _ element: Element) throws -> Result
) throws -> [Result] {
    // Some of the work is heavier than the rest: more runs than threads.
    let runLength = max(16, elements.count / 32)
    let runCount = (elements.count + runLength - 1) / runLength
    let results = Mutex([Swift.Result<[Result], any Error>?](repeating: nil, count: runCount))
    let workers = WorkerPool(making)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), runCount)) { _ in
        while true {
            let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard run < runCount else { return }
            let range = run * runLength..<min((run + 1) * runLength, elements.count)
            let result = Swift.Result {
                try workers.withWorker { worker in try elements[range].map { try body(worker, $0) } }
            }
            results.withLock { $0[run] = result }
        }
    }
    return try results.withLock { $0 }.flatMap { try $0!.get() }
}
