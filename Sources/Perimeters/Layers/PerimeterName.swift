import Tables

/// The words of a perimeter's name as it is compared: without case, accents, dashes, slashes and articles.
package struct PerimeterName: Sendable, Hashable {
    /// Every word that tells something.
    package let words: [String]
    /// The same without the words that any quartier may have; empty when there are no others.
    let ownWords: [String]

    package init(_ text: String) {
        let all = ColumnNames.fold(text).split(separator: "_").map { Self.long[String($0)] ?? String($0) }
        let telling = all.filter { !Self.articles.contains($0) }
        words = telling.isEmpty ? all : telling
        ownWords = words.filter { !Self.generic.contains($0) }
    }

    /// The letters of all words, so that `Pré-Génie` is `Prégénie`.
    package var key: String { words.joined() }

    /// The same of ``ownWords``.
    var ownKey: String { ownWords.joined() }

    private static let articles: Set<String> = [
        "le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "en",
    ]
    private static let generic: Set<String> = ["quartier", "quartiers", "qpv", "qp", "qva", "cite"]
    private static let long = ["st": "saint", "ste": "sainte"]
}
