import Gazetteer
import Interchange
import Synchronization

/// Where notes and progress go while a request runs.
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

    /// The same with an empty list of notes: each request begins so.
    package func begun() -> RunContext { RunContext(note: listener, progress: watcher) }

    /// Delivers a note.
    package func note(_ note: Note) {
        log.notes.withLock { $0.append(note) }
        listener(note)
    }

    /// Delivers notes that were recorded by another context.
    package func note(recorded notes: [Note]) {
        for one in notes { note(one) }
    }

    /// Notes that were kept with a value; a request gets them once, however often it asks for the value.
    package func note(_ kept: KeptNotes) {
        guard log.heard.withLock({ $0.insert(ObjectIdentifier(kept)).inserted }) else { return }
        note(recorded: kept.notes)
    }

    /// The notes that arose while a value was made.
    package final class KeptNotes: Sendable {
        fileprivate let notes: [Note]

        init(_ notes: [Note]) { self.notes = notes }
    }

    /// Watches a file that is read piece by piece until the run ends.
    func watch(_ path: String) {
        guard let stamp = FileStamp(path: path) else { return }
        log.files.withLock { files in files[path] = files[path] ?? stamp }
    }

    /// Watches a gazetteer that the run asks.
    func watch(_ gazetteer: Gazetteer) { log.gazetteers.withLock { $0.append(gazetteer) } }

    /// Makes sure that what the run has read is still what it was, before its results count.
    ///
    /// - Throws: `InterchangeError` when somebody wrote to a file meanwhile; `GazetteerError` when a part of it is damaged.
    func requireUnchangedFiles() throws {
        for (path, stamp) in log.files.withLock({ $0 }) where FileStamp(path: path) != stamp {
            throw FileStamp.changed(path)
        }
        for gazetteer in log.gazetteers.withLock({ $0 }) { try gazetteer.requireIntact() }
    }

    package func progress(_ progress: RequestProgress) { watcher(progress) }

    private final class NoteLog: Sendable {
        let notes = Mutex<[Note]>([])
        /// The kept notes that were delivered.
        let heard = Mutex<Set<ObjectIdentifier>>([])
        /// The files that are watched, as they were first seen.
        let files = Mutex<[String: FileStamp]>([:])
        let gazetteers = Mutex<[Gazetteer]>([])
    }
}
