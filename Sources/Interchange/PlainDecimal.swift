/// A decimal number in its commonest spelling, read eight digits at a time: an optional minus, up to seven digits, and perhaps
/// a point with up to eight more.
///
/// Any other spelling is left to ``parseDouble(_:decimalComma:)``, which gives the same value for this one. Fifteen digits are
/// exact in a double and so is the power of ten, so that one division rounds correctly (Clinger, 1990). Eight digits are
/// taken from a word by three multiplications (Lemire and Langdale, "Parsing gigabytes of JSON per second", 2019, use the
/// same arrangement).
struct PlainDecimal {
    /// The number without its point and sign.
    var mantissa: UInt64
    /// How many digits stand after the point.
    var decimals: Int
    var isNegative: Bool
    /// How many bytes the number takes without the zeros at the end of its decimals, and without a point that ends it then;
    /// 0 when it has a zero too many in front or is minus zero. These bytes are what ``OutputBuffer`` writes, trimmed, for as
    /// many decimals or more.
    var canonicalLength: Int

    /// Reads all of `count` bytes; nil when they are no plain decimal. Sixteen bytes from each of them on must be readable.
    @inline(__always)
    init?(_ base: UnsafePointer<UInt8>, _ count: Int) {
        isNegative = count > 0 && base[0] == UInt8(ascii: "-")
        let sign = isNegative ? 1 : 0
        let digits = UnsafeRawPointer(base + sign)
        let length = count - sign
        let head = UInt64(littleEndian: digits.loadUnaligned(as: UInt64.self))
        let point = Self.firstPoint(head)
        let wholeLength = min(point, length)
        guard wholeLength >= 1, wholeLength <= 7 else { return nil }
        decimals = max(length - wholeLength - 1, 0)
        guard decimals <= 8, length != wholeLength + 1 else { return nil }
        let whole = Self.aligned(head, wholeLength)
        let tail = UInt64(littleEndian: digits.loadUnaligned(fromByteOffset: wholeLength + 1, as: UInt64.self))
        let fraction = Self.aligned(tail, decimals)
        guard Self.areDigits(whole), Self.areDigits(fraction) else { return nil }
        mantissa = Self.value(whole) &* DecimalNumber.power(decimals) &+ Self.value(fraction)
        // The last digits are the high bytes.
        let zeros = min((fraction ^ Self.zeros).leadingZeroBitCount >> 3, decimals)
        let kept = decimals - zeros
        let hasLeadingZero = wholeLength > 1 && head & 0xFF == 0x30
        canonicalLength =
            hasLeadingZero || (isNegative && mantissa == 0) ? 0 : sign + wholeLength + (kept > 0 ? kept + 1 : 0)
    }

    /// The nearest double.
    @inline(__always)
    var value: Double {
        let magnitude = Double(mantissa) / DecimalNumber.doublePower(decimals)
        return isNegative ? -magnitude : magnitude
    }

    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// The index of the first point among 8 bytes, or 8.
    @inline(__always)
    private static func firstPoint(_ word: UInt64) -> Int {
        let x = word ^ 0x2E2E_2E2E_2E2E_2E2E
        // The lowest high bit set is that of the first zero byte. Source: Mycroft; Warren, "Hacker's Delight", 6-1.
        return ((x &- 0x0101_0101_0101_0101) & ~x & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
    }

    /// The first `count` bytes, 0 to 8, as the last of eight digits with zeros in front.
    @inline(__always)
    private static func aligned(_ word: UInt64, _ count: Int) -> UInt64 {
        // Shifts of 64 give 0.
        (word << UInt64(64 - 8 * count)) | (zeros >> UInt64(8 * count))
    }

    @inline(__always)
    private static func areDigits(_ word: UInt64) -> Bool {
        let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        return (word & high) | (((word &+ 0x0606_0606_0606_0606) & high) >> 4) == 0x3333_3333_3333_3333
    }

    /// The number that eight digits make, the first in the lowest byte.
    @inline(__always)
    private static func value(_ digits: UInt64) -> UInt64 {
        let pairs = ((digits & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
        let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
        return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
    }
}
