package import Gazetteer
import Perimeters

extension AddressLists {
    /// Adds to what geometry says of a place its shares in lists. A place in a list and in the shape of the same perimeter
    /// counts once, with the larger share. A list has no border: what it adds has no distance to one.
    package func add(_ place: Place, in gazetteer: Gazetteer, to evidence: inout Evidence) {
        var shares: [(perimeter: Int, share: Double)] = []
        switch place {
        case .address(let row): shares = (ofRow[row] ?? []).map { ($0, 1) }
        case .street(let id), .locality(let id): shares = Self.shares(ofStreet[id], place, gazetteer)
        case .commune(let id): shares = Self.shares(ofCommune[id], place, gazetteer)
        case .interpolated: break
        }
        for part in shares {
            let known = evidence.shares.first { $0.perimeter == part.perimeter }?.share ?? 0
            evidence.add(max(0, part.share - known), to: part.perimeter)
            evidence.total = min(1, evidence.total + max(0, part.share - known))
            if part.share > known { (evidence.distance, evidence.nearest) = (nil, nil) }
        }
    }

    private static func shares(
        _ counts: [Int: Int]?, _ place: Place, _ gazetteer: Gazetteer
    ) -> [(perimeter: Int, share: Double)] {
        guard let counts else { return [] }
        var numbers = 0
        gazetteer.forEachPoint(of: place) { _, _, _, _ in numbers += 1 }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, min(1, Double($0.value) / Double(max(numbers, 1)))) }
    }
}
