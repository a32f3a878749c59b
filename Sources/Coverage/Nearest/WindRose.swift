import Foundation
public import Planar

/// Which way one position lies from another, by grid north.
///
/// Grid north is the way of the y axis of the territory's metric CRS; in Lambert-93 true north is up to 6° off it (France from 5° West
/// to 10° East, at sin 46.5° of the difference to 3° East).
public struct WindRose: Sendable, Equatable {
    /// Degrees from grid north, clockwise, to a tenth: 0 to 359.9.
    public let bearing: Double

    /// The way from a position to another; nil when they are one, which positions less than a millimetre apart are.
    public init?(from a: Point, to b: Point) {
        guard a.isFinite, b.isFinite, a.distance(to: b) >= 0.001 else { return nil }
        let tenths = (atan2(b.x - a.x, b.y - a.y) * 1800 / .pi).rounded()
        // What is just below a full turn is rounded to it, and the way north.
        bearing = (tenths < 0 ? tenths + 3600 : tenths) / 10
    }

    /// One of the eight winds, in French: N, NE, E, SE, S, SO, O, NO. Each takes 45° around it, of which the first belongs to it.
    public var wind: String {
        let winds = ["N", "NE", "E", "SE", "S", "SO", "O", "NO"]
        return winds[Int(((bearing + 22.5) / 45).rounded(.down)) % winds.count]
    }
}
