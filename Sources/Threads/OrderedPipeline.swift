/// Runs the steps of a stream on several tasks and gives the results in the order of the input.
///
/// At most `width` + 1 inputs are under way between `next` and `emit`, so memory does not grow with the stream, and
/// neither the order nor the content of the output depends on `width`. The first error of any step ends the work and is
/// thrown; so does cancelling the task, with `CancellationError`. Steps that had begun are waited for, none is begun
/// after.
///
/// - Parameters:
///   - width: how many workers there are, at least 1; several have one input in reserve, and one works in this task.
///   - next: the next input, nil at the end; called from one task at a time.
///   - transform: the work, on any task.
///   - emit: takes each result, in input order; called from one task at a time.
package func orderedPipeline<Input: Sendable, Output: Sendable>(
    width: Int,
    next: () throws -> Input?,
    transform: @escaping @Sendable (Input) throws -> Output,
    emit: (Output) throws -> Void
) async throws {
    if width <= 1 {
        // One thread: nothing runs beside anything else.
        while true {
            try Task.checkCancellation()
            guard let input = try next() else { return }
            try emit(transform(input))
        }
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var waiting: [Int: Output] = [:]
        var started = 0
        var emitted = 0
        func start() throws -> Bool {
            try Task.checkCancellation()
            guard let input = try next() else { return false }
            let number = started
            group.addTask {
                try Task.checkCancellation()
                return (number, try transform(input))
            }
            started += 1
            return true
        }
        // One input more than the workers, so that none of them waits for the reader.
        while started < width + 1, try start() {}
        while let (number, output) = try await group.next() {
            waiting[number] = output
            while let ready = waiting.removeValue(forKey: emitted) {
                try Task.checkCancellation()
                try emit(ready)
                emitted += 1
            }
            while started - emitted < width + 1, try start() {}
        }
    }
}
