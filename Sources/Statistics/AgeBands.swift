import Verdicts
public import Wording

/// The age bands of a table: closed, in ascending order, disjoint.
public struct AgeBands: Sendable, Equatable {
    /// Ages in whole years; the last one may be open above.
    public struct Band: Sendable, Equatable {
        /// The youngest age.
        public let low: Int
        /// The oldest age; nil for no limit.
        public let high: Int?

        /// `6-15` or `65+`.
        public var name: String { high.map { low == $0 ? "\(low)" : "\(low)-\($0)" } ?? "\(low)+" }

        /// As a heading.
        public func title(_ language: Language) -> String {
            guard let high else { return language("\(low) ans et plus", "\(low) and over") }
            return language("\(low) à \(high) ans", "\(low) to \(high)")
        }

        package func contains(_ age: Int) -> Bool { age >= low && age <= high ?? .max }
    }

    /// The bands.
    public let bands: [Band]

    /// The bands of the contracts' yearly tables: 0-5, 6-15, 16-17, 18-25, 26-64, 65+.
    public static let standard = AgeBands("0-5,6-15,16-17,18-25,26-64,65+")!

    /// Reads `0-5,6-15,65+`; nil when a band is unreadable, they overlap or do not ascend, or there are more than 30.
    public init?(_ text: String) {
        var bands: [Band] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let part = part.filter { !$0.isWhitespace }
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            let band: Band
            if part.hasSuffix("+"), let low = Self.age(String(part.dropLast())) {
                band = Band(low: low, high: nil)
            } else if let low = Self.age(ends[0]), let high = Self.age(ends[ends.count - 1]), ends.count <= 2 {
                band = Band(low: low, high: high)
            } else {
                return nil
            }
            if let last = bands.last, last.high.map({ $0 >= band.low }) ?? true { return nil }
            guard band.high.map({ $0 >= band.low }) ?? true else { return nil }
            bands.append(band)
        }
        guard (1...30).contains(bands.count) else { return nil }
        self.bands = bands
    }

    private static func age(_ text: String) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// The band of an age; nil when none holds it.
    public func index(of age: Int) -> Int? { bands.firstIndex { $0.contains(age) } }

    /// The band that holds a whole range of ages, nil above for no limit; nil when it lies in several or in none.
    public func index(from low: Int, to high: Int?) -> Int? {
        bands.firstIndex { band in
            guard band.contains(low), let last = band.high else { return band.contains(low) }
            return high.map { $0 <= last } ?? false
        }
    }
}
