/// Runs the steps of a stream on several tasks and gives the results in the order of the input.
///
/// At most `width` inputs are under way, so memory does not grow with the stream, and neither the order nor the content
/// of the output depends on `width`.
///
/// - Parameters:
///   - width: how many inputs are transformed at once, at least 1.
///   - next: the next input, nil at the end; called from one task at a time.
///   - transform: the work, on any task.
///   - emit: takes each result, in input order; called from one task at a time.
func orderedPipeline<Input: Sendable, Output: Sendable>(
    width: Int,
    next: () throws -> Input?,
    transform: @escaping @Sendable (Input) throws -> Output,
    emit: (Output) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
        var waiting: [Int: Output] = [:]
        var started = 0
        var emitted = 0
        func start() throws -> Bool {
            guard let input = try next() else { return false }
            let number = started
            group.addTask { (number, try transform(input)) }
            started += 1
            return true
        }
        // One input more than the workers, so that none of them waits for the reader.
        while started < width + 1, try start() {}
        while let (number, output) = try await group.next() {
            waiting[number] = output
            while let ready = waiting.removeValue(forKey: emitted) {
                try emit(ready)
                emitted += 1
            }
            while started - emitted < width + 1, try start() {}
        }
    }
}
