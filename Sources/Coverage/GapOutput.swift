public import Gazetteer
import Geodesy
public import Interchange
import Perimeters
import Planar
import Tables

/// What no place covers, as files.
public struct GapOutput {
    private let gaps: Gaps
    private let coverage: Coverage

    /// Prepares the gaps of a coverage.
    public init(_ gaps: Gaps, of coverage: Coverage) {
        self.gaps = gaps
        self.coverage = coverage
    }

    /// One feature a perimeter and distance, in longitude and latitude (RFC 7946), with the columns of ``table`` as properties.
    ///
    /// - Throws: ``GeodesyError`` when PROJ cannot make a projection.
    public func geoJSON() throws -> OutputBuffer {
        var writer = GeoJSONWriter()
        var projectors: [Territory: Projector] = [:]
        for gap in gaps.gaps {
            guard let territory = coverage.atlas.perimeters[gap.perimeter].territory else { continue }
            let projector = try projectors[territory] ?? Projector(from: .wgs84, to: territory.metricCRS)
            projectors[territory] = projector
            var shape = gap.shape
            for p in shape.polygons.indices {
                projector.inverse(&shape.polygons[p].exterior)
                for h in shape.polygons[p].holes.indices { projector.inverse(&shape.polygons[p].holes[h]) }
            }
            writer.append(
                Feature(
                    properties: JSONObject(zip(Self.columns, cells(gap)).map { .init($0, $1) }),
                    geometry: shape.polygons.isEmpty ? .empty : .multiPolygon(shape)))
        }
        writer.finish()
        return writer.output
    }

    /// One row a perimeter and distance, as CSV (comma, UTF-8, LF).
    public func table() -> OutputBuffer { .table(Self.columns, gaps.gaps.map(cells)) }

    /// One row an address farther from every place than a distance, as CSV: which perimeter it is in and how far the nearest place
    /// is.
    public func addresses(_ gazetteer: Gazetteer) -> OutputBuffer {
        var streets: [UInt32: StreetEntry] = [:]
        var rows: [[JSONValue]] = []
        for gap in gaps.gaps {
            for (member, distance) in gap.members {
                guard let address = gazetteer.address(member.row) else { continue }
                let street = streets[member.street] ?? gazetteer.street(member.street)
                streets[member.street] = street
                rows.append([
                    .string(coverage.atlas.perimeters[gap.perimeter].code), within(gap),
                    .string(gazetteer.banID(of: address)),
                    .string(address.number > 0 ? String(address.number) : ""), .string(address.suffix),
                    .string(street?.name ?? ""), .string(address.postcode), .string(street?.citycode ?? ""),
                    JSONValue(address.longitude, decimals: 7), JSONValue(address.latitude, decimals: 7),
                    distance.isFinite ? JSONValue(distance, decimals: 1) : .null,
                ])
            }
        }
        return .table(Self.addressColumns, rows)
    }

    private static let columns = ["code", "name", "within_m", "area_m2", "area_share", "population", "streets"]
    private static let addressColumns = [
        "code", "within_m", "id", "housenumber", "suffix", "street", "postcode", "citycode", "lon", "lat", "distance_m",
    ]

    private func within(_ gap: Gaps.Gap) -> JSONValue { JSONValue(coverage.options.distances[gap.distance]) }

    private func cells(_ gap: Gaps.Gap) -> [JSONValue] {
        let perimeter = coverage.atlas.perimeters[gap.perimeter]
        return [
            .string(perimeter.code), .string(perimeter.name), within(gap), JSONValue(gap.area, decimals: 1),
            perimeter.area > 0 ? JSONValue(gap.area / perimeter.area, decimals: 6) : .null,
            gap.weight.map { JSONValue($0) } ?? .null, gap.streets.map { JSONValue($0) } ?? .null,
        ]
    }
}
