/// Something in an address expression that can be read in two ways.
///
/// The wider one was taken, unless the code says otherwise: a verdict that is the same for all its addresses holds for
/// the narrower one too.
public struct ExpressionAmbiguity: Sendable, Hashable {
    /// What it is: a stable code.
    public enum Code: String, Sendable, CaseIterable {
        /// The ends of a range on a street differ in parity: both sides were taken.
        case bothSides = "both_sides"
        /// Two numbers joined by a dash, more than two apart: a range was read, it may be a list of two.
        case dashPair = "dash_pair"
        /// Two numbers with only a comma between: a list was read, the first may be a flat's.
        case commaPair = "comma_pair"
        /// Two numbers joined by a slash, more than two apart: a list was read, the second may be a flat's or the end of
        /// a range, whose numbers were left out.
        case slashPair = "slash_pair"
        /// The first end of a range is the larger one.
        case descending
        /// A range goes on after its end ("2 à 6 à 10"): it was read from first to last.
        case rangeChain = "range_chain"
        /// An end of a range has a suffix, so that the suffixes next to it may be meant or not: they were left out.
        case suffixInRange = "suffix_in_range"
        /// A number between the ends of a range exists with suffixes only: it was left out.
        case suffixOnly = "suffix_only"
        /// A street without number beside others that have one: the whole street was taken, it may be a corner.
        case wholeStreet = "whole_street"
        /// Two names without number and nothing between them: two streets were read.
        case separatorMissing = "separator_missing"
        /// The text states another postcode or town than the row: the row's was taken.
        case placeDiffers = "place_differs"
        /// The street was not found, so that only the ends of a range are known.
        case streetNotFound = "street_not_found"
        /// Several streets answer to the name, so that the numbers between the ends of a range are those of all.
        case ambiguousStreet = "ambiguous_street"
        /// There is more than is read: the rest was left out, and nothing is decided.
        case tooLong = "too_long"
    }

    /// What it is.
    public let code: Code
    /// The part it is about, from 0.
    public let part: Int
    /// How it was read, in words.
    public let note: String
}
