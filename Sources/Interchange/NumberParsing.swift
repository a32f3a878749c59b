/// The double nearest to a decimal number written in bytes, or nil when they are not one.
///
/// Accepts spaces around it (also U+00A0 and U+202F in UTF-8, and the byte A0 of Windows-1252), one sign, digits, one
/// `.` (or `,` when `decimalComma` is set, `.` still being understood), and an exponent. Refuses everything else: empty,
/// `nan`, `inf`, hexadecimal, group separators. A number too large for a double gives an infinity, so that the caller can
/// tell it from text; one too small gives zero. Correctly rounded; linear in the number of bytes.
public func parseDouble(_ bytes: UnsafeBufferPointer<UInt8>, decimalComma: Bool = false) -> Double? {
    guard let base = bytes.baseAddress else { return nil }
    var i = 0
    var end = bytes.count
    while i < end, let width = spaceWidth(base + i, end - i) { i += width }
    while end > i, let width = spaceWidthBefore(base + end, end - i) { end -= width }
    let start = i
    var number = DecimalNumber()
    if i < end, base[i] == UInt8(ascii: "-") || base[i] == UInt8(ascii: "+") {
        number.isNegative = base[i] == UInt8(ascii: "-")
        i += 1
    }
    var digits = 0
    var significant = 0
    var hasPoint = false
    while i < end {
        let digit = base[i] &- UInt8(ascii: "0")
        if digit <= 9 {
            digits += 1
            if significant > 0 || digit != 0 { significant += 1 }
            if significant <= 19 {
                number.mantissa = number.mantissa &* 10 &+ UInt64(digit)
                if hasPoint { number.exponent -= 1 }
            } else {
                number.isLong = true
            }
        } else if !hasPoint, base[i] == UInt8(ascii: ".") || (decimalComma && base[i] == UInt8(ascii: ",")) {
            hasPoint = true
        } else {
            break
        }
        i += 1
    }
    if digits == 0 { return nil }
    if i < end {
        guard base[i] | 0x20 == UInt8(ascii: "e") else { return nil }
        guard let power = parseExponent(base + i + 1, end - i - 1) else { return nil }
        number.exponent += power
    }
    return number.fastValue ?? slowDouble(UnsafeBufferPointer(start: base + start, count: end - start))
}

/// The double nearest to a decimal number written in bytes; see ``parseDouble(_:decimalComma:)``.
public func parseDouble(_ bytes: [UInt8], decimalComma: Bool = false) -> Double? {
    bytes.withUnsafeBufferPointer { parseDouble($0, decimalComma: decimalComma) }
}

/// The double nearest to a decimal number in a text; see ``parseDouble(_:decimalComma:)``.
public func parseDouble(_ text: String, decimalComma: Bool = false) -> Double? {
    var text = text
    return text.withUTF8 { parseDouble($0, decimalComma: decimalComma) }
}

/// A checked number of any length, by the standard library, which rounds correctly and knows no locale.
func slowDouble(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    // Rewritten as digits and an exponent: the one form without variants.
    var text: [UInt8] = []
    var decimals = 0
    var hasPoint = false
    var exponent = 0
    for (index, byte) in bytes.enumerated() {
        if byte &- UInt8(ascii: "0") <= 9 {
            text.append(byte)
            if hasPoint { decimals += 1 }
        } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
            hasPoint = true
        } else if byte | 0x20 == UInt8(ascii: "e") {
            guard let base = bytes.baseAddress,
                let power = parseExponent(base + index + 1, bytes.count - index - 1)
            else { return nil }
            exponent = power
            break
        } else if byte == UInt8(ascii: "-") {
            text.append(byte)
        }
    }
    return Double(String(decoding: text, as: UTF8.self) + "e\(exponent - decimals)")
}

/// An exponent with an optional sign, clamped to ±99999; nil when it is not one.
private func parseExponent(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var i = 0
    var isNegative = false
    if count > 0, base[0] == UInt8(ascii: "-") || base[0] == UInt8(ascii: "+") {
        isNegative = base[0] == UInt8(ascii: "-")
        i = 1
    }
    if i == count { return nil }
    var value = 0
    while i < count {
        let digit = base[i] &- UInt8(ascii: "0")
        if digit > 9 { return nil }
        value = min(value * 10 + Int(digit), 99_999)
        i += 1
    }
    return isNegative ? -value : value
}

/// The width of the space that begins here, or nil.
private func spaceWidth(_ p: UnsafePointer<UInt8>, _ room: Int) -> Int? {
    if p[0] == 0x20 || (p[0] >= 0x09 && p[0] <= 0x0D) || p[0] == 0xA0 { return 1 }
    if p[0] == 0xC2, room >= 2, p[1] == 0xA0 { return 2 }
    if p[0] == 0xE2, room >= 3, p[1] == 0x80, p[2] == 0xAF { return 3 }
    return nil
}

/// The width of the space that ends here, or nil.
private func spaceWidthBefore(_ p: UnsafePointer<UInt8>, _ room: Int) -> Int? {
    if room >= 2, p[-2] == 0xC2, p[-1] == 0xA0 { return 2 }
    if room >= 3, p[-3] == 0xE2, p[-2] == 0x80, p[-1] == 0xAF { return 3 }
    if p[-1] == 0x20 || (p[-1] >= 0x09 && p[-1] <= 0x0D) || p[-1] == 0xA0 { return 1 }
    return nil
}
