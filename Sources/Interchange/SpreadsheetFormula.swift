extension String {
    /// The text as a cell of a CSV that no spreadsheet takes for a formula: with an apostrophe in front where it begins as one
    /// (OWASP, "CSV Injection").
    package var asPlainCell: String {
        guard let first = utf8.first, Self.formulaMarks.contains(first), utf8.count > 1 else { return self }
        return "'" + self
    }

    private static let formulaMarks = Array("=+-@\t\r".utf8)
}
