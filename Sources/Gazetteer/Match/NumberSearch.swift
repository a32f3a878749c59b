import Algorithms
import Foundation

/// Finds a house number in a street, or where it would be.
struct NumberSearch {
    /// What was found.
    enum Found {
        /// The address row in the page.
        case exact(Int)
        /// The number with another suffix: the row nearest in meaning.
        case otherSuffix(Int)
        /// A point computed from neighbours, radius in metres.
        case computed(lon: Double, lat: Double, radius: Double)
        case nothing
    }

    let page: Page
    let range: Range<Int>

    init(_ page: Page, street: Int) {
        self.page = page
        range = page.addressRange(street)
    }

    /// The first row whose number is not below `number`.
    private func bound(_ number: Int) -> Int { range.partitioningIndex { page.number($0) >= number } }

    /// Letters of a suffix that stand for each other: "b" and "bis", "t" and "ter", "q" and "quater".
    private static func same(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
        if a.count == b.count, zip(a, b).allSatisfy({ lower($0) == lower($1) }) { return 2 }
        guard let first = a.first, let second = b.first, lower(first) == lower(second) else { return 0 }
        func word(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            let folded = String(decoding: text, as: UTF8.self).lowercased()
            return ["bis", "ter", "quater", "quinquies"].contains(folded)
        }
        return (a.count == 1 && word(b)) || (b.count == 1 && word(a)) ? 1 : 0
    }

    /// Looks for a number and a suffix; an empty suffix means the plain number.
    func find(_ number: Int, _ suffix: UnsafeBufferPointer<UInt8>) -> Found {
        var index = bound(number)
        var near = -1
        var alike = -1
        while index < range.upperBound, page.number(index) == number {
            let own = page.suffix(page.suffixIndex(index))
            if own.isEmpty && suffix.isEmpty { return .exact(index) }
            let same = own.isEmpty || suffix.isEmpty ? 0 : Self.same(own, suffix)
            if same == 2 { return .exact(index) }
            if same == 1, alike < 0 { alike = index }
            if near < 0 { near = index }
            index += 1
        }
        if alike >= 0 { return .exact(alike) }
        if near >= 0 { return .otherSuffix(near) }
        return between(number)
    }

    /// Numbers from 5000 on are often no numbers but marks.
    private func counts(_ index: Int) -> Bool { page.number(index) < 5000 }

    private func between(_ number: Int) -> Found {
        guard number < 5000 else { return .nothing }
        let start = bound(number)
        func neighbour(_ step: Int, parity: Bool) -> Int {
            var index = step < 0 ? start - 1 : start
            while index >= range.lowerBound, index < range.upperBound {
                if counts(index), !parity || (page.number(index) - number) % 2 == 0 { return index }
                index += step
            }
            return -1
        }
        let below = neighbour(-1, parity: true)
        let above = neighbour(1, parity: true)
        if below >= 0, above >= 0 {
            let (a, b) = (page.point(below), page.point(above))
            let (low, high) = (page.number(below), page.number(above))
            let share = Double(number - low) / Double(max(high - low, 1))
            let gap = Self.metres(a, b)
            if gap > 150,
                let across = across(number, left: neighbour(-1, parity: false), right: neighbour(1, parity: false), 1)
            {
                return across
            }
            guard gap <= 500 else { return .nothing }
            return .computed(
                lon: a.lon + (b.lon - a.lon) * share, lat: a.lat + (b.lat - a.lat) * share, radius: max(10, gap / 2))
        }
        // Beyond the end of the street: the last of the same side, if it is close; else the other side, if its
        // numbers are next to it.
        let end = [below, above].filter { $0 >= 0 }.min {
            abs(page.number($0) - number) < abs(page.number($1) - number)
        }
        let distance = end.map { abs(page.number($0) - number) } ?? .max
        if let end, distance <= 4 { return beyond(end, distance) }
        if let across = across(number, left: neighbour(-1, parity: false), right: neighbour(1, parity: false), 3) {
            return across
        }
        if let end, distance <= 10 { return beyond(end, distance) }
        return .nothing
    }

    private func beyond(_ end: Int, _ distance: Int) -> Found {
        let point = page.point(end)
        return .computed(lon: point.lon, lat: point.lat, radius: max(15, 5 * Double(distance)))
    }

    /// The middle of the numbers of the other side that are within `most` of the number.
    private func across(_ number: Int, left: Int, right: Int, _ most: Int) -> Found? {
        let close = [left, right].filter { $0 >= 0 && abs(page.number($0) - number) <= most }
        guard !close.isEmpty else { return nil }
        let points = close.map { page.point($0) }
        let lon = points.reduce(0) { $0 + $1.lon } / Double(points.count)
        let lat = points.reduce(0) { $0 + $1.lat } / Double(points.count)
        let gap = points.count == 2 ? Self.metres(points[0], points[1]) : 0
        guard gap <= 300 else { return nil }
        return .computed(lon: lon, lat: lat, radius: max(30, gap / 2))
    }

    /// The distance in metres, on a plane tangent to the sphere: good to 0.5 % over a few kilometres.
    static func metres(_ a: (lon: Double, lat: Double), _ b: (lon: Double, lat: Double)) -> Double {
        let x = (b.lon - a.lon) * cos((a.lat + b.lat) / 2 * .pi / 180)
        let y = b.lat - a.lat
        return (x * x + y * y).squareRoot() * 111_195
    }
}
