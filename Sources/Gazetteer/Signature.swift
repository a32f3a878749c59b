extension Gazetteer {
    /// The bytes that a gazetteer file begins with.
    public static var signature: [UInt8] { Format.magic }
}
