/// A day of the Gregorian calendar, as dates of validity and questions about a date need it.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year, from 1 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that a text names: `2023-12-31`, `2023/12/31`, `20231231` or `31/12/2023`, with a time after a `T` or a space or
    /// without; nil for any other text.
    public init?(_ text: String) {
        let date = text.trimmed.prefix { $0 != "T" && $0 != " " }
        var parts = date.split(separator: date.contains("-") ? "-" : "/", omittingEmptySubsequences: false)
        if parts.count == 1, date.utf8.count == 8 {
            parts = [date.prefix(4), date.dropFirst(4).prefix(2), date.suffix(2)]
        }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        let beginsWithYear = date.contains("-") || parts[0].utf8.count == 4
        if !beginsWithYear { parts.reverse() }
        guard parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }) else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// For days known to exist.
    package init(known year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// ISO 8601: `2023-12-31`.
    public var description: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// As French texts have it: `31/12/2023`.
    package var french: String { "\(Self.padded(day, 2))/\(Self.padded(month, 2))/\(Self.padded(year, 4))" }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Whether a day comes before another.
    public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
