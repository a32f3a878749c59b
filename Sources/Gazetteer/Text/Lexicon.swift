/// The words that have other spellings: types of way, titles, numbers, articles.
///
/// Both the names of the base and the queries go through it, so that an abbreviation only has to be read the same way
/// on both sides. Sources: the abbreviations of the standard XP Z10-011 for postal addresses and common usage.
struct Lexicon: Sendable {
    /// What a spelling stands for.
    struct Entry: Sendable {
        var text: [UInt8]
        var flags: WordFlags
        var type: UInt8
        var value: Int32
    }

    static let shared = Lexicon()

    /// Names of the types, by number; 0 is "no type".
    let typeNames: [String]
    /// Spellings that the tables give twice. A test requires that there are none.
    let duplicates: [String]
    private let entries: [Entry]
    /// Open addressing on the hash of the spelling: entry index + 1, or 0.
    private let slots: [UInt16]
    private let keys: [UInt32]
    private let mask: Int

    /// The entry of a spelling, by the hash of its letters.
    func entry(_ hash: UInt32) -> Entry? {
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if keys[slot] == hash { return entries[Int(slots[slot]) - 1] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private init() {
        typeNames = [""] + Self.lines(Self.types).map(\.word)
        let spellings = Self.spellings(typeNames)
        var size = 64
        while size < spellings.count * 3 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        var keys = [UInt32](repeating: 0, count: size)
        var duplicates: [String] = []
        for (index, spelling) in spellings.enumerated() {
            let hash = WordHash.of(spelling.form)
            var slot = Int(hash) & (size - 1)
            while slots[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & (size - 1) }
            if slots[slot] != 0 { duplicates.append(spelling.form) }
            slots[slot] = UInt16(index + 1)
            keys[slot] = hash
        }
        entries = spellings.map(\.entry)
        self.slots = slots
        self.keys = keys
        self.duplicates = duplicates
        mask = size - 1
    }
}
