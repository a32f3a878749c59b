/// A number as a person typed it into a table: `5 000 (11,5 %)`, `78,6 %`, `1 043`, `NC`.
///
/// What is not understood is a fault of the cell, never a zero.
public enum CellNumber: Sendable, Equatable {
    /// Nothing stands there.
    case empty
    /// A word that says that it is not known or does not apply: `NC`, `n.d.`, `-`.
    case notStated
    /// A number; `percent` is what stands with a per cent sign beside it, in brackets or alone.
    ///
    /// `value` is nil for a percentage alone. Both are as written: 78.6 for `78,6 %`.
    case number(value: Double?, percent: Double?)
    /// Something else.
    case unreadable

    /// Reads a cell.
    ///
    /// Thousands may be set apart by spaces of any width, dots or apostrophes, in groups of three; the decimal mark is a comma or a
    /// dot, and of `1.043` and `1,043` the first is read as a thousand and the second as a decimal, as French does. A currency sign
    /// or the word for it may follow.
    public init(_ text: String) {
        let text = text.trimmed
        guard !text.isEmpty else {
            self = .empty
            return
        }
        if text.allSatisfy({ "-–—/.".contains($0) }) || Self.unknown.contains(ColumnNames.fold(text)) {
            self = .notStated
            return
        }
        var rest = Substring(text)
        var found: (value: Double?, percent: Double?) = (nil, nil)
        while true {
            rest = rest.drop(while: { $0.isWhitespace })
            if rest.isEmpty { break }
            let isBracketed = rest.first == "("
            if isBracketed { rest = rest.dropFirst() }
            guard let number = Self.takeNumber(&rest) else {
                self = .unreadable
                return
            }
            rest = rest.drop(while: { $0.isWhitespace })
            let isPercent = rest.first == "%"
            if isPercent { rest = rest.dropFirst() } else { Self.dropCurrency(&rest) }
            if isBracketed {
                rest = rest.drop(while: { $0.isWhitespace })
                guard rest.first == ")" else {
                    self = .unreadable
                    return
                }
                rest = rest.dropFirst()
            }
            guard (isPercent ? found.percent : found.value) == nil, isPercent || !isBracketed else {
                self = .unreadable
                return
            }
            if isPercent { found.percent = number } else { found.value = number }
        }
        self = .number(value: found.value, percent: found.percent)
    }

    /// The number that is no percentage; nil when there is none.
    public var value: Double? {
        if case .number(let value, _) = self { value } else { nil }
    }

    /// The percentage, 78.6 for `78,6 %`; nil when there is none.
    public var percent: Double? {
        if case .number(_, let percent) = self { percent } else { nil }
    }

    private static let unknown: Set<String> = [
        "nc", "n_c", "nd", "n_d", "ns", "n_s", "na", "n_a", "null", "sans_objet", "so", "s_o", "inconnu",
        "inconnue", "non_communique", "non_connu", "non_renseigne", "non_disponible", "unknown", "not_known",
        "not_stated",
    ]

    private static func dropCurrency(_ rest: inout Substring) {
        for mark in ["€", "euros", "euro", "EUR", "Euros"] where rest.hasPrefix(mark) {
            rest = rest.dropFirst(mark.count)
            return
        }
    }

    /// Takes a number off the front; nil, with nothing taken, when there is none.
    private static func takeNumber(_ rest: inout Substring) -> Double? {
        var plain = ""
        var place = rest
        if let sign = place.first, "-−+".contains(sign) {
            if sign != "+" { plain = "-" }
            place = place.dropFirst()
        }
        let whole = place.prefix(while: \.isDigit)
        guard !whole.isEmpty else { return nil }
        plain += whole
        place = place.dropFirst(whole.count)
        if whole.count <= 3 {
            // One mark sets all groups apart: of "1.043 200" the second is another number.
            let mark = place.first
            while let next = place.first, next == mark, next.isGrouping, place.dropFirst().startsWithGroup {
                plain += place.dropFirst().prefix(3)
                place = place.dropFirst(4)
            }
        }
        if let mark = place.first, mark == "," || mark == ".", place.dropFirst().first?.isDigit ?? false {
            let decimals = place.dropFirst().prefix(while: \.isDigit)
            plain += "." + decimals
            place = place.dropFirst(1 + decimals.count)
        }
        guard let number = Double(plain), number.isFinite else { return nil }
        rest = place
        return number
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    /// Spaces, the dot and apostrophes: the comma is the decimal mark.
    fileprivate var isGrouping: Bool { isWhitespace || self == "." || self == "'" || self == "’" }
}

extension Substring {
    /// Three digits and no fourth.
    fileprivate var startsWithGroup: Bool {
        let digits = prefix(4).prefix(while: \.isDigit)
        return digits.count == 3
    }
}
