import GeoPackages
import Geodesy
public import Interchange
import Planar

/// The perimeters of a layer in another format: the geometry and the CRS of the file, the fields under names of one's own.
///
/// Fields: `code`, `name`, `kind`, `vintage`, `insee_com`, `lib_com`, and `valid_from`, `valid_to` as ISO dates when the file says of any
/// perimeter since when or until when it is in force; several communes stand in one field with commas
/// between, as in the official file. Every coordinate keeps its last bit.
public struct PerimeterConversion {
    /// Perimeters that cannot be written, since they are not where the file says: no conversion is right for them.
    public let refusals: [PerimeterIssue]
    private let file: PerimeterFile
    private let features: [Feature]
    private let hasDates: Bool

    /// Makes the features.
    ///
    /// - Parameters:
    ///   - layer: what was read.
    ///   - file: the perimeters that were made of it.
    ///   - repairs: whether an invalid shape is replaced by the repaired one, brought back into the file's CRS: vertices that
    ///     were there keep their bits, new ones are where edges cross.
    /// - Throws: ``GeodesyError``.
    public init(_ layer: PerimeterLayer, _ file: PerimeterFile, repairs: Bool) throws {
        precondition(layer.features.count == file.perimeters.count, "the perimeters of this layer")
        self.file = file
        refusals = file.issues.filter { $0.severity == .error && Self.misplaced.contains($0.code) }
        let hasDates = file.perimeters.contains { $0.validity != nil }
        self.hasDates = hasDates
        features = try zip(layer.features, file.perimeters).map { feature, perimeter in
            var geometry = feature.geometry
            if repairs, let repaired = try perimeter.repaired(geometry, crs: file.crs) {
                geometry = repaired.isEmpty ? .empty : .multiPolygon(repaired)
            }
            return Feature(properties: perimeter.fields(withDates: hasDates), geometry: geometry)
        }
    }

    private static let misplaced: Set = [
        "not_a_polygon", "no_territory", "several_territories", "wrong_grid", "not_finite",
    ]

    /// The bytes of a GeoPackage with the layer `perimeters`, all its shapes multipolygons.
    ///
    /// - Throws: ``GeodesyError`` when the CRS has no definition at hand; ``InterchangeError``.
    public func geoPackage() throws -> [UInt8] {
        let crs = file.crs
        let reference = SpatialReference(
            organization: "EPSG", code: crs.epsg, name: crs.systemName,
            definition: crs == .wgs84 ? "" : try crs.wellKnownText())
        return try GeoPackageWriter.bytes(
            features, layer: "perimeters", columns: Perimeter.columns(withDates: hasDates), reference: reference)
    }

    /// GeoJSON; with a `crs` member unless coordinates are longitude and latitude in WGS 84, which RFC 7946 takes for granted.
    public func geoJSON() -> OutputBuffer {
        var members: JSONObject = [:]
        if file.crs != .wgs84 {
            let name = "urn:ogc:def:crs:EPSG::\(file.crs.epsg)"
            members["crs"] = ["type": "name", "properties": ["name": .string(name)]]
        }
        var writer = GeoJSONWriter(precision: .shortest, members: members)
        for feature in features { writer.append(feature) }
        writer.finish()
        return writer.output
    }
}

extension Perimeter {
    fileprivate static func columns(withDates: Bool) -> [GeoPackageWriter.Column] {
        [
            .init("code", .text), .init("name", .text), .init("kind", .text), .init("vintage", .integer),
            .init("insee_com", .text), .init("lib_com", .text),
        ] + (withDates ? [.init("valid_from", .text), .init("valid_to", .text)] : [])
    }

    /// The fields as they are written, all of them: an unknown one is null.
    fileprivate func fields(withDates: Bool) -> JSONObject {
        var fields: JSONObject = [
            "code": .string(code), "name": .string(name), "kind": .string(kind.rawValue),
            "vintage": vintage.map { JSONValue($0) } ?? .null,
            "insee_com": communeCodes.isEmpty ? .null : .string(communeCodes.joined(separator: ", ")),
            "lib_com": communeNames.isEmpty ? .null : .string(communeNames.joined(separator: ", ")),
        ]
        if withDates {
            fields["valid_from"] = validity?.from.map { .string("\($0)") } ?? .null
            fields["valid_to"] = validity?.to.map { .string("\($0)") } ?? .null
        }
        return fields
    }

    /// The repaired shape in the file's CRS; nil when nothing was repaired.
    fileprivate func repaired(_ original: Geometry, crs: CRS) throws -> MultiPolygon? {
        guard repair != nil, let territory, let area = original.area else { return nil }
        if crs == territory.metricCRS { return shape }
        let projector = try Projector(from: crs, to: territory.metricCRS)
        var known: [Point: Point] = [:]
        area.forEachRing { ring in
            var grid = ring
            projector.project(&grid)
            for (metres, original) in zip(grid, ring) { known[metres] = original }
        }
        func back(_ ring: [Point]) -> [Point] { ring.map { known[$0] ?? projector.inverse($0) ?? $0 } }
        return MultiPolygon(
            polygons: shape.polygons.map { Polygon(exterior: back($0.exterior), holes: $0.holes.map(back)) })
    }
}
