/// Another table with the same published numbers: how it differs from the true one.
///
/// Every sum holds in it too, so a reader cannot tell it from the truth: no cell that it changes can be derived.
struct Witness {
    /// Whom it holds against.
    enum Reader: Sendable {
        /// Knows which hidden counts are small and which are not: small ones stay from 1 to below the threshold in the other table,
        /// the rest at or above it, and zeros zero.
        case knowsWhich
        /// Knows only that counts are not negative.
        case knowsNot
    }

    /// A cell and what is added to it, never 0.
    struct Change {
        var cell: Int
        var by: Int
    }

    /// Whom it holds against.
    var reader: Reader
    /// Where it differs, each cell once.
    var changes: [Change]
}
