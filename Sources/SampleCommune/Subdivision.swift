/// The inner streets of a quarter: the quarter is cut in two by a street, each half again, until blocks are small.
///
/// The cuts meet as T junctions and leave some long streets and many short ones, as towns have.
struct Subdivision: Sendable {
    /// The streets, the longest-standing cut first, each as two places of the patch.
    private(set) var streets: [(Place, Place)] = []
    /// The blocks left between streets, as lowest and highest place.
    private(set) var blocks: [(Place, Place)] = []

    /// Cuts until no block is wider or longer than `largest` metres; no cut leaves less than `smallest` metres.
    init(_ patch: Patch, largest: Double, smallest: Double, dice: inout Dice) {
        var waiting = [(Place(0, 0), Place(1, 1))]
        var next = 0
        while next < waiting.count {
            let (low, high) = waiting[next]
            next += 1
            let middle = Place((low.u + high.u) / 2, (low.v + high.v) / 2)
            let width = patch.point(Place(low.u, middle.v)).distance(to: patch.point(Place(high.u, middle.v)))
            let height = patch.point(Place(middle.u, low.v)).distance(to: patch.point(Place(middle.u, high.v)))
            let ratio = dice.between(0.34, 0.66)
            guard max(width, height) > largest, max(width, height) * 0.34 > smallest else {
                blocks.append((low, high))
                continue
            }
            if width > height {
                let u = low.u + (high.u - low.u) * ratio
                streets.append((Place(u, low.v), Place(u, high.v)))
                waiting.append((low, Place(u, high.v)))
                waiting.append((Place(u, low.v), high))
            } else {
                let v = low.v + (high.v - low.v) * ratio
                streets.append((Place(low.u, v), Place(high.u, v)))
                waiting.append((low, Place(high.u, v)))
                waiting.append((Place(low.u, v), high))
            }
        }
    }
}
