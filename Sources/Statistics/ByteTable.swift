/// Values by runs of bytes, so that a cell which was met before costs no text; at most a stated number of them, in constant memory.
struct ByteTable<Value> {
    private struct Entry {
        let hash: UInt64
        let start: Int
        let count: Int
        let value: Value
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Ranks in `entries` plus 1; 0 for none.
    private var slots: [UInt32]
    private let limit: Int

    init(limit: Int = 1 << 15) {
        self.limit = limit
        slots = Array(repeating: 0, count: limit * 2)
    }

    /// The value kept for these bytes, or the one that `make` gives, which is kept while there is room.
    mutating func value(_ key: UnsafeBufferPointer<UInt8>, make: () throws -> Value) rethrows -> Value {
        let hash = hash64(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, entry.count == key.count, isEqual(entry, key) { return entry.value }
            slot = (slot + 1) & (slots.count - 1)
        }
        let value = try make()
        guard entries.count < limit, key.count <= 256 else { return value }
        entries.append(Entry(hash: hash, start: bytes.count, count: key.count, value: value))
        bytes.append(contentsOf: key)
        slots[slot] = UInt32(entries.count)
        return value
    }

    private func isEqual(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { known in
            for i in 0..<entry.count where known[entry.start + i] != key[i] { return false }
            return true
        }
    }
}

/// 64 bits of a run of bytes, the same in every run of the program: 16 bytes a step, folded products.
/// Source of the idea: Wang Yi, wyhash.
func hash64(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) -> UInt64 {
    func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
    func word(_ offset: Int) -> UInt64 {
        if offset + 8 <= bytes.count {
            return UInt64(
                littleEndian: UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(
                    fromByteOffset: offset, as: UInt64.self))
        }
        var word: UInt64 = 0
        var index = offset
        while index < bytes.count {
            word |= UInt64(bytes[index]) << UInt64(8 * (index - offset))
            index += 1
        }
        return word
    }
    var state = seed ^ 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset < bytes.count {
        state = fold(word(offset) ^ 0xA076_1D64_78BD_642F, word(offset + 8) ^ state)
        offset += 16
    }
    state = fold(state ^ 0xE703_7ED1_A0B4_28DB, UInt64(bytes.count) ^ 0x8EBC_6AF0_9C88_C6E3)
    return fold(state ^ 0x5896_5CF7_2F8E_1B2D, 0xD6E8_FEB8_6659_FD93)
}
