/// Strings of a page's list, numbered from 1 in the order in which they are first given.
struct StringList {
    private(set) var strings: [String] = []
    private(set) var places: [String: Int] = [:]

    /// The place of a text in the list, added when it is new; 0 for no text, or when the list is full.
    mutating func place(_ text: String) -> Int {
        if text.isEmpty { return 0 }
        if let place = places[text] { return place }
        guard strings.count < 65_535 else { return 0 }
        strings.append(text)
        places[text] = strings.count
        return strings.count
    }
}

/// How often each value occurs.
struct Tally<Value: Hashable & Comparable> {
    private(set) var counts: [Value: Int] = [:]

    mutating func add(_ value: Value) { counts[value, default: 0] += 1 }

    /// The most frequent value, of several the smallest.
    var first: Value? { counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

    /// The values, the most frequent first, of equals the smallest.
    var sorted: [Value] { counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key) }
}
