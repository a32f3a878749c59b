import Gazetteer
import Geodesy
import Planar
import Verdicts

extension PlaceReader {
    /// Looks for the address of a row; gives the reason why it has no place.
    package mutating func locate(
        _ row: PlaceTable.Row, _ item: inout Places.Item, _ gazetteer: () throws -> Gazetteer?
    ) throws -> Verdict.Reason? {
        guard let address else { return .addressEmpty }
        var query = address.read { row.text($0) }.query
        let complements = address.complements.map { row.text($0) }.filter { !$0.isEmpty }
        if query.text?.isEmpty ?? true, complements.isEmpty { return .addressEmpty }
        if addresses == nil { addresses = try gazetteer() }
        guard let addresses else { return .addressNotFound }
        var match = addresses.match(query, scratch: &scratch)
        for complement in complements where match.level == .none || match.level == .municipality {
            // The street is sometimes in the complement, and a building in its place.
            query.text = complement
            let other = addresses.match(query, scratch: &scratch)
            if other.level != .none, other.level != .municipality { match = other }
        }
        switch match.level {
        case .none: return match.flags.contains(.emptyQuery) ? .addressEmpty : .addressNotFound
        case .municipality: break
        case .street, .locality: item.basis = .street
        case .housenumber, .interpolated: item.basis = .address
        }
        if let reason = match.reasonWithoutOnePosition { return reason }
        if match.score < options.minimumScore { return .addressNotFound }
        (item.longitude, item.latitude) = (match.longitude, match.latitude)
        guard try project(&item, given: nil) else { return .coordinatesInvalid }
        let projector = projectors[item.territory]!
        for part in match.places {
            addresses.forEachPoint(of: part.place) { longitude, latitude, type, own in
                let radius = options.radii.radius(of: type, own: own)
                let point = projector.project(Point(x: longitude, y: latitude)) ?? item.position
                item.radius = max(item.radius, radius + point.distance(to: item.position))
            }
        }
        return nil
    }
}
