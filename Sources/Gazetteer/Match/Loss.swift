/// What can speak against an answer. Each costs so many logits, 0 when that part of the query agrees.
enum Loss: Int, CaseIterable, Sendable {
    /// Words of the query or of the name that have no counterpart, or one with typing errors.
    case words
    /// An unnatural reading of the text: which words are the number, which the commune.
    case reading
    /// The type of way is missing or another one.
    case type
    /// "Rue Paix" for "Rue de la Paix".
    case articles
    /// Words that fit nowhere, where the commune is unknown too: they may be its name.
    case unread
    /// A typing error was forgiven in a commune that contradicts the query.
    case correctedElsewhere
    /// Another old commune was named than that of the street.
    case oldCommune
    /// A lieu-dit, where a street would be the usual meaning.
    case locality
    /// The commune agrees less than wholly with postcode, city and code.
    case commune
    /// The street lacks the number.
    case number
    /// Words behind the whole name of the street: a remark, or the rest of another name.
    case remark
    /// Words within the name, or a word before it where no type of way stands: rather another name.
    case inserted
    /// The street has another postcode of its commune than the query.
    case postcode
    /// A computed place far from the numbers that it was computed from.
    case far
    /// A word was corrected that is a word of another street.
    case known
}

/// The losses of one answer, in logits, none negative; at most sixteen kinds.
struct Losses: Sendable {
    private(set) var values = SIMD16<Double>()

    subscript(loss: Loss) -> Double {
        get { values[loss.rawValue] }
        set { values[loss.rawValue] = newValue }
    }

    var total: Double { values.sum() }
}
