import Foundation
import Planar

/// The share of a disc that lies in each zone around it, from exact arcs.
///
/// For a disc of radius r around p and a zone whose rings keep their interior on the left, going round the border of
/// the part they share gives
///
///     share = [p in zone] − 1/(2πr²) · Σ (r²·angle(c₀, c₁) − c₀ × c₁)
///
/// over the pieces c₀c₁ of edges that lie in the disc, seen from p: edges that stay outside the disc only turn around
/// p, and all turns together make 2π when p is inside and 0 when not. So only edges near p count, each costs one
/// arctangent, and no circle is approximated by a polygon. O(edges within r).
struct DiscShare {
    /// Shares, one entry per zone that has an edge within the radius, or holds the centre.
    private(set) var zones: [(zone: Int, share: Double)] = []

    /// Computes the shares of the disc of `radius` metres around `center`.
    ///
    /// A radius of a millimetre or more: a centre on a border is moved by a micrometre.
    ///
    /// - Parameter distance: from the centre to the nearest border.
    mutating func measure(_ index: ZoneIndex, center: Point, radius: Double, distance: Double) {
        zones.removeAll(keepingCapacity: true)
        let p = distance < Self.step ? offBorder(index, center) : center
        index.forEachZone(at: p) { zone, _ in zones.append((zone, 1)) }
        let square = radius * radius
        index.forEachEdge(within: radius, of: p) { zone, a, b in
            guard let turn = Self.turn(a.x - p.x, a.y - p.y, b.x - p.x, b.y - p.y, square) else { return }
            if let known = zones.firstIndex(where: { $0.zone == zone }) {
                zones[known].share -= turn / (2 * .pi * square)
            } else {
                zones.append((zone, -turn / (2 * .pi * square)))
            }
        }
        for i in zones.indices { zones[i].share = min(max(zones[i].share, 0), 1) }
        zones.sort { $0.zone < $1.zone }
    }

    /// The centre, moved a micrometre off the border when it lies on it, where no angle is defined.
    ///
    /// The way is the first of sixteen that does not lead along or onto another edge, as a step across one of the two
    /// edges of a right angle would.
    private func offBorder(_ index: ZoneIndex, _ p: Point) -> Point {
        Self.steps.lazy.map { Point(x: p.x + $0.x, y: p.y + $0.y) }
            .first { index.nearestBorder(to: $0, within: Self.step / 16) == nil } ?? p
    }

    /// A micrometre: a thousand times the spacing of numbers at 7,000 km, a hundred thousandth of the least radius.
    private static let step = 1e-6
    private static let steps = (0..<16).map { way in
        Point(x: step * cos(0.1 + .pi / 8 * Double(way)), y: step * sin(0.1 + .pi / 8 * Double(way)))
    }

    /// r²·angle − cross product of the piece of an edge that lies in the disc around the origin; nil when none does.
    private static func turn(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ square: Double) -> Double? {
        let dx = bx - ax, dy = by - ay
        let length2 = dx * dx + dy * dy
        guard length2 > 0 else { return nil }
        let middle = -(ax * dx + ay * dy) / length2
        let cross = ax * dy - ay * dx
        let half2 = (square - cross * cross / length2) / length2
        guard half2 > 0 else { return nil }
        let half = half2.squareRoot()
        let from = max(0, middle - half), to = min(1, middle + half)
        guard from < to else { return nil }
        let cx = ax + from * dx, cy = ay + from * dy
        let ex = ax + to * dx, ey = ay + to * dy
        let turned = cx * ey - cy * ex
        return square * atan2(turned, cx * ex + cy * ey) - turned
    }
}
