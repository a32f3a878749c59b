/// Text in UTF-16 with its mark.
enum UTF16Form {
    static func bytes(_ text: [UInt8], isLittle: Bool) -> [UInt8] {
        ([0xFEFF] + Array(String(decoding: text, as: UTF8.self).utf16)).flatMap { unit in
            let low = UInt8(truncatingIfNeeded: unit), high = UInt8(truncatingIfNeeded: unit >> 8)
            return isLittle ? [low, high] : [high, low]
        }
    }
}
