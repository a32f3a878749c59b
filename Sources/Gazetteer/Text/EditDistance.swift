/// The number of edits between two words: a letter put in, left out, changed, or two neighbours exchanged.
///
/// Restricted Damerau–Levenshtein distance (optimal string alignment), by rows, given up as soon as every cell of a row
/// is above the limit.
enum EditDistance {
    /// The distance, or `limit + 1` when it is greater than `limit`. Words longer than 40 bytes never match.
    static func of(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        let n = a.count
        let m = b.count
        if abs(n - m) > limit || n > 40 || m > 40 { return limit + 1 }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * (m + 1)) { cells in
            var before = cells.baseAddress!
            var previous = before + (m + 1)
            var current = previous + (m + 1)
            for j in 0...m {
                previous[j] = Int32(j)
                before[j] = 0
            }
            for i in 0..<n {
                current[0] = Int32(i + 1)
                var lowest = Int32(i + 1)
                for j in 0..<m {
                    var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), min(previous[j + 1], current[j]) + 1)
                    if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
                    current[j + 1] = best
                    lowest = min(lowest, best)
                }
                if lowest > limit { return limit + 1 }
                (before, previous, current) = (previous, current, before)
            }
            return min(Int(previous[m]), limit + 1)
        }
    }

    /// How many edits are forgiven between two words, by the length of the longer: 1 from three letters, 2 from six,
    /// 3 from eleven.
    static func allowed(_ length: Int) -> Int { length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3 }

    /// The same among the words of one commune's streets, where there is less to confuse: 2 from four letters.
    static func allowedInCommune(_ length: Int) -> Int { 4...5 ~= length ? 2 : allowed(length) }
}
