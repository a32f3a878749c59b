import Synchronization

/// Values that are made once for each key, with the notes that arose while they were made.
///
/// A second caller of a key waits until the first has made its value; callers of other keys do not. Every request that asks
/// for a value gets its notes, once. Notes are delivered after the lock is released, so that a listener may ask the session again.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let notes: RunContext.KeptNotes
    }

    /// The place of one value, with its own lock.
    private final class Slot: Sendable {
        let entry = Mutex<Entry?>(nil)
    }

    private let slots = Mutex<[Key: Slot]>([:])

    /// The value of a key. One that could not be made is tried again by the next caller.
    ///
    /// - Parameter make: gets a context that records its notes.
    func value(_ key: Key, _ context: RunContext, _ make: (RunContext) throws -> Value) throws -> Value {
        let slot = slots.withLock { slots in
            let slot = slots[key] ?? Slot()
            slots[key] = slot
            return slot
        }
        let recorder = RunContext()
        let entry: Entry
        do {
            entry = try slot.entry.withLock { kept in
                if let entry = kept { return entry }
                let value = try make(recorder)
                let entry = Entry(value: value, notes: RunContext.KeptNotes(recorder.notes))
                kept = entry
                return entry
            }
        } catch {
            context.note(recorded: recorder.notes)
            throw error
        }
        context.note(entry.notes)
        return entry.value
    }
}
