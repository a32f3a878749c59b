/// The language that a report is written in.
public enum Language: String, Sendable, CaseIterable {
    /// French.
    case french = "fr"
    /// English.
    case english = "en"

    /// Of two wordings the one of this language.
    public func callAsFunction(_ french: String, _ english: String) -> String { self == .french ? french : english }
}
