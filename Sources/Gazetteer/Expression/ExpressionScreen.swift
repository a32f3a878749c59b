extension AddressExpression {
    /// Whether a text may name several addresses: a quick look at its bytes, which never misses one.
    ///
    /// A text with one number, or with one and a postcode, and nothing that could join a second street or suffix to it
    /// is an ordinary address. Linear, allocates nothing.
    public static func mayBeSeveral(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var runs = 0
            var isJoined = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case 0x30...0x39:
                    let start = index
                    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
                    // The digits of a postcode; a number of five digits is no house number either.
                    if index - start != 5 { runs += 1 }
                    if runs > 1 { return true }
                    continue
                case 0x20, 0x27:
                    // " et ", " ou ", " a ", " au "
                    isJoined = isJoined || joins(bytes, index + 1)
                case 0x09...0x0D, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2F, 0x3A, 0x3B, 0x5B, 0x5C, 0x5D, 0x7C, 0x22:
                    isJoined = true
                case 0xC2, 0xC3, 0xE2:
                    // "à", and the dashes, quotes and spaces of typography.
                    if byte != 0xC3 || index + 1 < bytes.count && (bytes[index + 1] | 0x20) == 0xA0 { isJoined = true }
                default: break
                }
                index += 1
            }
            return runs == 0 || isJoined
        }
    }

    private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        func letter(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] | 0x20 : 0x20 }
        func ends(_ offset: Int) -> Bool { letter(offset) < 0x61 || letter(offset) > 0x7A }
        switch (letter(0), letter(1)) {
        case (0x65, 0x74), (0x6F, 0x75), (0x61, 0x75): return ends(2)
        case (0x61, _): return ends(1)
        default: return false
        }
    }
}
