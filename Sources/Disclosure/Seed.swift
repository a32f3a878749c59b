extension DisclosureControl {
    /// A seed as a person types it: digits, or `0x` and hexadecimal digits; nil when it is not one below 2⁶⁴.
    public static func seed(_ text: String) -> UInt64? {
        let hexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
        let digits = hexadecimal ? text.dropFirst(2) : text[...]
        guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        return UInt64(digits, radix: hexadecimal ? 16 : 10)
    }
}
