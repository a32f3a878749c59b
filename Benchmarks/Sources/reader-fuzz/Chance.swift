import Seeded

extension SplitMix {
    /// A whole number from 0 up to a bound that is left out; 0 for a bound below 1.
    mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int.random(in: 0..<bound, using: &self) }

    /// True once in `count` times.
    mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

    /// One of some values, which must not be empty.
    mutating func pick<Values: RandomAccessCollection>(_ values: Values) -> Values.Element where Values.Index == Int {
        values[values.startIndex + below(values.count)]
    }

    /// A few, seldom many: 1 to 3 as a rule, and up to `most` once in 50 times.
    mutating func few(upTo most: Int) -> Int { oneIn(50) ? 1 + below(most) : 1 + below(3) }
}
