import QPVKit
import TestSupport
import Testing

@testable import Statistics

@Suite("cells that say an age or a sex")
struct StatisticsCellTests {
    static let day = CalendarDay("2024-12-31")!

    @Test(
        "a birth date in any of its spellings",
        arguments: [
            "01/09/2008", "2008-09-01", "1-9-2008", "01.09.2008", "01/09/08", "1/9/08", "2008-09-01T00:00:00",
            " 01/09/2008 ", "01/09/2008 00:00",
        ])
    func births(text: String) {
        #expect(AgeReading(birth: text, on: Self.day) == .age(16))
    }

    @Test("birth dates that are none, not yet, or too long ago; a serial of a spreadsheet is not guessed")
    func faultyBirths() {
        let cases: [(String, AgeReading)] = [
            ("", .missing), ("NC", .missing), ("39692", .fault(.birthDateUnreadable)),
            ("31/02/2008", .fault(.birthDateUnreadable)), ("2008", .fault(.birthDateUnreadable)),
            ("01/01/2025", .fault(.birthDateInFuture)), ("01/01/1824", .fault(.ageTooHigh)), ("31/12/2024", .age(0)),
            ("01/01/25", .age(99)), ("31/12/24", .age(0)), ("29/02/2004", .age(20)),
            ("septembre", .fault(.birthDateUnreadable)),
        ]
        for (text, expected) in cases { #expect(AgeReading(birth: text, on: Self.day) == expected, "\(text)") }
        #expect(AgeReading(birth: "31/12/2008", on: CalendarDay("2024-12-30")!) == .age(15))
    }

    @Test("a plain birth date is read from its bytes as from its text, and any other one is left to the text")
    func plainBirths() {
        func plain(_ text: String) -> AgeReading? {
            var text = text
            return text.withUTF8 { AgeReading(plainBirth: $0, on: Self.day) }
        }
        for text in ["01/09/2008", "2008-09-01", "01.09.2008", "01-09-2008", "29/02/2004", "01/01/1824", "01/01/2025"] {
            #expect(plain(text) == AgeReading(birth: text, on: Self.day), "\(text)")
            #expect(plain(text) != nil, "\(text)")
        }
        for text in ["", "1-9-2008", "31/02/2008", "01/09-2008", "2008090100", "01/09/20ab"] {
            #expect(plain(text) == nil, "\(text)")
        }
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let text = String((0..<10).map { _ in "0123489/-.".randomElement(using: &random)! })
            if let fast = plain(text) { #expect(fast == AgeReading(birth: text, on: Self.day), "\(text)") }
        }
    }

    @Test("ages as people type them")
    func ages() {
        let cases: [(String, AgeReading)] = [
            ("16", .age(16)), ("16 ans", .age(16)), ("1 an", .age(1)), ("16,9", .age(16)), ("8 mois", .age(0)),
            ("0", .age(0)), ("", .missing), ("NC", .missing), ("200", .fault(.ageTooHigh)), ("120", .age(120)),
            ("-3", .fault(.ageNegative)), ("seize", .fault(.ageUnreadable)), ("16 %", .fault(.ageUnreadable)),
        ]
        for (text, expected) in cases { #expect(AgeReading(age: text) == expected, "\(text)") }
    }

    @Test("bands as tables have them")
    func bands() {
        let cases: [(String, AgeReading)] = [
            ("6 à 15 ans", .range(6, 15)), ("18 –25 ans", .range(18, 25)), ("65 ans et plus", .range(65, nil)),
            ("0-5", .range(0, 5)), ("moins de 6 ans", .range(0, 5)), ("+ de 65 ans", .range(65, nil)),
            ("TOTAL", .total), ("", .missing), ("jeunes", .fault(.bandUnreadable)), ("25-18", .fault(.bandUnreadable)),
        ]
        for (text, expected) in cases { #expect(AgeReading(band: text) == expected, "\(text)") }
        let bands = AgeBands.standard
        #expect(bands.index(from: 6, to: 15) == 1 && bands.index(from: 65, to: nil) == 5)
        #expect(bands.index(from: 6, to: 17) == nil && bands.index(from: 26, to: nil) == nil)
        #expect(bands.index(from: 70, to: 79) == 5 && bands.index(of: 200) == 5)
        for text in ["", "5-0", "0-5,5-9", "10-20,0-5", "0-5,x", "65+,70+", "-5"] {
            #expect(AgeBands(text) == nil, "\(text)")
        }
    }

    @Test("sexes as people type them")
    func sexes() {
        let cases: [(String, Sex.Reading)] = [
            ("F", .women), ("Femme", .women), ("Mme", .women), ("féminin", .women), ("H", .men), ("M", .men),
            ("Homme", .men), ("M.", .men), ("1", .codeOne), ("2", .codeTwo), ("", .missing), ("NC", .missing),
            ("X", .unreadable), ("TOTAL", .total),
        ]
        for (text, expected) in cases { #expect(Sex.Reading(text) == expected, "\(text)") }
    }
}
