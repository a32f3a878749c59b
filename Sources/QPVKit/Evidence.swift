/// What geometry says of a location: its shares in perimeters, and how near the border is.
struct Evidence: Sendable, Equatable {
    /// Shares of the location by perimeter (indices into the atlas), largest first, ties by code.
    var shares: [Share] = []
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

    /// The share in all perimeters together; overlapping perimeters never make it exceed 1.
    var total: Double { min(1, shares.reduce(0) { $0 + $1.share }) }

    /// Adds the evidence of a part of the location that has this weight.
    mutating func add(_ part: Evidence, weight: Double) {
        for s in part.shares { add(s.share * weight, to: s.perimeter) }
        isCut = isCut || part.isCut
        if let d = part.distance, distance.map({ abs(d) < abs($0) }) ?? true {
            distance = d
            nearest = part.nearest
        }
    }

    mutating func add(_ share: Double, to perimeter: Int) {
        guard share > 0 else { return }
        if let i = shares.firstIndex(where: { $0.perimeter == perimeter }) {
            shares[i].share += share
        } else {
            shares.append(Share(perimeter: perimeter, share: share))
        }
    }

    /// Puts the largest share first.
    mutating func sort() {
        if shares.count > 1 {
            shares.sort { ($1.share, $0.perimeter) < ($0.share, $1.perimeter) }
        }
    }
}
