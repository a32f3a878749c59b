import Foundation
public import Planar

/// Which way one position lies from another, by grid north.
///
/// Grid north is the way of the y axis of the territory's metric CRS; in Lambert-93 true north is up to 6° off it (France from 5° West
/// to 10° East, at sin 46.5° of the difference to 3° East).
public struct WindRose: Sendable, Equatable {
    /// Degrees from grid north, clockwise: 0 to below 360.
    public let bearing: Double

    /// The way from a position to another; nil when they are one.
    public init?(from a: Point, to b: Point) {
        guard a != b, a.isFinite, b.isFinite else { return nil }
        let degrees = atan2(b.x - a.x, b.y - a.y) * 180 / .pi
        // A tiny negative angle plus 360 is 360.
        let turned = degrees < 0 ? degrees + 360 : degrees
        bearing = turned < 360 ? turned : 0
    }

    /// One of the eight winds, in French: N, NE, E, SE, S, SO, O, NO. Each takes 45° around it, of which the first belongs to it.
    public var wind: String {
        let winds = ["N", "NE", "E", "SE", "S", "SO", "O", "NO"]
        return winds[Int(((bearing + 22.5) / 45).rounded(.down)) % winds.count]
    }
}
