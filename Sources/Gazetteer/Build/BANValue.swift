/// The values of BAN fields.
enum BANValue {
    /// Degrees as 1e-7 degree; nil when the text is no decimal number of at most three digits before the point.
    static func degrees(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
        var index = 0
        var negative = false
        if index < text.count, text[index] == 0x2D || text[index] == 0x2B { (negative, index) = (text[0] == 0x2D, 1) }
        var value = 0
        var digits = 0
        var decimals = -1
        while index < text.count {
            let byte = text[index]
            if byte == 0x2E || byte == 0x2C {
                if decimals >= 0 { return nil }
                decimals = 0
            } else if byte >= 0x30, byte <= 0x39 {
                if decimals < 0 {
                    digits += 1
                    if digits > 3 { return nil }
                    value = value * 10 + Int(byte - 0x30)
                } else if decimals < 7 {
                    value = value * 10 + Int(byte - 0x30)
                    decimals += 1
                } else if decimals == 7 {
                    if byte >= 0x35 { value += 1 }
                    decimals += 1
                }
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        for _ in max(decimals, 0)..<max(7, decimals) where decimals < 7 { value *= 10 }
        guard value <= 1_800_000_000 else { return nil }
        return Int32(negative ? -value : value)
    }

    /// A whole number, with or without ".0"; 0 when there is none.
    static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var value = 0
        for byte in text {
            guard byte >= 0x30, byte <= 0x39, value < 10_000_000 else { break }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The name without the cadastral number that some communes put before it ("7S1 Place du Carrousel").
    ///
    /// Taken off only when it repeats the row's own number, alone or with its suffix: "8 mai" stays.
    static func withoutCadastralNumber(
        _ name: UnsafeBufferPointer<UInt8>, number: Int, suffix: UnsafeBufferPointer<UInt8>
    ) -> (UnsafeBufferPointer<UInt8>, Bool) {
        guard let space = name.firstIndex(of: 0x20), space + 1 < name.count, name[0] >= 0x30, name[0] <= 0x39 else {
            return (name, false)
        }
        let head = UnsafeBufferPointer(rebasing: name[..<space])
        guard integer(head) == number else { return (name, false) }
        let digits = head.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        let rest = head[digits...]
        let same = rest.count == suffix.count && zip(rest, suffix).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        let cadastral = rest.count >= 2 && rest.first.map { $0 | 0x20 >= 0x61 } == true && rest.last! < 0x40
        let next = name[space + 1] | 0x20
        guard same || cadastral, next >= 0x61,
            !(rest.isEmpty && isMonth(UnsafeBufferPointer(rebasing: name[(space + 1)...])))
        else { return (name, false) }
        return (UnsafeBufferPointer(rebasing: name[(space + 1)...]), true)
    }

    private static func isMonth(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let months = [
            "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
            "decembre", "février", "août", "décembre",
        ]
        let word = String(decoding: text.prefix { $0 != 0x20 }, as: UTF8.self).lowercased()
        return months.contains(word)
    }

    /// The part of an identifier that names the street, and whether the whole follows from its parts
    /// (`{commune}_{street}_{number in five digits}[_{suffix}]`).
    static func streetPart(
        _ id: UnsafeBufferPointer<UInt8>, code: UnsafeBufferPointer<UInt8>, number: Int,
        suffix: UnsafeBufferPointer<UInt8>
    ) -> (UnsafeBufferPointer<UInt8>, Bool) {
        let none = UnsafeBufferPointer(rebasing: id[..<0])
        guard id.count > 6, id[5] == 0x5F else { return (none, id.isEmpty) }
        let rest = id[6...]
        let end = rest.firstIndex(of: 0x5F) ?? id.count
        let street = UnsafeBufferPointer(rebasing: id[6..<end])
        guard zip(id.prefix(5), code).allSatisfy(==) else { return (street, false) }
        let expected = identifier(code: code, street: street, number: number, suffix: suffix)
        return (street, expected.count == id.count && zip(expected, id).allSatisfy(==))
    }

    /// The identifier that the BAN gives to an address.
    static func identifier(
        code: some Sequence<UInt8>, street: some Sequence<UInt8>, number: Int, suffix: some Sequence<UInt8>
    ) -> [UInt8] {
        var bytes = Array(code)
        bytes.append(0x5F)
        bytes.append(contentsOf: street)
        if number == Format.Address.noNumber { return bytes }
        bytes.append(0x5F)
        let digits = Array(String(number).utf8)
        for _ in digits.count..<max(5, digits.count) { bytes.append(0x30) }
        bytes.append(contentsOf: digits)
        var first = true
        for byte in suffix {
            if first { bytes.append(0x5F) }
            first = false
            bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return bytes
    }
}
