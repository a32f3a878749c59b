import Foundation
import Interchange

/// Coordinates as people and portals write them in one cell.
package enum CoordinateText {
    /// Two numbers of one cell: `48.125, -1.655`, a WKT `POINT (-1.655 48.125)`, GeoJSON of a point; x before y where the text is
    /// WKT or GeoJSON, else as written. Nil for anything else.
    package static func pair(_ text: String) -> (x: Double, y: Double, xFirst: Bool)? {
        let text = text.trimmed
        guard let first = text.first, text.utf8.count >= 3, text.utf8.count <= 200 else { return nil }
        if first == "P" || first == "p" || first == "S" || first == "s" {
            let bare = text.uppercased().split(separator: ";").last.map(String.init) ?? ""
            guard bare.hasPrefix("POINT"), let open = bare.firstIndex(of: "("), bare.hasSuffix(")") else { return nil }
            let numbers = bare[bare.index(after: open)...].dropLast().split(separator: " ").map { Double($0) }
            guard numbers.count >= 2, let x = numbers[0], let y = numbers[1] else { return nil }
            return (x, y, true)
        }
        if first == "{" {
            guard let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]") else { return nil }
            let numbers = text[text.index(after: open)..<close].split(separator: ",").map { Double(String($0).trimmed) }
            guard numbers.count >= 2, let x = numbers[0], let y = numbers[1] else { return nil }
            return (x, y, true)
        }
        let bare = first == "(" || first == "[" ? String(text.dropFirst().dropLast()) : text
        for parts in [
            bare.split(separator: ";"), bare.components(separatedBy: ", ").map { $0[...] }, bare.split(separator: ","),
            bare.split(separator: " "),
        ] where parts.count == 2 && parts.allSatisfy(isMeasured) {
            if let x = degrees(String(parts[0])), let y = degrees(String(parts[1])) { return (x, y, false) }
        }
        return nil
    }

    /// Whether a part is more than a whole number: "45,3" is one number, "12, 14" are two of houses.
    private static func isMeasured(_ part: Substring) -> Bool { part.contains { ".,°º".contains($0) } }

    /// A number, or degrees with minutes: `48°07'30"N`, `1° 39,3' O`. Nil for anything else.
    package static func degrees(_ text: String) -> Double? {
        let text = text.trimmed
        if let number = parseDouble(text, decimalComma: text.contains(",")) { return number }
        guard text.contains("°") || text.contains("º") else { return nil }
        var sign = 1.0
        var parts: [Double] = []
        var digits = ""
        func end() -> Bool {
            defer { digits = "" }
            if digits.isEmpty { return true }
            guard let number = Double(digits) else { return false }
            parts.append(number)
            return true
        }
        for character in text.uppercased() {
            switch character {
            case "0"..."9": digits.append(character)
            case ".", ",": digits.append(".")
            case "-" where parts.isEmpty && digits.isEmpty: sign = -1
            case "N", "E":
                guard end() else { return nil }
            case "S", "W", "O":
                guard end() else { return nil }
                sign = -sign
            case "°", "º", "'", "’", "′", "\"", "”", "″", " ", "\u{A0}":
                guard end() else { return nil }
            default: return nil
            }
        }
        guard end(), 1...3 ~= parts.count, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        return sign * zip(parts, [1, 60, 3600]).reduce(0) { $0 + $1.0 / $1.1 }
    }
}
