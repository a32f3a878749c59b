import Foundation

/// The model that turns what was compared into a score.
///
/// First version, set by hand: `score = 1 / (1 + exp(-z)) · share · number`, where
///
///     z = 7 - 16·(1 - s) - type - reading + 4·ln(w)
///
/// - `s`, from 0 to 1: the part of the words, weighted by how rare they are in the commune, that the query and the name
///   of the street share; a word with typing errors counts for less.
/// - `type`: the types of way agree (0), one is missing, or they differ.
/// - `reading`: how unnatural the reading of the text is.
/// - `w`: how well the commune agrees with postcode, city and code.
/// - `share`: the part of this answer among equally good ones, `1 / Σ exp(zᵢ - z)`.
/// - `number`: 1 when found or not asked, less when it was computed or the street alone is left.
enum Score {
    static let base = 7.0
    static let similarity = 16.0
    static let typeMissing = 0.3
    static let typeUnknown = 0.5
    static let typeDiffers = 5.0
    static let commune = 4.0
    /// A street below this score is not an answer.
    static let streetThreshold = 0.35
    /// Loss of a candidate whose street lacks the number, against one of the same name that has it.
    static let numberAbsent = 1.6

    static func logistic(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

    /// The weight of a word that `count` of `streets` streets have.
    static func rarity(_ count: Int, of streets: Int) -> Double {
        let all = Double(streets) + 20
        return 0.4 + 0.6 * log(all / Double(max(count, 1))) / log(all)
    }

    /// How alike two words are that differ by some edits.
    static func alike(edits: Int, length: Int) -> Double {
        length < 4
            ? 1 - 0.35 * Double(edits) : 1 - 0.8 * Double(edits) / Double(length) - 0.05 * Double(max(edits - 1, 0))
    }

    /// How alike two words of one sound are.
    static let sound = 0.87
    /// Loss of a street that was reached through a typing error in a commune that contradicts the query.
    static let correctedElsewhere = 2.5
    /// Loss for words that fit nowhere when the commune is unknown too: they may be its name.
    static let unreadWords = 2.5
    /// Loss when the articles differ ("Rue Paix" for "Rue de la Paix"), and half of it when the query has none.
    static let articles = 1.5
}
