import Seeded

/// Values at which readers are known to fail: bounds of integers, numbers that overflow, texts that look like something else.
enum Bait {
    static let numbers = [
        "0", "-0", "1", "-1", "0.5", "1e-400", "1e308", "-1e308", "1e400", "1E+5", "4.9e-324", "127", "128", "255",
        "256",
        "32767", "65535", "65536", "2147483647", "2147483648", "-2147483649", "4294967295", "4294967296",
        "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
        "18446744073709551616", "1e19", "9.2233720368547758e18", "0.1000000000000000055511151231257827",
        "00012", "179.9999999", "-180", "180.0000001", "90", "-90.0000001", "360", "1e10",
        "123456789012345678901234567890",
        "2154", "4326", "3857", "1900", "2024", "99999",
    ]

    /// Numbers as French offices write them.
    static let frenchNumbers = [
        "1 234,5", "1\u{202F}234,50 €", "12 %", "12,5%", "-3", "(3)", "1.234.567,89", "1e5", "∞", "NaN", "-", "ns", "s",
        "٣", "½", "+5", "5,", ",5", "0,0", "1 000 000 000 000 000 000 000", "100,0001 %", "3-4", "< 5", "9999999999999",
        String(repeating: "9", count: 308),
    ]

    static let dates = [
        "29/02/2023", "29/02/2024", "31/12/9999", "00/00/0000", "01/01/0001", "1/1/70", "2024-13-01", "20240101",
        "2024",
        "45292", "-1", "1er janvier 2024", "2024-01-01T24:00:00Z", "31/04/2020", "01/01/1900", "99999999", "2024/01",
    ]

    static let positions = [
        "POINT(2.2237 46.1372)", "POINT (1e400 46)", "POINT Z (2.2 46.1 0)", "POINT EMPTY", "46.1372, 2.2237",
        "46.1372;2.2237", "2,2237 ; 46,1372", "46°08'14\"N 2°13'25\"E",
        "{\"type\":\"Point\",\"coordinates\":[2.2,46.1]}",
        "640077.35 6560014.81", "[2.2, 46.1]", "46.1,", ",", "91, 181", "SRID=4326;POINT(2.2 46.1)",
        "POLYGON((2 46,3 46,3 47,2 46))",
    ]

    static let texts = [
        "", " ", "\u{0}", "\u{FEFF}", "\u{200B}", "\u{202E}abc", "é", "e\u{301}", "ﬁ", "𝕬", "👩‍👩‍👧‍👦", "\u{D7FF}", "\u{FFFD}",
        "=1+1",
        "@SUM(A1)", "-", "N/A", "null", "NULL", "true", "nil", "\"", "'", "a\"b", "a\nb", "a\r\nb", "\t", ";", "|",
        "<b>&amp;",
        "]]>", "%s%n", "../../etc", "QN09901M", "QP099001", "QVA09901", "qn09901m", "23901", "2A004", "97411", "75056",
        "1 bis rue de la République", "1 à 15 rue des Lilas", "12-14-16 allée A, B et C", "lieu-dit", "23990 VALFICTIF",
        "1/3/5 r 8 mai 45", "inside", "outside", "H", "F", "M.", "18-25", "75 ans et plus", "oui", "non",
    ]

    /// A text of one of these kinds, seldom a long one.
    static func text(_ random: inout SplitMix) -> String {
        switch random.below(12) {
        case 0...3: return random.pick(texts)
        case 4, 5: return random.pick(numbers)
        case 6, 7: return random.pick(frenchNumbers)
        case 8: return random.pick(dates)
        case 9: return random.pick(positions)
        case 10: return (0..<random.few(upTo: 20)).map { _ in random.pick(texts) }.joined(separator: " ")
        default:
            return String(
                repeating: random.pick(["a", "9", "é", "(", "rue ", "12 ", "\u{301}"]), count: random.few(upTo: 5000))
        }
    }

    /// A number near another one, or one at which readers fail.
    static func number(near text: String, _ random: inout SplitMix) -> String {
        guard !random.oneIn(4), let value = Double(text) else { return random.pick(numbers) }
        switch random.below(7) {
        case 0: return "\(value + 1e-7)"
        case 1: return "\(value * 1.0001)"
        case 2: return "\(-value)"
        case 3: return "\(value + Double(random.below(3) - 1))"
        case 4: return text + "\(random.below(10))"
        case 5: return "\(value.rounded())"
        default: return "\(value / 10)"
        }
    }

    /// A whole number of some bits at which arithmetic or an index fails.
    static func integer(bits: Int, near value: UInt64, _ random: inout SplitMix) -> UInt64 {
        let most = bits == 64 ? UInt64.max : 1 << UInt64(bits) - 1
        let found: UInt64 =
            switch random.below(9) {
            case 0: 0
            case 1: most
            case 2: most >> 1
            case 3: most >> 1 + 1
            case 4: value &+ 1
            case 5: value &- 1
            case 6: value &* 2
            case 7: value ^ 1 << UInt64(random.below(bits))
            default: UInt64(random.below(256))
            }
        return found & most
    }
}
