/// How the numbers of a street run.
enum Numbering: Equatable, Sendable {
    /// Odd numbers left, even right, growing from the beginning.
    case sides
    /// Metres from the beginning, odd left, even right: country roads.
    case metric
    /// One after the other around a square.
    case around
}

/// What stands along a street: how wide its plots are and what its numbers look like.
enum Building: Equatable, Sendable {
    case centre, houses, estate, village, scattered

    /// The width of a plot, in metres.
    var plot: (Double, Double) {
        switch self {
        case .centre: (12, 20)
        case .houses: (15, 26)
        case .estate: (19, 30)
        case .village: (18, 34)
        case .scattered: (35, 90)
        }
    }
}

/// A street, a place or a locality with its axis, from where its numbers begin.
struct Street: Sendable {
    let name: String
    let locality: Locality
    let axis: Polyline
    let numbering: Numbering
    let building: Building
    /// The name of the hamlet, for the column of localities; empty in town.
    var hamlet = ""
    /// The middle and radius of the free space of a square.
    var square: (middle: Point, radius: Double)?
    /// The four signs of the national register of streets; a letter first for a place without streets.
    var code = ""
}
