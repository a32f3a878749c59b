import Planar

/// Positions put in the order of the parts of the plane they lie in, and located so: neighbours look at the same memory. Scratch
/// memory of one worker.
struct PartSort {
    /// How many positions there are; arrays never become shorter.
    private var count = 0
    private var parts: [Int32] = []
    private var ends: [Int] = []
    private var order: [Int32] = []
    private var points: [Point] = []
    private var locations: [ZoneLocation] = []

    /// Sorts positions by their part, a number below `partCount`. O(n), by counting.
    mutating func sort(_ positions: [Point], into partCount: Int, _ part: (Point) -> Int) {
        parts.removeAll(keepingCapacity: true)
        ends = [Int](repeating: 0, count: partCount + 1)
        for p in positions {
            let part = part(p)
            parts.append(Int32(truncatingIfNeeded: part))
            ends[part + 1] += 1
        }
        for i in 1...partCount { ends[i] += ends[i - 1] }
        count = positions.count
        if order.count < count {
            order = [Int32](repeating: 0, count: count)
            points = [Point](repeating: Point(x: 0, y: 0), count: count)
            locations = [ZoneLocation](repeating: .nowhere, count: count)
        }
        // Each start moves up to the next one's, so that what was the start is the end.
        for i in positions.indices {
            let part = Int(parts[i])
            let place = ends[part]
            order[place] = Int32(truncatingIfNeeded: i)
            points[place] = positions[i]
            ends[part] = place + 1
        }
    }

    /// Where the positions of some parts are in the order.
    func range(_ parts: Range<Int>) -> Range<Int> {
        (parts.lowerBound == 0 ? 0 : ends[parts.lowerBound - 1])..<ends[parts.upperBound - 1]
    }

    /// Locates the positions at some places of the order.
    mutating func locate(_ range: Range<Int>, _ index: ZoneIndex) {
        points.withUnsafeBufferPointer { points in
            locations.withUnsafeMutableBufferPointer { locations in
                index.locate(.init(rebasing: points[range]), into: .init(rebasing: locations[range]))
            }
        }
    }

    /// Gives the locations in the order that the positions had before; `target` may be longer.
    func unsort(into target: inout [ZoneLocation]) {
        if target.count < count { target = locations }
        target.withUnsafeMutableBufferPointer { target in
            for place in 0..<count { target[Int(order[place])] = locations[place] }
        }
    }
}
