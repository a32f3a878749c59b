/// What geometry says of a location: its shares in perimeters, and how near the border is.
package struct Evidence: Sendable, Equatable {
    /// Shares of the location by perimeter (indices into the atlas), largest first, ties by code.
    var shares: [Share] = []
    /// The share in all perimeters together, at most 1.
    ///
    /// Exact where no border cuts a disc. Of a disc cut by perimeters that overlap each other it is an upper bound: the
    /// part that lies in two of them counts twice.
    var total = 0.0
    /// The share of the location whose place is known: less than 1 when a point of it has no usable position.
    var located = 1.0
    /// The share of the location that lies where a repair took ground or gave it.
    var disputed = 0.0
    /// True when a border cuts the disc of one of the points.
    var isCut = false
    /// Signed distance in metres from the nearest point to the nearest border, negative inside; nil without a border.
    var distance: Double?
    /// The perimeter of that border.
    var nearest: Int?

    struct Share: Sendable, Equatable {
        var perimeter: Int
        var share: Double
    }

    /// The shares as a finding states them.
    var sharesByPerimeter: [(perimeter: Int, share: Double)] { shares.map { ($0.perimeter, $0.share) } }

    /// A location of which no place is known; the start of a sum.
    static let nowhere = Evidence(located: 0)

    /// Adds the evidence of a part of the location that has this weight.
    mutating func add(_ part: Evidence, weight: Double) {
        for s in part.shares { add(s.share * weight, to: s.perimeter) }
        total = min(1, total + part.total * weight)
        located = min(1, located + part.located * weight)
        isCut = isCut || part.isCut
        disputed = min(1, disputed + part.disputed * weight)
        if let d = part.distance, distance.map({ abs(d) < abs($0) }) ?? true {
            distance = d
            nearest = part.nearest
        }
    }

    /// Adds the share of one disc in a perimeter; the total is the caller's to state.
    mutating func add(_ share: Double, to perimeter: Int) {
        guard share > 0 else { return }
        if let i = shares.firstIndex(where: { $0.perimeter == perimeter }) {
            shares[i].share += share
        } else {
            shares.append(Share(perimeter: perimeter, share: share))
        }
    }

    /// Puts the largest share first; shares that differ by a millionth or less count as equal, and the first code comes
    /// first: rounding, or the micrometre by which a disc on a border is moved, decides nothing.
    mutating func sort() {
        if shares.count > 1 {
            func rank(_ share: Double) -> Double { (share * 1e6).rounded() }
            shares.sort { (rank($1.share), $0.perimeter) < (rank($0.share), $1.perimeter) }
        }
    }
}
