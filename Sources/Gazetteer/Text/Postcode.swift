/// Postcodes as text.
enum Postcode {
    /// Five digits; empty for 0.
    static func text(_ code: UInt32) -> String {
        if code == 0 { return "" }
        let digits = String(code)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
