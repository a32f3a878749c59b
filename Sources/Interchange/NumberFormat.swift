import Foundation

// Numbers as decimal text. Every digit printed is exact: what is rounded is the true value of the binary number.
extension OutputBuffer {
    /// Appends an integer in base ten.
    public mutating func append(integer value: Int) {
        write(atMost: 20) { target in
            target[0] = UInt8(ascii: "-")
            let start = value < 0 ? 1 : 0
            return start + writeDigits(UInt64(value.magnitude), width: 1, to: target + start)
        }
    }

    /// Appends a number rounded to a fixed count of decimals, a half rounding away from zero.
    ///
    /// Rounding is that of the exact binary value: 0.125 to 2 decimals gives `0.13`, 1.005 (which is a little less than
    /// what it looks like) gives `1.00`. Zero never has a sign. NaN and infinities are written `nan`, `inf`, `-inf`: keep
    /// them out of files.
    ///
    /// - Parameters:
    ///   - decimals: 0 to 15.
    ///   - trimmed: whether zeros at the end of the decimals are left out (`2.350` as `2.35`, `2.000` as `2`).
    ///   - separator: the decimal separator.
    public mutating func append(
        fixed value: Double, decimals: Int, trimmed: Bool = false, separator: UInt8 = UInt8(ascii: ".")
    ) {
        precondition((0...15).contains(decimals), "decimals out of range")
        guard value.magnitude < 0x1p63 else { return appendHuge(value, decimals: trimmed ? 0 : decimals, separator) }
        write(atMost: 40) { writeFixed(value, decimals, trimmed, separator, to: $0) }
    }

    /// Appends the shortest digits that read back as the same number, without an exponent from 1e-7 to below 1e21.
    ///
    /// An integer has no `.0`; minus zero is `0`. NaN and infinities as in ``append(fixed:decimals:trimmed:separator:)``.
    public mutating func append(shortest value: Double, separator: UInt8 = UInt8(ascii: ".")) {
        // A decimal of at most 15 digits is the only one of its length near its double: no search is needed.
        let magnitude = value.magnitude
        let scaled = (magnitude * 1e7).rounded()
        if scaled < 1e15, scaled / 1e7 == magnitude {
            return append(fixed: value, decimals: 7, trimmed: true, separator: separator)
        }
        guard value.isFinite else { return appendHuge(value, decimals: 0, separator) }
        append(digitsOf: value.description, separator)
    }

    /// A number of 2^63 or more, which is an integer, or one that is not finite.
    private mutating func appendHuge(_ value: Double, decimals: Int, _ separator: UInt8) {
        guard value.isFinite else { return append(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf") }
        append(String(format: "%.0f", value))
        if decimals == 0 { return }
        append(separator)
        for _ in 0..<decimals { append(UInt8(ascii: "0")) }
    }

    /// Rewrites digits such as `1.25e-05` or `100.0` without an exponent where the range is ordinary.
    private mutating func append(digitsOf text: String, _ separator: UInt8) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var isNegative = false
        var bytes = text.utf8[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"):
                exponent = Int(Substring(bytes)) ?? 0
                bytes = bytes[bytes.endIndex...]
            default: digits.append(byte)
            }
        }
        // The value is 0.d₁d₂… × 10^place.
        var place = (point ?? digits.count) + exponent
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        while digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            place -= 1
        }
        if isNegative { append(UInt8(ascii: "-")) }
        if place > 21 || place < -6 {
            append(digits[0])
            if digits.count > 1 {
                append(separator)
                append(Array(digits[1...]))
            }
            append(UInt8(ascii: "e"))
            append(integer: place - 1)
        } else if place <= 0 {
            append(UInt8(ascii: "0"))
            append(separator)
            for _ in place..<0 { append(UInt8(ascii: "0")) }
            append(digits)
        } else {
            for index in 0..<max(place, digits.count) {
                if index == place { append(separator) }
                append(index < digits.count ? digits[index] : UInt8(ascii: "0"))
            }
        }
    }
}

/// Writes a number below 10^12 in magnitude rounded to thousandths, as ``OutputBuffer/append(fixed:decimals:trimmed:separator:)``
/// does with a point, in at most 17 bytes of 24 that must be there; gives how many. For loops that write their records themselves.
public func writeThousandths(_ value: Double, to target: UnsafeMutablePointer<UInt8>) -> Int {
    let units = scaledParts(value.magnitude, 1000).units
    target[0] = UInt8(ascii: "-")
    let sign = value < 0 && units != 0 ? 1 : 0
    let (whole, rest) = units.quotientAndRemainder(dividingBy: 1000)
    let isShort = whole < 100_000_000
    let count =
        sign + (isShort ? writeEight(whole, to: target + sign) : writeDigits(whole, width: 1, to: target + sign))
    // n / 100 = n × 5243 >> 19 for n below 1000; n / 10 = n × 103 >> 10 for n below 100.
    let hundreds = (rest &* 5243) >> 19
    let below = rest &- 100 &* hundreds
    let tens = (below &* 103) >> 10
    let decimals = hundreds << 8 | tens << 16 | (below &- 10 &* tens) << 24
    let text = UInt32(truncatingIfNeeded: decimals) | 0x3030_3000 | UInt32(UInt8(ascii: "."))
    UnsafeMutableRawPointer(target + count).storeBytes(of: text.littleEndian, as: UInt32.self)
    return count + 4
}

/// Writes a number below 10^8 without a branch, in eight bytes of which the first ones count; gives how many.
@inline(__always)
private func writeEight(_ magnitude: UInt64, to target: UnsafeMutablePointer<UInt8>) -> Int {
    let digits = digits(ofEight: magnitude)
    // The first digits are the low bytes; zeros among them are left out, the last digit stays.
    let zeros = min((digits ^ 0x3030_3030_3030_3030).trailingZeroBitCount >> 3, 7)
    UnsafeMutableRawPointer(target).storeBytes(of: (digits >> UInt64(8 * zeros)).littleEndian, as: UInt64.self)
    return 8 - zeros
}

/// The eight digits of a number below 10^8, the first in the lowest byte.
///
/// Halves, quarters and single digits are parted side by side in one word (as in Lemire, "Converting integers to decimal
/// strings faster with AVX-512", 2022, done here in 64 bits): a division by a constant is a multiplication and a shift.
@inline(__always)
private func digits(ofEight magnitude: UInt64) -> UInt64 {
    let (high, low) = magnitude.quotientAndRemainder(dividingBy: 10_000)
    let fours = high | low << 32
    // n / 100 = n × 10486 >> 20 for n below 10^4; n / 10 = n × 103 >> 10 for n below 100.
    let hundreds = ((fours &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- 100 &* hundreds) << 16
    let tens = ((twos &* 103) >> 10) & 0x000F_000F_000F_000F
    return (tens | (twos &- 10 &* tens) << 8) &+ 0x3030_3030_3030_3030
}

/// Writes a number below 2^63 in magnitude, in at most 37 bytes; gives how many.
private func writeFixed(
    _ value: Double, _ decimals: Int, _ trimmed: Bool, _ separator: UInt8, to target: UnsafeMutablePointer<UInt8>
) -> Int {
    let scale = DecimalNumber.power(decimals)
    var (whole, digits) = scaledParts(value.magnitude, Double(scale))
    if digits >= scale {
        // Rounded up to the next whole, or not yet divided.
        (whole, digits) = (whole + digits / scale, digits % scale)
    }
    var count = 0
    if value < 0 && (whole != 0 || digits != 0) {
        target[0] = UInt8(ascii: "-")
        count = 1
    }
    count += writeDigits(whole, width: 1, to: target + count)
    var width = decimals
    if trimmed {
        while width > 0 && digits % 10 == 0 {
            digits /= 10
            width -= 1
        }
    }
    if width == 0 { return count }
    target[count] = separator
    return count + 1 + writeDigits(digits, width: width, to: target + count + 1)
}

/// The number as a whole and a count of units of 1/scale, rounded exactly, a half up.
///
/// The product of a number and the scale is off by less than half its last binary digit. As long as that digit is at most
/// one half, a product that is not a tie lies on the true side of it; of one that seems a tie the exact error tells.
@inline(__always)
private func scaledParts(_ magnitude: Double, _ scale: Double) -> (whole: UInt64, units: UInt64) {
    var whole = 0.0
    var fraction = magnitude
    if magnitude * scale >= 0x1p51 {
        // Both parts are exact; the fraction times 10^15 at most is below 2^51.
        whole = magnitude.rounded(.down)
        fraction = magnitude - whole
    }
    let product = fraction * scale
    var units = Int64(product)
    let rest = product - Double(units)
    // Without a branch, which would be taken half the time; ties are rare.
    units += rest > 0.5 ? 1 : 0
    if rest == 0.5, (-product).addingProduct(fraction, scale) >= 0 { units += 1 }
    return (UInt64(whole), UInt64(bitPattern: units))
}

/// Writes a magnitude with zeros in front up to `width` digits, at most 20 bytes; gives how many.
@inline(__always)
private func writeDigits(_ magnitude: UInt64, width: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    // An estimate from the number of bits, 1233/4096 being about log10 2.
    let bits = 64 - (magnitude | 1).leadingZeroBitCount
    let estimate = (bits * 1233) >> 12
    let count = max(estimate + (magnitude >= DecimalNumber.power(estimate) ? 1 : 0), width)
    let pairs: StaticString = """
        0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
        5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
        """
    var rest = magnitude
    var index = count
    while index >= 2 {
        let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
        index -= 2
        target[index] = pairs.utf8Start[Int(truncatingIfNeeded: pair) * 2]
        target[index + 1] = pairs.utf8Start[Int(truncatingIfNeeded: pair) * 2 + 1]
        rest = quotient
    }
    if index == 1 { target[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10) }
    return count
}
