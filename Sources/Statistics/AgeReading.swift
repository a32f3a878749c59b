package import Tables

/// What a cell says of a person's age.
enum AgeReading: Sendable, Equatable {
    /// Nothing stands there, or that it is not known.
    case missing
    /// Whole years.
    case age(Int)
    /// From and to, in whole years; nil for no limit above.
    case range(Int, Int?)
    /// The row is a sum of others.
    case total
    /// It cannot be used.
    case fault(StatisticsFault)

    /// The oldest age that is believed.
    static let oldest = 120

    /// An age in years ("16", "16 ans", "16,5") or months ("8 mois").
    init(age text: String) {
        let text = text.trimmed
        let folded = ColumnNames.fold(text)
        if text.isEmpty || CellNumber(text) == .notStated {
            self = .missing
            return
        }
        let isInMonths = folded.hasSuffix("_mois")
        var number = text
        for word in ["ans", "an", "mois", "years", "y"] where folded.hasSuffix("_\(word)") || folded == word {
            number = String(text.dropLast(word.count))
        }
        guard case .number(let value?, nil) = CellNumber(number) else {
            self = .fault(.ageUnreadable)
            return
        }
        let years = (isInMonths ? value / 12 : value).rounded(.down)
        if years < 0 {
            self = .fault(.ageNegative)
        } else if years > Double(Self.oldest) {
            self = .fault(.ageTooHigh)
        } else {
            self = .age(Int(years))
        }
    }

    /// A birth date, and the age on a day.
    init(birth text: String, on day: CalendarDay) {
        let text = text.trimmed
        if text.isEmpty || CellNumber(text) == .notStated {
            self = .missing
            return
        }
        guard let birth = CalendarDay(birth: text, notAfter: day) else {
            self = .fault(.birthDateUnreadable)
            return
        }
        self.init(birth: birth, on: day)
    }

    /// A birth date in one of the two usual forms, `31/12/2008` and `2008-12-31`, from its bytes; nil for any other text, which the slow
    /// reading may understand. What both understand they understand alike.
    init?(plainBirth bytes: UnsafeBufferPointer<UInt8>, on day: CalendarDay) {
        guard let birth = CalendarDay(plainBirth: bytes) else { return nil }
        self.init(birth: birth, on: day)
    }

    private init(birth: CalendarDay, on day: CalendarDay) {
        if birth > day {
            self = .fault(.birthDateInFuture)
            return
        }
        let isBefore = (day.month, day.day) < (birth.month, birth.day)
        let age = day.year - birth.year - (isBefore ? 1 : 0)
        self = age > Self.oldest ? .fault(.ageTooHigh) : .age(age)
    }

    /// A band: "6 à 15 ans", "18 –25 ans", "65 ans et plus", "moins de 6 ans", "0/5"; "TOTAL" is the sum of others.
    init(band text: String) {
        let folded = ColumnNames.fold(text)
        if folded.isEmpty || CellNumber(text) == .notStated {
            self = .missing
            return
        }
        if Self.isTotal(folded) {
            self = .total
            return
        }
        let words = folded.split(separator: "_")
        let numbers = words.compactMap { Int($0) }
        guard let first = numbers.first, numbers.allSatisfy({ (0...Self.oldest).contains($0) }) else {
            self = .fault(.bandUnreadable)
            return
        }
        let isOpen = text.contains("+") || words.contains { ["plus", "over", "partir"].contains($0) }
        let isBelow = text.contains("<") || words.contains { ["moins", "under", "jusqu"].contains($0) }
        switch (numbers.count, isOpen, isBelow) {
        case (2, false, false) where numbers[0] <= numbers[1]: self = .range(numbers[0], numbers[1])
        case (1, true, false): self = .range(first, nil)
        case (1, false, true): self = words.contains("jusqu") ? .range(0, first) : .range(0, max(first - 1, 0))
        case (1, false, false): self = .age(first)
        default: self = .fault(.bandUnreadable)
        }
    }

    /// Whether a folded cell says that its row is a sum.
    static func isTotal(_ folded: String) -> Bool {
        CellText.isTotal(folded: folded)
    }
}

extension CalendarDay {
    /// A birth date as lists have it: day, month, year, or with four digits first the year; apart by `/`, `-`, `.` or spaces. Of a
    /// year of two digits the century is the latest that does not lie after `limit`. A number alone is not read: nobody knows
    /// whether it is a serial of a spreadsheet.
    package init?(birth text: String, notAfter limit: CalendarDay) {
        let date = text.prefix { $0 != "T" }
        var parts = date.split { "/-. ".contains($0) }.map(String.init)
        // A time after the date.
        if parts.count == 4, parts[3].contains(":") { parts.removeLast() }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
        if parts[0].utf8.count != 4 { parts.reverse() }
        let widths = parts.map(\.utf8.count)
        guard widths[0] == 4 || widths[0] == 2, (1...2).contains(widths[1]), (1...2).contains(widths[2]),
            var year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        if widths[0] == 2 {
            year += limit.year / 100 * 100
            if (year, month, day) > (limit.year, limit.month, limit.day) { year -= 100 }
        }
        self.init(year: year, month: month, day: day)
    }

    /// The bytes `31/12/2008` or `2008-12-31`, apart by `/`, `-` or `.`; nil for anything else.
    fileprivate init?(plainBirth bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10 else { return nil }
        func isDigit(_ i: Int) -> Bool { bytes[i] &- 48 < 10 }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for i in range {
                guard isDigit(i) else { return nil }
                number = number * 10 + Int(bytes[i] &- 48)
            }
            return number
        }
        let yearFirst = isDigit(2)
        let marks = yearFirst ? (bytes[4], bytes[7]) : (bytes[2], bytes[5])
        // "-", "." or "/".
        guard marks.0 == marks.1, (45...47).contains(marks.0), let year = number(yearFirst ? 0..<4 : 6..<10),
            let month = number(yearFirst ? 5..<7 : 3..<5), let day = number(yearFirst ? 8..<10 : 0..<2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
