/// What a number format makes of a number: ECMA-376, part 1, 18.8.30 and 18.8.31.
///
/// Only what changes the meaning is told apart; how many decimals are shown is not, since more of them are stored.
enum SpreadsheetFormat: Equatable {
    /// A number.
    case number
    /// A share, stored as a fraction of 1.
    case percent
    /// A day; `hasTime` when hours are shown too.
    case date(hasTime: Bool)
    /// Hours, minutes and seconds of a day, or, when `isElapsed`, of more than one.
    case time(isElapsed: Bool)
    /// A whole number with zeros in front up to this many digits.
    case padded(Int)

    /// A format that every workbook has by its number.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...17, 27...31, 34...36, 50...54, 57, 58: self = .date(hasTime: false)
        case 22: self = .date(hasTime: true)
        case 18...21, 32, 33, 45, 47, 55, 56: self = .time(isElapsed: false)
        case 46: self = .time(isElapsed: true)
        default: self = .number
        }
    }

    /// A format by its code; only the part for positive numbers counts.
    init(code: String) {
        var letters = ""
        var isElapsed = false
        var rest = code[...]
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                // A colour, a condition, a language; or hours beyond a day.
                let content = rest.prefix { $0 != "]" }.lowercased()
                if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) {
                    isElapsed = true
                    letters += content
                }
                rest = rest.dropFirst(content.count + 1)
            default: letters.append(character)
            }
        }
        letters = letters.lowercased()
        let isDay = letters.contains { "yd".contains($0) }
        let isHour = letters.contains { "hs".contains($0) }
        if letters.contains("general") || letters.contains("standard") {
            self = .number
        } else if letters.contains("%") {
            self = .percent
        } else if isElapsed {
            self = .time(isElapsed: true)
        } else if isDay {
            self = .date(hasTime: isHour)
        } else if isHour {
            self = .time(isElapsed: false)
        } else if letters.contains("m") {
            self = .date(hasTime: false)
        } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
            self = .padded(letters.count)
        } else {
            self = .number
        }
    }

    /// Appends a number as a person reads it, with a decimal comma.
    ///
    /// A day is `2008-09-01`, with its time `2008-09-01 14:30:00`, a time `14:30:00`. A number that is no day is written as it is.
    func append(_ value: Double, datesFrom1904: Bool, to buffer: inout OutputBuffer) {
        switch self {
        case .number: Self.append(value, to: &buffer)
        case .percent:
            Self.append(value * 100, to: &buffer)
            buffer.append(" %")
        case .padded(let width):
            guard value >= 0, value < 1e15, value == value.rounded() else { return Self.append(value, to: &buffer) }
            let digits = String(Int(value))
            for _ in 0..<max(width - digits.utf8.count, 0) { buffer.append(UInt8(ascii: "0")) }
            buffer.append(digits)
        case .time(let isElapsed):
            guard value >= 0, value < (isElapsed ? 1e6 : 1) else {
                // A day behind a format of hours alone is a day all the same.
                return SpreadsheetFormat.date(hasTime: true).append(value, datesFrom1904: datesFrom1904, to: &buffer)
            }
            Self.append(seconds: Int((value * 86400).rounded()), to: &buffer)
        case .date(let hasTime):
            guard value >= 0, value < 2_958_466 else { return Self.append(value, to: &buffer) }
            var day = Int(value.rounded(.down))
            var seconds = hasTime ? Int(((value - Double(day)) * 86400).rounded()) : 0
            if seconds == 86400 { (day, seconds) = (day + 1, 0) }
            guard let text = SpreadsheetDay.text(day, datesFrom1904: datesFrom1904) else {
                return Self.append(value, to: &buffer)
            }
            buffer.append(text)
            if hasTime, seconds > 0 {
                buffer.append(" ")
                Self.append(seconds: seconds, to: &buffer)
            }
        }
    }

    /// The number with the type that its format gives it: a day, a time, or a number where it is neither.
    func value(_ value: Double, datesFrom1904: Bool) -> CellValue {
        switch self {
        case .number, .percent, .padded: return .number(value)
        case .time(let isElapsed):
            if value >= 0, value < (isElapsed ? 1e6 : 1) { return .time(value) }
        case .date: break
        }
        guard value >= (datesFrom1904 ? 0 : 1), value < 2_958_466 else { return .number(value) }
        let day = value.rounded(.down)
        return .date(Double(SpreadsheetDay.sinceEpoch(Int(day), datesFrom1904: datesFrom1904)) + (value - day))
    }

    /// The 15 digits that Excel keeps: 0.1 and not 0.10000000000000001.
    private static func append(_ value: Double, to buffer: inout OutputBuffer) {
        guard value.isFinite else { return }
        let magnitude = value.magnitude
        if magnitude >= 1e-7, magnitude < 1e15 {
            // As many decimals as fifteen digits leave room for.
            var whole = 0
            var power = 1.0
            while power <= magnitude {
                power *= 10
                whole += 1
            }
            buffer.append(fixed: value, decimals: 15 - whole, trimmed: true, separator: UInt8(ascii: ","))
        } else {
            buffer.append(shortest: value, separator: UInt8(ascii: ","))
        }
    }

    private static func append(seconds: Int, to buffer: inout OutputBuffer) {
        for (rank, part) in [seconds / 3600, seconds / 60 % 60, seconds % 60].enumerated() {
            if rank > 0 { buffer.append(":") }
            if part < 10 { buffer.append("0") }
            buffer.append(integer: part)
        }
    }
}

/// Days as Excel counts them.
enum SpreadsheetDay {
    /// Days since 1 January 1970.
    static func sinceEpoch(_ day: Int, datesFrom1904: Bool) -> Int {
        datesFrom1904 ? day - 24107 : day < 60 ? day - 25568 : day - 25569
    }

    /// A day as `2008-09-01`; nil for a number that is none.
    ///
    /// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was: Excel keeps an error of Lotus 1-2-3. In the system
    /// of 1904, day 0 is 1 January 1904. Source: ECMA-376, part 1, 18.17.4.1.
    static func text(_ day: Int, datesFrom1904: Bool) -> String? {
        if !datesFrom1904, day < 1 { return nil }
        if !datesFrom1904, day == 60 { return "1900-02-29" }
        let days = sinceEpoch(day, datesFrom1904: datesFrom1904)
        // The proleptic Gregorian calendar in years that begin in March (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        return "\(year)-\(two(month))-\(two(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))"
    }
}
