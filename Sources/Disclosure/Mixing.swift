extension UInt64 {
    /// Another number, which tells nothing of this one at sight: the increment and the finalizer of SplitMix64, a permutation of
    /// 64-bit numbers (Steele, Lea and Flood, OOPSLA 2014).
    package var mixed: UInt64 {
        var z = self &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
