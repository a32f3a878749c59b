import Foundation

/// The model by which answers are ranked: a logit from which everything that disagrees is taken.
///
///     z = 7 - Σ losses
///
/// The weights are set by hand, on judgement. What the rank is worth as a probability is another question, answered by
/// ``Calibration``. The largest losses:
///
/// - `words`: 16·(1 - s), where `s`, from 0 to 1, is the part of the words, weighted by how rare they are in the commune,
///   that the query and the name of the street share; a word with typing errors counts for less.
/// - `commune`: -4·ln(w), where `w` says how well the commune agrees with postcode, city and code.
enum Score {
    static let base = 7.0
    static let similarity = 16.0
    static let typeMissing = 0.3
    static let typeUnknown = 0.5
    static let typeDiffers = 5.0
    /// A street below this likelihood, by rank alone, is not an answer.
    static let streetThreshold = 0.35
    /// Loss of a candidate whose street lacks the number, against one of the same name that has it.
    static let numberAbsent = 1.6
    /// Loss of a candidate that has the number with another suffix only.
    static let otherSuffix = 0.3
    static let oldCommune = 0.7
    static let locality = 0.5
    /// Loss of a street that was reached through a typing error in a commune that contradicts the query.
    static let correctedElsewhere = 2.5
    /// Loss for words that fit nowhere when the commune is unknown too: they may be its name.
    static let unreadWords = 2.5
    /// The same for words behind a comma, where a town would stand.
    static let unreadTown = 6.5
    /// Loss of a commune that is known by its postcode only, where another town is named.
    static let unknownTown = 2.0
    /// Loss when the articles differ ("Rue Paix" for "Rue de la Paix"), and half of it when the query has none.
    static let articles = 1.5

    /// Loss for the first word behind the whole name, for each further one, and for a word that usually begins a remark.
    static let remark = (first: 2.2, further: 0.3, head: 0.8, ofName: 2.5)
    /// A corrected word that is less alike than this may be another name.
    static let doubtful = 0.76
    /// The most that an answer with such a word is worth, or one whose number says only what is near.
    static let mostInDoubt = 0.78
    /// Loss for an adjective or a number within the name that the street lacks ("Rue du Vieux Puits" for "Rue du Puits").
    static let otherName = 6.0
    /// Loss for another word within the name.
    static let insertedWord = 1.0
    /// The same where the name has another word that the query lacks: "Saint-Paul" for "Saint-Pierre".
    static let exchangedWord = 2.5
    /// Loss for a word before the name, where no type of way and no number stand: "Cabinet du Sénateur".
    static let unknownLead = 4.0
    /// Loss for words before the type of way, where no number stands between.
    static let leadWithoutNumber = 3.0
    /// Loss of a street without type where the query has the type of a place and no number.
    static let typeOfPlace = 5.0
    /// Loss for a name alone where nothing tells the commune, without number and type of way.
    static let bareName = 6.5
    /// Loss of a street that has another postcode of its commune.
    static let otherPostcode = 1.5
    /// The least by which a street loses to its namesake in the commune that the postcode or the old commune speaks for.
    static let namesake = 5.0
    /// Loss of a corrected word that another street has as it is typed.
    static let knownWord = 0.8
    /// Loss of a place computed beyond the last number, and for each doubling of its radius from 40 m on.
    static let far = (beyond: 0.5, doubling: 0.7)

    /// From this similarity on a street whose name was written whole is named, however low its score.
    static let plausible = 0.45
    /// From this score on it is named: where it is less likely, the commune alone is the better answer.
    static let leastNamed = 0.05

    /// The loss of a commune that agrees so well, 0 to 1, with what is said of it.
    static func loss(agreement: Double) -> Double { -4 * log(max(agreement, 0.001)) }

    static func logistic(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

    /// The weight of a word that `count` of `streets` streets have.
    static func rarity(_ count: Int, of streets: Int) -> Double {
        let all = Double(streets) + 20
        return 0.4 + 0.6 * log(all / Double(max(count, 1))) / log(all)
    }

    /// How alike two words are that differ by some edits.
    static func alike(edits: Int, length: Int) -> Double {
        if edits == 2, length < 6 { return 0.5 }
        return length < 4
            ? 1 - 0.35 * Double(edits) : 1 - 0.8 * Double(edits) / Double(length) - 0.05 * Double(max(edits - 1, 0))
    }

    /// How alike two words of one sound are.
    static let sound = 0.87
    /// How alike a word and its consonants are ("rpblq" for "république").
    static let skeleton = 0.85
    /// How alike a code and the word that it stands for are.
    static let abbreviated = 0.95
    /// How alike two words are of which one is the other as a scanner misreads it ("rn" for "m").
    static let misread = 0.9
    /// The part of its weight that a word of the name keeps which the query leaves out, when it has the last word: of a
    /// name of several people write the last ("Rochechouart" for "Marguerite de Rochechouart").
    static let leftOut = 0.5
    /// The same when the query has nothing else than words of the name, and the same type of way.
    static let leftOutOfAll = 0.22
    /// A street that shares less with the query is not kept.
    static let leastSimilarity = 0.3
    /// From this likeness on the last word of a name counts as written.
    static let sameWord = 0.85
}

/// What a word of the query that no word of the name stands for adds to what was weighed: the words of a name add
/// ``Score/rarity(_:of:)`` each, from 0.4 to 1.
enum UnreadWord {
    /// A misspelt article ("ds", "dees").
    static let misspeltArticle = 0.1
    /// It stands before the type of way: "Résidence Bellevue 12 rue …".
    static let beforeType = 0.08
    /// It stands behind a comma behind the whole name, as a remark does.
    static let afterComma = 0.05
    /// The same where the name lacks words: they may be these, misspelt.
    static let afterCommaOfPart = 0.15
    /// A second type of way ("rue du square …").
    static let type = 0.4
    /// A single letter.
    static let letter = 0.3
    /// It follows a whole name of two words and more: rather a remark.
    static let remark = 0.5
    /// Any other word: most likely part of another name.
    static let other = 0.8
}
