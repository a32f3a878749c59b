import Geodesy
import Perimeters
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
