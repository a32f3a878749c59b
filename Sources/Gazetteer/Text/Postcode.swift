/// Postcodes as text.
enum Postcode {
    /// Five digits; empty for 0.
    static func text(_ code: UInt32) -> String {
        if code == 0 { return "" }
        let digits = String(code)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    /// Whether two codes mean the same ground: the 16th arrondissement of Paris has 75016 and 75116.
    static func isSame(_ a: UInt32, _ b: UInt32) -> Bool {
        func one(_ code: UInt32) -> UInt32 { code == 75_116 ? 75_016 : code }
        return one(a) == one(b)
    }
}
