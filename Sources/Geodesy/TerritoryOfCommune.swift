extension Territory {
    /// The territory of a commune, from its INSEE code of five characters (`57463`, `2A004`, `97411`); nil when the
    /// code is of another form, of a foreign country (99…), or of a place without a grid here (984 Terres australes,
    /// 989 Clipperton).
    ///
    /// Complexity: O(1).
    public static func ofCommune(_ inseeCode: String) -> Territory? {
        let bytes = Array(inseeCode.utf8)
        guard bytes.count == 5, bytes[0].isDigit, bytes[2...].allSatisfy(\.isDigit) else { return nil }
        switch (bytes[0], bytes[1] & ~0x20) {
        case (UInt8(ascii: "2"), UInt8(ascii: "A")), (UInt8(ascii: "2"), UInt8(ascii: "B")): return .metropole
        default: break
        }
        guard bytes[1].isDigit else { return nil }
        switch (bytes[0] - 48) * 10 + bytes[1] - 48 {
        case 1...95: return .metropole
        case 97, 98: break
        default: return nil
        }
        switch Int(bytes[1] - 48) * 10 + Int(bytes[2] - 48) {
        case 71, 72, 77, 78: return .antilles
        case 73: return .guyane
        case 74: return .reunion
        case 75: return .saintPierreEtMiquelon
        case 76: return .mayotte
        case 86: return .wallisEtFutuna
        case 87: return .polynesie
        case 88: return .nouvelleCaledonie
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
