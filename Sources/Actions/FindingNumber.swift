import Foundation

/// Numbers in the texts of findings, the same in every language: a dot, no grouping.
enum FindingNumber {
    /// At most two decimals.
    static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        var text = String(format: "%.2f", value)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// A share in per cent.
    static func percent(_ part: Double, of whole: Double) -> String { number(100 * part / whole) + " %" }
}
