import Foundation

/// Workers made when they are needed and used again; each belongs to one task at a time.
package final class WorkerPool<Worker>: @unchecked Sendable {
    private let make: @Sendable () throws -> Worker
    private let lock = NSLock()
    private var free: [Worker] = []

    package init(_ make: @escaping @Sendable () throws -> Worker) { self.make = make }

    package func withWorker<R>(_ body: (Worker) throws -> R) throws -> R {
        let worker = try lock.withLock { free.popLast() } ?? make()
        defer { lock.withLock { free.append(worker) } }
        return try body(worker)
    }
}
