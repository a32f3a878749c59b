extension CSVWriter {
    /// Appends a cell that no spreadsheet takes for a formula: for texts of files in cells that the program adds.
    @inline(__always)
    package mutating func append(text: String) { append(text.asPlainCell) }
}

extension String {
    /// The text as a cell of a CSV that no spreadsheet takes for a formula: with an apostrophe in front where it begins as one
    /// (OWASP, "CSV Injection"). A number with its sign stays as it is.
    package var asPlainCell: String {
        guard let first = utf8.first, Self.formulaMarks.contains(first), utf8.count > 1, !isSignedNumber else {
            return self
        }
        return "'" + self
    }

    private static let formulaMarks = Array("=+-@\t\r".utf8)

    /// Whether there are but digits and decimal signs behind a plus or a minus.
    private var isSignedNumber: Bool {
        (utf8.first == UInt8(ascii: "-") || utf8.first == UInt8(ascii: "+"))
            && utf8.dropFirst().allSatisfy { "0123456789.,".utf8.contains($0) }
    }
}
