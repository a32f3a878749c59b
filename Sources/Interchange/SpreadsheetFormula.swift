extension String {
    /// The text as a cell of a CSV that no spreadsheet takes for a formula: with an apostrophe in front where it begins as one.
    ///
    /// A plain number stays as it is. Source of the characters: OWASP, "CSV Injection".
    package var asPlainCell: String {
        guard let first = utf8.first, utf8.count > 1, Self.formulaMarks.contains(first), !isNumber else { return self }
        return "'" + self
    }

    private static let formulaMarks: Set<UInt8> = Set("=+-@\t\r\n".utf8)

    /// Digits with a sign, and at most one decimal mark.
    private var isNumber: Bool {
        let digits = utf8.dropFirst()
        let marks = digits.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.count
        return "+-".utf8.contains(utf8.first!) && marks < 2
            && digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }
}
