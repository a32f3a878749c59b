// Numbers of JSON (RFC 8259, section 6), read in place.
extension JSONCursor {
    /// The longest number that is read; a double has at most 767 significant digits.
    static var longestNumber: Int { 1100 }

    /// Reads a finite number that begins at the current byte.
    mutating func number() throws(InterchangeError) -> Double {
        if end - position < Self.longestNumber { try ensure(Self.longestNumber) }
        let start = position
        var number = DecimalNumber()
        try scanNumber(&number)
        if let value = number.fastValue { return value }
        let value = slowDouble(UnsafeBufferPointer(start: base + start, count: position - start))
        if let value, value.isFinite { return value }
        position = start
        throw fault("the number is too large", at: mark)
    }

    /// Reads a number that begins at the current byte, as it is written.
    mutating func numberText() throws(InterchangeError) -> String {
        try ensure(Self.longestNumber)
        let start = position
        var number = DecimalNumber()
        try scanNumber(&number)
        return String(decoding: UnsafeBufferPointer(start: base + start, count: position - start), as: UTF8.self)
    }

    /// Goes over a number and collects its digits.
    @inline(__always)
    private mutating func scanNumber(_ number: inout DecimalNumber) throws(InterchangeError) {
        let base = base
        var i = position
        let zero = UInt8(ascii: "0")
        if base[i] == UInt8(ascii: "-") {
            number.isNegative = true
            i += 1
        }
        let first = i
        var mantissa: UInt64 = 0
        while base[i] &- zero <= 9 {
            mantissa = mantissa &* 10 &+ UInt64(base[i] &- zero)
            i += 1
        }
        let wholeDigits = i - first
        if wholeDigits == 0 || (wholeDigits > 1 && base[first] == zero) {
            position = wholeDigits == 0 ? i : first
            throw expected(wholeDigits == 0 ? "a number" : "a number without a leading zero")
        }
        var decimals = 0
        if base[i] == UInt8(ascii: ".") {
            i += 1
            let point = i
            while base[i] &- zero <= 9 {
                mantissa = mantissa &* 10 &+ UInt64(base[i] &- zero)
                i += 1
            }
            decimals = i - point
            if decimals == 0 {
                position = i
                throw expected("a digit after the decimal point")
            }
        }
        number.isLong = wholeDigits + decimals > 19
        number.mantissa = mantissa
        number.exponent = -decimals
        if base[i] | 0x20 == UInt8(ascii: "e") {
            i += 1
            let isNegative = base[i] == UInt8(ascii: "-")
            if isNegative || base[i] == UInt8(ascii: "+") { i += 1 }
            let start = i
            var power = 0
            while base[i] &- zero <= 9 {
                power = min(power * 10 + Int(base[i] &- zero), 99_999)
                i += 1
            }
            if i == start {
                position = i
                throw expected("a digit of the exponent")
            }
            number.exponent += isNegative ? -power : power
        }
        let length = i - position
        if length >= Self.longestNumber {
            throw fault("the number has more than \(Self.longestNumber) characters", at: mark)
        }
        position = i
    }
}
