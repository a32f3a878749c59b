/// The greedy choice and the search for the best one.
struct SiteSearch {
    private let reached: [[Int]]
    private let weights: [Double]
    private var effort: Int
    /// For each point, how many of the sites chosen reach it.
    private var covers: [Int]
    private var chosen: [Int] = []
    private var best: (sites: [Int], gain: Double) = ([], 0)
    /// Gains that differ by less than this part of all weight are equal.
    private let tolerance: Double

    init(_ reached: [[Int]], _ weights: [Double], effort: Int) {
        self.reached = reached
        self.weights = weights
        self.effort = effort
        covers = [Int](repeating: 0, count: weights.count)
        tolerance = 1e-12 * weights.reduce(0, +)
    }

    mutating func greedy(_ count: Int) -> [SiteChoice.Step] {
        var steps: [SiteChoice.Step] = []
        while steps.count < count {
            let gains = reached.indices.map(gain)
            guard let most = gains.max(), most > tolerance else { break }
            let equal = gains.indices.filter { gains[$0] >= most - tolerance }
            steps.append(.init(candidate: equal[0], gain: gains[equal[0]], ties: Array(equal.dropFirst())))
            take(equal[0])
        }
        for step in steps.reversed() { giveBack(step.candidate) }
        return steps
    }

    /// The best choice; nil when the effort was not enough to be sure.
    mutating func best(_ count: Int, atLeast greedy: [Int]) -> SiteChoice.Optimum? {
        for site in greedy { take(site) }
        let gain = weights.indices.reduce(0) { $0 + (covers[$1] > 0 ? weights[$1] : 0) }
        for site in greedy { giveBack(site) }
        best = (greedy.sorted(), gain)
        search(Array(reached.indices), left: count, gained: 0)
        return effort > 0 ? .init(candidates: best.sites, gain: best.gain) : nil
    }

    /// Looks at all choices of at most `left` more of some sites.
    ///
    /// What sites add together is at most the sum of what each adds alone, so that no choice gains more than the largest gains.
    private mutating func search(_ sites: [Int], left: Int, gained: Double) {
        if gained > best.gain + tolerance { best = (chosen.sorted(), gained) }
        guard left > 0, effort > 0 else { return }
        var open: [(site: Int, gain: Double)] = []
        for site in sites {
            effort -= reached[site].count + 1
            let gain = gain(site)
            if gain > tolerance { open.append((site, gain)) }
        }
        open.sort { ($1.gain, $0.site) < ($0.gain, $1.site) }
        for first in open.indices {
            let bound = open[first...].prefix(left).reduce(gained) { $0 + $1.gain }
            guard bound > best.gain + tolerance, effort > 0 else { return }
            take(open[first].site)
            chosen.append(open[first].site)
            search(open[(first + 1)...].map(\.site), left: left - 1, gained: gained + open[first].gain)
            chosen.removeLast()
            giveBack(open[first].site)
        }
    }

    private func gain(_ site: Int) -> Double {
        reached[site].reduce(0) { $0 + (covers[$1] == 0 ? weights[$1] : 0) }
    }

    private mutating func take(_ site: Int) { for point in reached[site] { covers[point] += 1 } }

    private mutating func giveBack(_ site: Int) { for point in reached[site] { covers[point] -= 1 } }
}
