/// A word made ready to be compared with many: the number of edits to another word, in a few operations a letter.
///
/// An edit is a letter put in, left out or changed, or two neighbours exchanged (restricted Damerau–Levenshtein distance).
/// All the cells of a row of the table lie in the bits of one word (Hyyrö, "A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances", 2003). Words longer than 40 bytes never match.
struct EditPattern {
    /// For each byte the places where the word has it, as bits.
    private var places: [UInt64] = Array(repeating: 0, count: 128)
    private var word: [UInt8] = []

    /// Takes another word; the memory is kept.
    mutating func set(_ word: UnsafeBufferPointer<UInt8>) {
        for byte in self.word { places[Int(byte & 127)] = 0 }
        self.word.removeAll(keepingCapacity: true)
        self.word.append(contentsOf: word)
        for (place, byte) in word.prefix(64).enumerated() { places[Int(byte & 127)] |= 1 << UInt64(place) }
    }

    /// The distance to another word, or `limit + 1` when it is greater than `limit`.
    func distance(_ other: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        let (n, m) = (word.count, other.count)
        if abs(n - m) > limit || n > 40 || m > 40 { return limit + 1 }
        if n == 0 { return m }
        return places.withUnsafeBufferPointer { places in
            let last: UInt64 = 1 << UInt64(n - 1)
            var (vertical, less, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
            var distance = n
            for place in 0..<m {
                let here = places[Int(other[place] & 127)]
                let exchanged = ((~diagonal & here) << 1) & before
                diagonal = (((here & vertical) &+ vertical) ^ vertical) | here | less | exchanged
                var more = less | ~(diagonal | vertical)
                var fewer = diagonal & vertical
                if more & last != 0 { distance += 1 } else if fewer & last != 0 { distance -= 1 }
                // What is left of the other word can mend no more than its length.
                if distance - (m - 1 - place) > limit { return limit + 1 }
                more = more << 1 | 1
                fewer <<= 1
                vertical = fewer | ~(diagonal | more)
                less = more & diagonal
                before = here
            }
            return min(distance, limit + 1)
        }
    }

    /// How many edits are forgiven between two words, by the length of the longer: 1 from three letters, 2 from six,
    /// 3 from eleven.
    static func allowed(_ length: Int) -> Int { length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3 }

    /// The same among the words of one commune's streets, where there is less to confuse: 2 from four letters.
    static func allowedInCommune(_ length: Int) -> Int { 4...5 ~= length ? 2 : allowed(length) }
}
