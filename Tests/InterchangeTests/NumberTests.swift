import Foundation
import Interchange
import TestSupport
import Testing

@Suite("Numbers")
struct NumberTests {
    /// Texts of numbers as files have them: coordinates, money, many digits, large exponents.
    static func text(_ random: inout SeededGenerator) -> String {
        func digits(_ range: ClosedRange<Int>) -> String {
            String((0..<Int.random(in: range, using: &random)).map { _ in "0123456789".randomElement(using: &random)! })
        }
        let sign = ["", "-", "+", ""].randomElement(using: &random)!
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return sign + digits(1...3) + "." + digits(1...18)
        case 1: return sign + digits(1...25) + "." + digits(0...25)
        case 2: return sign + digits(1...20) + "e" + ["", "-", "+"].randomElement(using: &random)! + digits(1...3)
        case 3: return sign + "." + digits(1...22)
        case 4: return "\(Double(bitPattern: random.next()))"
        default: return sign + digits(1...12)
        }
    }

    @Test("a number is read as the C library reads it, to the last bit")
    func parsingTwin() {
        for seed in UInt64(1)...100_000 {
            var random = SeededGenerator(seed: seed)
            let text = Self.text(&random)
            if text.contains("nan") || text.contains("inf") { continue }
            let found = parseDouble(text)
            #expect(found?.bitPattern == strtod(text, nil).bitPattern, "seed \(seed): \(text)")
        }
    }

    @Test("numbers half way between two doubles are rounded to the even one")
    func ties() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            // An odd multiple of half the last digit of a number around 2^53, with some decimals.
            let whole = UInt64.random(in: 1 << 52..<1 << 53, using: &random)
            let text = ["\(whole).5", "\(whole).50000000", "\(whole >> 4).46875", "\(whole / 1000).\(whole % 1000)"]
                .randomElement(using: &random)!
            #expect(parseDouble(text)?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
        }
    }

    @Test(
        "what is no number is refused",
        arguments: [
            "", " ", "-", "+", ".", "e5", "1e", "1e+", "nan", "NaN", "inf", "-inf", "infinity", "0x10", "1_000",
            "1 000",
            "12a", "1.2.3", "1,5", "--1", "1-", "½", "１", "1,2,3",
        ])
    func refused(_ text: String) { #expect(parseDouble(text) == nil) }

    @Test("spaces around a number, also those that do not break, are no part of it")
    func spaces() {
        #expect(parseDouble("  12.5\t") == 12.5)
        #expect(parseDouble("\u{A0}12.5\u{202F}") == 12.5)
        #expect(parseDouble([0xA0, 0x35, 0xA0]) == 5)
        #expect(parseDouble("1\u{A0}000") == nil)
    }

    @Test("a decimal comma is read only where it is allowed, a point always")
    func comma() {
        #expect(parseDouble("48,85", decimalComma: true) == 48.85)
        #expect(parseDouble("48.85", decimalComma: true) == 48.85)
        #expect(parseDouble("-0,12345678901234567890123", decimalComma: true) == -0.12345678901234567890123)
        #expect(parseDouble("1.234,5", decimalComma: true) == nil)
    }

    @Test("a number out of range is an infinity or zero, with its sign")
    func range() {
        #expect(parseDouble("1e999") == .infinity)
        #expect(parseDouble("-1e999999999999") == -.infinity)
        #expect(parseDouble("1e-999999999999") == 0)
        #expect(parseDouble("-0")?.sign == .minus)
        #expect(parseDouble("0e99999") == 0)
        #expect(parseDouble(String(repeating: "9", count: 400)) == .infinity)
        #expect(parseDouble("0." + String(repeating: "0", count: 400) + "1e401") == 1)
    }

    static func fixed(_ value: Double, _ decimals: Int, trimmed: Bool = false) -> String {
        var buffer = OutputBuffer()
        buffer.append(fixed: value, decimals: decimals, trimmed: trimmed)
        return buffer.string
    }

    static func shortest(_ value: Double) -> String {
        var buffer = OutputBuffer()
        buffer.append(shortest: value)
        return buffer.string
    }

    /// The exact decimal digits of a double, rounded half away from zero, by school arithmetic on digits.
    static func exactFixed(_ value: Double, _ decimals: Int) -> String {
        // C prints every digit of a double when asked for enough of them.
        let exact = String(format: "%.1080f", value.magnitude)
        let point = exact.firstIndex(of: ".")!
        let kept = exact[..<point] + exact[exact.index(after: point)...].prefix(decimals)
        var digits = kept.utf8.map { Int($0) - 48 }
        let next = exact[exact.index(after: point)...].dropFirst(decimals).first!
        if next >= "5" {
            var index = digits.count - 1
            while index >= 0, digits[index] == 9 {
                digits[index] = 0
                index -= 1
            }
            if index < 0 { digits.insert(1, at: 0) } else { digits[index] += 1 }
        }
        let text = digits.map(String.init).joined()
        let whole = text.dropLast(decimals)
        let sign = value < 0 && digits.contains { $0 != 0 } ? "-" : ""
        return sign + whole + (decimals > 0 ? "." + text.suffix(decimals) : "")
    }

    @Test("a fixed number has the digits of school arithmetic, a half going away from zero")
    func fixedTwin() {
        for seed in UInt64(1)...20_000 {
            var random = SeededGenerator(seed: seed)
            let decimals = Int.random(in: 0...15, using: &random)
            let value: Double
            switch Int.random(in: 0..<5, using: &random) {
            case 0: value = Double.random(in: -180...180, using: &random)
            case 1: value = (Double.random(in: -1e7...1e7, using: &random) * 100).rounded() / 100
            // Exact halves.
            case 2: value = Double(Int.random(in: -100_000...100_000, using: &random)) / 1024
            case 3: value = Double(Int.random(in: 0...99_999, using: &random)) / 1000 + 0.0005
            default: value = Double(bitPattern: random.next())
            }
            guard value.isFinite else { continue }
            #expect(
                Self.fixed(value, decimals) == Self.exactFixed(value, decimals), "seed \(seed): \(value) \(decimals)")
        }
    }

    @Test("fixed numbers that are easily printed wrong")
    func fixedExamples() {
        #expect(Self.fixed(0.125, 2) == "0.13")
        #expect(Self.fixed(-0.125, 2) == "-0.13")
        #expect(Self.fixed(1.005, 2) == "1.00")
        #expect(Self.fixed(0.5, 0) == "1")
        #expect(Self.fixed(2.5, 0) == "3")
        #expect(Self.fixed(0.49999999999999994, 0) == "0")
        #expect(Self.fixed(-0.0001, 2) == "0.00")
        #expect(Self.fixed(-0.0, 3) == "0.000")
        #expect(Self.fixed(9.9999, 3) == "10.000")
        #expect(Self.fixed(999_999_999.95, 1) == "1000000000.0")
        #expect(Self.fixed(1e15 + 0.3, 3) == "1000000000000000.250")
        #expect(Self.fixed(2.35, 7, trimmed: true) == "2.35")
        #expect(Self.fixed(2, 7, trimmed: true) == "2")
        #expect(Self.fixed(.nan, 1) == "nan")
        #expect(Self.fixed(-.infinity, 1) == "-inf")
    }

    @Test("the shortest digits read back as the same number and are the library's own")
    func shortestTwin() {
        for seed in UInt64(1)...100_000 {
            var random = SeededGenerator(seed: seed)
            let value: Double
            switch Int.random(in: 0..<4, using: &random) {
            case 0: value = Double.random(in: -180...180, using: &random)
            case 1: value = (Double.random(in: -180...180, using: &random) * 1e7).rounded() / 1e7
            case 2: value = Double(Int.random(in: -10_000_000...10_000_000, using: &random))
            default: value = Double(bitPattern: random.next())
            }
            guard value.isFinite else { continue }
            let text = Self.shortest(value)
            #expect(parseDouble(text)?.bitPattern == (value == 0 ? 0 : value.bitPattern), "seed \(seed): \(value)")
            func digits(_ text: String) -> String {
                let all = text.prefix { $0 != "e" }.filter { $0.isNumber }.drop { $0 == "0" }
                return String(all.reversed().drop { $0 == "0" }.reversed())
            }
            #expect(digits(text) == digits("\(value)"), "seed \(seed): \(value)")
        }
    }

    @Test(
        "shortest digits have no exponent in ordinary ranges",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (100, "100"), (1e20, "100000000000000000000"), (1e21, "1e21"),
            (0.000001, "0.000001"), (1.5e-7, "0.00000015"), (1e-8, "1e-8"), (123_456.789, "123456.789"),
            (-1.25e-9, "-1.25e-9"), (0.1 + 0.2, "0.30000000000000004"),
            (1.7976931348623157e308, "1.7976931348623157e308"),
            (.leastNonzeroMagnitude, "5e-324"),
        ])
    func shortestExamples(_ value: Double, _ text: String) { #expect(Self.shortest(value) == text) }

    @Test("integers of every length", arguments: [0, 9, 10, 99, 100, -1, Int.max, Int.min, 1_000_000])
    func integers(_ value: Int) {
        var buffer = OutputBuffer()
        buffer.append(integer: value)
        #expect(buffer.string == String(value))
        var power = 1
        for _ in 0..<18 {
            power *= 10
            for near in [power - 1, power, power + 1] {
                buffer.removeAll()
                buffer.append(integer: near)
                #expect(buffer.string == String(near))
            }
        }
    }
}
