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
            let value = exponent < 0 ? whole / doublePowersOfTen[-exponent] : whole * doublePowersOfTen[exponent]
            return isNegative ? -value : value
        }
        guard mantissa != 0, exponent < 0, exponent >= -19 else { return nil }
        let value = Self.quotient(mantissa, powersOfTen[-exponent])
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
}

/// 10^0 to 10^22, every power of ten that is exact as a double.
let doublePowersOfTen: [Double] = (0...22).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
