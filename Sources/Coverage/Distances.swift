/// Distances with weights: how far it is for half of them, for nine in ten, and at most.
public struct Distances: Sendable, Equatable {
    /// Half of the weight is at most this far, in metres.
    public let median: Double
    /// Nine tenths of the weight are.
    public let ninetieth: Double
    /// All of it is.
    public let maximum: Double

    /// The distances of some points, infinite for one that has no place to go to; nil when none has a weight above 0. O(n log n).
    ///
    /// A percentile is the least of the distances up to which there is that part of the weight at least (the inverse of the
    /// distribution function, definition 1 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996): always the
    /// distance of one of the points.
    package init?(_ points: [(distance: Double, weight: Double)]) {
        let sorted = points.filter { $0.weight > 0 }.sorted { $0.distance < $1.distance }
        guard let last = sorted.last else { return nil }
        let total = sorted.reduce(0) { $0 + $1.weight }
        func percentile(_ part: Double) -> Double {
            var sum = 0.0
            // Adding up may lose the last digits: a weight that is there to a billionth is there.
            for point in sorted {
                sum += point.weight
                if sum >= part * total * (1 - 1e-12) { return point.distance }
            }
            return last.distance
        }
        (median, ninetieth, maximum) = (percentile(0.5), percentile(0.9), last.distance)
    }
}
