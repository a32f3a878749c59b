/// How the true place lies around a stated position of radius *r*: a mixture of discs, in each of which places lie evenly.
///
/// Most positions are much better than the largest error to be reckoned with, and a few are not: one disc is too timid near a
/// border. A mixture keeps the share exact. Fitted on positions measured in Bondy against the sides of the perimeters on which
/// they lie; <doc:Verdict> has the figures.
package struct PositionError: Sendable, Equatable {
    /// One disc: how much of the probability lies in it, and its radius as a part of *r*.
    struct Disc: Sendable, Equatable {
        let weight: Double
        let factor: Double
    }

    /// The discs, the largest last; weights add up to 1.
    let discs: [Disc]

    /// A position that somebody stated: four fifths within a quarter of the radius.
    package static let stated = PositionError(discs: [.init(weight: 0.8, factor: 0.25), .init(weight: 0.2, factor: 1)])
    /// A position computed between two that are known: nothing says where between them it lies.
    package static let computed = PositionError(discs: [.init(weight: 1, factor: 1)])
}
