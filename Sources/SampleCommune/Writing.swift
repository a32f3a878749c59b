/// A number with a fixed count of decimals and a point, whatever the locale.
func fixed(_ value: Double, _ decimals: Int) -> String {
    var power: Int64 = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = Int64((value * Double(power)).rounded())
    let whole = String(scaled.magnitude / power.magnitude)
    let rest = String(scaled.magnitude % power.magnitude)
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return sign + whole }
    return sign + whole + "." + String(repeating: "0", count: decimals - rest.count) + rest
}

/// A whole number on `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private let unaccented: [Character: String] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o",
    "ö": "o", "ù": "u", "û": "u", "ü": "u", "œ": "oe", "À": "A", "Â": "A", "Ç": "C", "É": "E", "È": "E", "Ê": "E",
    "Î": "I", "Ô": "O", "Œ": "OE", "’": "'",
]

/// The text with plain letters.
func plain(_ text: String) -> String { text.reduce(into: "") { $0 += unaccented[$1] ?? String($1) } }

/// The text as the post writes it: capitals, plain letters, spaces for hyphens and apostrophes.
func postal(_ text: String) -> String {
    String(plain(text).uppercased().map { "-'".contains($0) ? " " : $0 })
}

/// A cell of a CSV with semicolons, quoted when it must be.
func cell(_ text: String) -> String {
    guard text.contains(where: { ";\"\n".contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// Rows of a CSV with semicolons, cells quoted only when they must be.
func table(_ rows: [[String]], newline: String = "\n") -> String {
    rows.map { $0.map(cell).joined(separator: ";") + newline }.joined()
}

/// The text in Windows-1252; every sign of the sample has a place there.
func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
        switch scalar {
        case "€": return 0x80
        case "…": return 0x85
        case "Œ": return 0x8C
        case "‘": return 0x91
        case "’": return 0x92
        case "–": return 0x96
        case "œ": return 0x9C
        default:
            precondition(scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value), "no such sign in Windows-1252")
            return UInt8(scalar.value)
        }
    }
}
