import Interchange

/// How numbers are written for people: `1 234`, `42,6 %`, `+12,5`, `34 025 050 €`.
///
/// O(digits) a value.
package struct NumberSpelling {
    package let language: Language
    /// What sets thousands apart in French.
    let thousands: String
    /// What stands between a number and its unit in French.
    package let gap: String
    /// What stands before a negative number.
    let minus: String

    /// For text that a terminal shows: ordinary spaces.
    package static func plain(_ language: Language) -> NumberSpelling {
        NumberSpelling(language: language, thousands: " ", gap: " ", minus: "-")
    }

    /// For a page: spaces that no line breaks at, and the true minus.
    package static func typographic(_ language: Language) -> NumberSpelling {
        NumberSpelling(language: language, thousands: "\u{202F}", gap: "\u{A0}", minus: "\u{2212}")
    }

    /// A share in per cent, to a tenth.
    package func percent(_ share: Double, decimals: Int = 1) -> String {
        number(share * 100, decimals: decimals) + language("\(gap)%", "%")
    }

    /// A number with its sign; none before what is zero as shown.
    package func signed(_ value: Double, decimals: Int) -> String {
        let text = number(value, decimals: decimals)
        return value > 0 && text.contains { $0.isNumber && $0 != "0" } ? "+" + text : text
    }

    /// A number with its thousands set apart, a half rounding away from zero.
    package func number(_ value: Double, decimals: Int) -> String {
        let plain = value.magnitude.fixed(decimals: decimals, separator: language(",", "."))
        let isZero = plain.allSatisfy { !$0.isNumber || $0 == "0" }
        let digits = plain.prefix(while: \.isNumber)
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += language(thousands, ",") }
            grouped.append(digit)
        }
        return (value < 0 && !isZero ? minus : "") + grouped + plain.dropFirst(digits.count)
    }

    /// Euros, with cents only where there are some.
    package func euros(_ value: Double) -> String {
        let isWhole = (value * 100).rounded() == value.rounded() * 100
        let digits = number(value.magnitude, decimals: isWhole ? 0 : 2)
        let sign = value < 0 ? minus : ""
        return sign + language("\(digits)\(gap)€", "€\(digits)")
    }
}

extension Double {
    /// Its digits with a fixed count of decimals, without thousands set apart.
    package func fixed(decimals: Int, separator: String = ".") -> String {
        var buffer = OutputBuffer()
        buffer.append(fixed: self, decimals: min(max(decimals, 0), 15), separator: separator.utf8.first ?? 0x2E)
        return buffer.string
    }
}
