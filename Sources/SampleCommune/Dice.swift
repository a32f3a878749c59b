/// Seeded chance: the same draws for the same seed on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Each part of the
/// sample throws its own dice, so that a change in one part does not move the others.
struct Dice: Sendable {
    private var state: UInt64

    /// Dice for one part of the sample; the part's name is folded into the seed (FNV-1a).
    init(seed: UInt64, part: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = seed ^ hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in [0, 1).
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in [low, high).
    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// A whole number from 0 to count − 1.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// A whole number of the closed range.
    mutating func whole(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True that many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

    /// One of the values, each drawn in proportion to its weight.
    mutating func pick<T>(weighted items: [(T, Int)]) -> T {
        var draw = below(items.reduce(0) { $0 + $1.1 })
        for (value, weight) in items {
            if draw < weight { return value }
            draw -= weight
        }
        preconditionFailure("the draw is below the sum of the weights")
    }

    /// The items in a drawn order (Fisher and Yates).
    mutating func shuffled<T>(_ items: [T]) -> [T] {
        var result = items
        for index in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(index, below(index + 1)) }
        return result
    }
}
