import QPVKit
import Testing

@Suite("A number as a person typed it")
struct CellNumberTests {
    @Test(
        arguments: [
            ("5 000 (11,5 %)", 5000.0, 11.5), ("1 043", 1043, nil), ("1\u{A0}043", 1043, nil),
            ("1\u{202F}043", 1043, nil),
            ("78,6 %", nil, 78.6), ("78.6%", nil, 78.6), ("100 %", nil, 100), ("12,5", 12.5, nil), ("1.043", 1043, nil),
            ("1,043", 1.043, nil), ("1 385 981 €", 1_385_981, nil), ("5 000,50 euros", 5000.5, nil), ("0", 0, nil),
            ("-12", -12, nil), ("1'200", 1200, nil), ("11,5 % 5 000", 5000, 11.5), ("2.5", 2.5, nil),
            ("1234567", 1_234_567, nil),
        ] as [(String, Double?, Double?)])
    func read(_ text: String, _ value: Double?, _ percent: Double?) {
        #expect(CellNumber(text) == .number(value: value, percent: percent), "\(text)")
    }

    @Test(arguments: ["NC", "n.d.", "-", "—", "N/A", "non communiqué", "not stated"])
    func notStated(_ text: String) { #expect(CellNumber(text) == .notStated, "\(text)") }

    @Test(arguments: ["", " ", "\u{A0}"])
    func empty(_ text: String) { #expect(CellNumber(text) == .empty) }

    @Test(arguments: [
        "environ 500", "12 à 15", "5 000 (11,5", "12 13", "1.043 200", "1 00", "%", "12 % 13 %", "(5)", "inf", "1e5",
        "٣",
    ])
    func unreadable(_ text: String) { #expect(CellNumber(text) == .unreadable, "\(text)") }
}
