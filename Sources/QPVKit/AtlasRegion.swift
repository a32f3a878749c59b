import Geodesy
import Planar
import Synchronization

/// The perimeters of one territory, indexed in metres of its metric CRS.
///
/// The index begins as trees, which are there at once, and gets its grid when so many questions have come that building
/// it pays: whoever asks the question that is one too many builds it, all others go on with the trees meanwhile. Both
/// give the same answers to the last bit.
final class AtlasRegion: Sendable {
    let territory: Territory
    /// For each zone of the index, its perimeter in the atlas.
    let perimeters: [Int]
    /// The trees.
    let index: ZoneIndex
    /// Zones whose shapes were not checked yet: see ``Surveyor``.
    let unchecked: [Int]
    private let refinement = Mutex(Refinement.notBegun)

    private enum Refinement {
        case notBegun
        case underWay
        case done(ZoneIndex)
    }

    init(_ territory: Territory, _ index: ZoneIndex, perimeters: [Int], unchecked: [Int]) {
        self.unchecked = unchecked
        self.territory = territory
        self.index = index
        self.perimeters = perimeters
    }

    /// How many questions a worker asks the trees before the grid pays: a question to the trees costs about as much as
    /// one edge of the grid, and some workers share it.
    var questionsBeforeRefinement: Int { index.edgeCount / 4 }

    /// The index with its grid; nil while another worker builds it.
    func refined() -> ZoneIndex? {
        let known: ZoneIndex?? = refinement.withLock { state in
            switch state {
            case .notBegun:
                state = .underWay
                return .none
            case .underWay: return .some(nil)
            case .done(let index): return .some(index)
            }
        }
        if let known { return known }
        let refined = index.refined()
        refinement.withLock { $0 = .done(refined) }
        return refined
    }
}
