/// What was noticed while a table was read: a sentence, and what the caller can choose instead.
public struct TableNote: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What a caller can choose.
    public enum Remedy: Sendable, Hashable {
        /// Another sheet.
        case chooseSheet
        /// Another row of headings.
        case chooseHeaderRow
        /// A higher limit.
        case raiseLimit(ReadingLimits.Bound)
    }

    /// The sentence.
    public let text: String
    /// What can be chosen; nil where there is no choice.
    public let remedy: Remedy?

    init(_ text: String, remedy: Remedy? = nil) { (self.text, self.remedy) = (text, remedy) }

    /// A sentence that leaves no choice.
    public init(stringLiteral text: String) { self.init(text) }
}
