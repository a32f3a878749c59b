/// Tells whether words are the name of a town that the gazetteer may lack: such a town binds all the same.
///
/// ``large`` has names written down by hand; any other name counts that is spelt as names of communes are.
enum Towns {
    /// Whether words, folded, are the name of a large town, or hyphens join them as in the name of a commune.
    ///
    /// - Parameter isHyphened: every word but the first stands behind a hyphen.
    static func contains(_ name: [String], isHyphened: Bool) -> Bool {
        let words = name.map { long[$0] ?? $0 }
        return large.contains(words.joined(separator: " ")) || isHyphened && hasFormOfTown(words)
    }

    /// "aulnay-sous-bois", "villers-la-faye": a joint between two words.
    private static func hasFormOfTown(_ words: [String]) -> Bool {
        guard words.count > 2, let first = words.first, let last = words.last, first.count > 2, last.count > 2 else {
            return false
        }
        return words.dropFirst().dropLast().contains { joints.contains($0) }
    }

    private static let long = ["st": "saint", "ste": "sainte", "s": "sur", "ss": "sous"]
    private static let joints: Set<String> = ["sur", "sous", "les", "lez", "en", "la", "le", "aux", "l", "d"]
}
