import Geodesy
import QPVKit
import Testing

@Suite("days and validity")
struct CalendarTests {
    @Test(
        "a day is read as ISO, with a time, as databases and as the French write it",
        arguments: [
            ("2023-12-31", "2023-12-31"), (" 31/12/2023 ", "2023-12-31"), ("1/2/2024", "2024-02-01"),
            ("2024-02-29T00:00:00Z", "2024-02-29"), ("2024-02-29 12:00", "2024-02-29"), ("2000-02-29", "2000-02-29"),
            ("20231231", "2023-12-31"), ("2023/12/31", "2023-12-31"), ("2023/1/5 00:00:00", "2023-01-05"),
        ])
    func reads(text: String, expected: String) { #expect(CalendarDay(text)?.description == expected) }

    @Test(
        "what is no day of the calendar is none",
        arguments: [
            "", "2023", "2023-02-29", "1900-02-29", "31/04/2024", "2023-13-01", "2023-00-10", "10/10/23", "2023-1-0",
            "a-b-c", "2023--1", "2023-12-31-1", "+023-01-01", "31-12-2023",
            "20231301", "2023/12/2023", "+2023123",
        ])
    func refuses(text: String) { #expect(CalendarDay(text) == nil) }

    @Test("QPV of 2015 end with 2023, overseas with 2024, and those of 2024 begin the day after")
    func handover() throws {
        for (territory, year) in [(Territory.metropole, 2023), (.reunion, 2024), (.polynesie, 2024)] {
            let last = try #require(CalendarDay("\(year)-12-31")), next = try #require(CalendarDay("\(year + 1)-01-01"))
            let old = try #require(Validity.ofQPV(vintage: 2015, in: territory))
            let new = try #require(Validity.ofQPV(vintage: 2024, in: territory))
            #expect(old.contains(last) && !old.contains(next))
            #expect(!new.contains(last) && new.contains(next))
            #expect(!old.contains(CalendarDay("2014-12-31")!) && old.contains(CalendarDay("2015-01-01")!))
        }
        #expect(Validity.ofQPV(vintage: 1996, in: .metropole) == nil)
    }
}
