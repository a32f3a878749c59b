import Foundation

/// Numbers in the texts of findings, the same in every language: a dot, no grouping.
enum Plain {
    /// At most two decimals.
    static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15
            ? String(Int(value)) : String(format: "%.2f", value).trimmingSuffix("0")
    }

    /// A share in per cent.
    static func percent(_ part: Double, of whole: Double) -> String { number(100 * part / whole) + " %" }
}

extension String {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = self
        while text.last == character { text.removeLast() }
        return text
    }
}
