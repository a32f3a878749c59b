import Geodesy
import Planar

/// Which of some candidate sites bring the most points within the first distance of a place: the maximal coverage location problem
/// (Church and ReVelle, "The maximal covering location problem", Papers of the Regional Science Association 32, 1974).
///
/// Counted are the points of the perimeters, each once, that no place reaches yet. The greedy choice takes the best site, then the
/// best one for what is left, and so on: at least 1 − 1/e = 63 % of what is possible (Nemhauser, Wolsey and Fisher, "An analysis of
/// approximations for maximizing submodular set functions", Mathematical Programming 14, 1978). Where it is small enough the best
/// choice of all is searched for, by branch and bound.
public struct SiteChoice: Sendable {
    /// One site after another.
    public struct Step: Sendable, Equatable {
        /// The site, an index into the candidates.
        public let candidate: Int
        /// What it adds to the sites before it.
        public let gain: Double
        /// Other sites that would add as much, by index.
        public let ties: [Int]
    }

    /// A choice that is known to be the best.
    public struct Optimum: Sendable, Equatable {
        /// The sites, by index, ascending.
        public let candidates: [Int]
        /// What they add together.
        public let gain: Double
    }

    /// The greedy choice; it ends when no site adds anything.
    public let steps: [Step]
    /// The best choice of all; nil when the search was given up.
    public let optimum: Optimum?
    /// What no place reaches yet.
    public let open: Double

    /// What the greedy choice adds in all.
    public var gain: Double { steps.reduce(0) { $0 + $1.gain } }

    /// Chooses among candidates.
    ///
    /// - Parameters:
    ///   - count: how many sites.
    ///   - effort: how many points the search for the best choice may look at before it gives up; the same on every machine.
    public init(_ candidates: [Places.Item], count: Int, for coverage: Coverage, effort: Int = 50_000_000) {
        var reached = [[Int]](repeating: [], count: candidates.count)
        var weights: [Double] = []
        let reach = coverage.options.reach(coverage.options.distances[0])
        for region in coverage.atlas.regions {
            func isHere(_ item: Places.Item) -> Bool { item.territory == region.territory }
            let places = PointIndex(coverage.places.items.filter(isHere).map(\.position))
            let here = candidates.indices.filter { isHere(candidates[$0]) }
            let sites = PointIndex(here.map { candidates[$0].position })
            for i in region.perimeters {
                for member in coverage.population?.members[i] ?? [] where member.isFirst && member.weight > 0 {
                    if let nearest = places.nearest(to: member.position), nearest.distance <= reach { continue }
                    sites.forEach(within: reach, of: member.position) { site, _ in
                        reached[here[site]].append(weights.count)
                    }
                    weights.append(member.weight)
                }
            }
        }
        self.init(reached, weights, count: count, effort: effort)
    }

    /// - Parameter reached: for each site the points that it reaches.
    init(_ reached: [[Int]], _ weights: [Double], count: Int, effort: Int) {
        open = weights.reduce(0, +)
        var search = SiteSearch(reached, weights, effort: effort)
        steps = search.greedy(count)
        optimum = search.best(count, atLeast: steps.map(\.candidate))
    }
}

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
