import Tables

extension StatedSum {
    /// Euros; not known when no cell states any.
    package var euros: ReportCell { isUnknown ? .unknown : .euros(value) }

    /// A whole number of things; not known when no cell states any.
    package var count: ReportCell {
        isUnknown ? .unknown : Int(exactly: value).map { .count($0) } ?? .number(value, decimals: 1)
    }
}
