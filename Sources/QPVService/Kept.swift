import Synchronization

/// Values that are made once for each key, with the notes that arose while they were made.
///
/// Every request that asks for a value gets its notes, once. Notes are delivered after the lock is released, so that a listener
/// may ask the session again.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let notes: RunContext.KeptNotes
    }

    private let made = Mutex<[Key: Entry]>([:])

    /// The value of a key; a second caller waits until the first has made it.
    ///
    /// - Parameter make: gets a context that records its notes.
    func value(_ key: Key, _ context: RunContext, _ make: (RunContext) throws -> Value) throws -> Value {
        let recorder = RunContext()
        let entry: Entry
        do {
            entry = try made.withLock { made in
                if let entry = made[key] { return entry }
                let value = try make(recorder)
                let entry = Entry(value: value, notes: RunContext.KeptNotes(recorder.notes))
                made[key] = entry
                return entry
            }
        } catch {
            for note in recorder.notes { context.note(note) }
            throw error
        }
        context.note(entry.notes)
        return entry.value
    }
}
