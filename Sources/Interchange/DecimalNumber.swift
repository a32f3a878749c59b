/// A decimal number as it stands in a text: mantissa · 10^exponent.
///
/// Conversion to binary is correctly rounded. Up to 15 digits with small powers of ten, one rounded operation on two
/// exact doubles is enough (Clinger, "How to read floating point numbers accurately", 1990); up to 19 digits divided by
/// a power of ten up to 10^19, one 128-bit integer division with its remainder; the rest goes to the standard library.
struct DecimalNumber {
    /// The digits read, without the point; meaningless when ``isLong``.
    var mantissa: UInt64 = 0
    /// The power of ten.
    var exponent = 0
    /// Whether a minus sign stands in front.
    var isNegative = false
    /// Whether there are more digits than fit ``mantissa``.
    var isLong = false

    /// The nearest double, or nil when the slow way is needed.
    @inline(__always)
    var fastValue: Double? {
        if isLong { return nil }
        if mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
            let whole = Double(mantissa)
            let value = exponent < 0 ? whole / Self.doublePower(-exponent) : whole * Self.doublePower(exponent)
            return isNegative ? -value : value
        }
        guard mantissa != 0, exponent < 0, exponent >= -19 else { return nil }
        let value = Self.quotient(mantissa, Self.power(-exponent))
        return isNegative ? -value : value
    }

    /// The double nearest to numerator / denominator, a tie going to the even one; both are above zero.
    static func quotient(_ numerator: UInt64, _ denominator: UInt64) -> Double {
        let left = numerator.leadingZeroBitCount
        let right = denominator.leadingZeroBitCount
        let top = numerator << UInt64(left)
        let divisor = denominator << UInt64(right)
        let high = top >= divisor ? top >> 1 : top
        let low = top >= divisor ? top << 63 : 0
        // Both have their first bit set, so the quotient of (high, low) by divisor has 64 bits, the first one set.
        let (bits, remainder) = divisor.dividingFullWidth((high, low))
        var mantissa = bits >> 11
        let tail = bits & 0x7FF
        if tail > 0x400 || (tail == 0x400 && (remainder != 0 || mantissa & 1 == 1)) { mantissa += 1 }
        let exponent = (top >= divisor ? -63 : -64) - left + right + 11
        return Double(mantissa) * Double(bitPattern: UInt64(1023 + exponent) << 52)
    }

    /// 10^exponent for 0 to 19, every power that fits 64 bits. A switch becomes a table that needs no initialisation.
    @inline(__always)
    static func power(_ exponent: Int) -> UInt64 {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        case 4: 10_000
        case 5: 100_000
        case 6: 1_000_000
        case 7: 10_000_000
        case 8: 100_000_000
        case 9: 1_000_000_000
        case 10: 10_000_000_000
        case 11: 100_000_000_000
        case 12: 1_000_000_000_000
        case 13: 10_000_000_000_000
        case 14: 100_000_000_000_000
        case 15: 1_000_000_000_000_000
        case 16: 10_000_000_000_000_000
        case 17: 100_000_000_000_000_000
        case 18: 1_000_000_000_000_000_000
        default: 10_000_000_000_000_000_000
        }
    }

    /// 10^exponent for 0 to 22, every power that is exact as a double.
    @inline(__always)
    static func doublePower(_ exponent: Int) -> Double {
        switch exponent {
        case 0: 1e0
        case 1: 1e1
        case 2: 1e2
        case 3: 1e3
        case 4: 1e4
        case 5: 1e5
        case 6: 1e6
        case 7: 1e7
        case 8: 1e8
        case 9: 1e9
        case 10: 1e10
        case 11: 1e11
        case 12: 1e12
        case 13: 1e13
        case 14: 1e14
        case 15: 1e15
        case 16: 1e16
        case 17: 1e17
        case 18: 1e18
        case 19: 1e19
        case 20: 1e20
        case 21: 1e21
        default: 1e22
        }
    }
}
