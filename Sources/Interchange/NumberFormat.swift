import Foundation

// Numbers as decimal text. Every digit printed is exact: what is rounded is the true value of the binary number.
extension OutputBuffer {
    /// Appends an integer in base ten.
    public mutating func append(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(magnitude: UInt64(value.magnitude), width: 1)
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
        guard value.isFinite else { return append(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf") }
        let magnitude = value.magnitude
        guard magnitude < 0x1p63 else { return appendHuge(value, decimals: trimmed ? 0 : decimals, separator) }
        // Both parts are exact; below 10^15 the scaled fraction keeps at least one binary digit after its point.
        var whole = UInt64(magnitude)
        let fraction = magnitude - Double(whole)
        let scale = powersOfTen[decimals]
        let product = fraction * Double(scale)
        var digits = UInt64(product)
        let rest = product - Double(digits)
        // `product` is off by less than the distance to any other tie, so only a seeming tie needs the exact error.
        if rest > 0.5 || (rest == 0.5 && (-product).addingProduct(fraction, Double(scale)) >= 0) { digits += 1 }
        if digits == scale {
            digits = 0
            whole += 1
        }
        if value < 0 && (whole != 0 || digits != 0) { append(UInt8(ascii: "-")) }
        append(magnitude: whole, width: 1)
        var width = decimals
        if trimmed {
            while width > 0 && digits % 10 == 0 {
                digits /= 10
                width -= 1
            }
        }
        if width == 0 { return }
        append(separator)
        append(magnitude: digits, width: width)
    }

    /// Appends the shortest digits that read back as the same number, without an exponent from 1e-7 up to 1e21.
    ///
    /// An integer has no `.0`; minus zero is `0`. NaN and infinities as in ``append(fixed:decimals:trimmed:separator:)``.
    public mutating func append(shortest value: Double, separator: UInt8 = UInt8(ascii: ".")) {
        guard value.isFinite else { return append(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf") }
        let magnitude = value.magnitude
        // A decimal of at most 15 digits is the only one of its length near its double: no search is needed.
        let scaled = (magnitude * 1e7).rounded()
        if scaled < 1e15, scaled / 1e7 == magnitude {
            return append(fixed: value, decimals: 7, trimmed: true, separator: separator)
        }
        append(digitsOf: value.description, separator)
    }

    /// Appends a magnitude with zeros in front up to `width` digits.
    mutating func append(magnitude: UInt64, width: Int) {
        write(atMost: 20) { target in
            var count = 1
            var bound: UInt64 = 10
            while count < 20, magnitude >= bound {
                count += 1
                bound = bound.multipliedReportingOverflow(by: 10).overflow ? .max : bound * 10
            }
            if magnitude == .max { count = 20 }
            count = max(count, width)
            var rest = magnitude
            var index = count
            while index > 0 {
                index -= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                target[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                rest = quotient
            }
            return count
        }
    }

    /// A number of 2^63 or more, which is an integer.
    private mutating func appendHuge(_ value: Double, decimals: Int, _ separator: UInt8) {
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
            append("e")
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

/// 10^0 to 10^19, every power that fits 64 bits.
let powersOfTen: [UInt64] = (0...19).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
