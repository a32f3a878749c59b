import Synchronization

/// The ears of a caller: where notes and progress go while a request runs.
///
/// A request is cancelled through its task: it then throws a `CancellationError` before the next batch of rows.
public struct RunContext: Sendable {
    private let listener: @Sendable (Note) -> Void
    private let watcher: @Sendable (RequestProgress) -> Void
    private let log = NoteLog()

    /// - Parameters:
    ///   - note: called with each note when it arises.
    ///   - progress: called after each batch of rows, or as a stage goes on; often.
    public init(
        note: @escaping @Sendable (Note) -> Void = { _ in },
        progress: @escaping @Sendable (RequestProgress) -> Void = { _ in }
    ) {
        listener = note
        watcher = progress
    }

    /// The notes since ``begun()``, in their order.
    package var notes: [Note] { log.notes.withLock { $0 } }

    /// The same ears with an empty list of notes: each request begins so.
    package func begun() -> RunContext { RunContext(note: listener, progress: watcher) }

    /// The same with notes left out; warnings still come.
    package func withWarningsOnly() -> RunContext {
        let all = self
        return RunContext(note: { if $0.severity == .warning { all.note($0) } }, progress: watcher)
    }

    package func note(_ note: Note) {
        log.notes.withLock { $0.append(note) }
        listener(note)
    }

    package func progress(_ progress: RequestProgress) { watcher(progress) }

    private final class NoteLog: Sendable {
        let notes = Mutex<[Note]>([])
    }
}
