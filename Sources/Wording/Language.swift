/// The language that a report is written in.
public enum Language: String, Sendable, CaseIterable {
    /// French.
    case french = "fr"
    /// English.
    case english = "en"

    /// Of two wordings the one of this language.
    public func callAsFunction(_ french: String, _ english: String) -> String { self == .french ? french : english }

    /// A sentence about a count, which stands for `#`: in French and in English, about one and about several.
    package func say(
        _ count: Int, _ french: (one: String, several: String), _ english: (one: String, several: String)
    ) -> String {
        let sentence = self(count < 2 ? french.one : french.several, count == 1 ? english.one : english.several)
        return sentence.replacing("#", with: NumberSpelling.typographic(self).number(Double(count), decimals: 0))
    }
}
