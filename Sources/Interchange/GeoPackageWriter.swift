import Foundation
internal import GRDB
import Planar

/// Writes areas into a GeoPackage 1.3 with one layer and its R-tree, as bytes.
///
/// Coordinates are written to their last bit, rings as they are. The same features give the same bytes with the same
/// version of SQLite: `last_change`, which is meant for the clock, is the beginning of 1970.
public enum GeoPackageWriter {
    /// A column beside the geometry.
    public struct Column: Sendable {
        /// What its cells are.
        public enum Kind: String, Sendable {
            /// Text of any length.
            case text = "TEXT"
            /// A whole number.
            case integer = "INTEGER"
        }

        /// The name: letters, digits and low lines.
        public let name: String
        /// What its cells are.
        public let kind: Kind

        /// Names a column.
        public init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// The name of the geometry's column.
    static let geometryColumn = "geom"
    /// The name of the key, which counts from 1.
    static let keyColumn = "fid"

    /// The bytes of a file.
    ///
    /// Features without an area have no geometry; one whose rings are all empty is an empty MultiPolygon. A property
    /// that is null or missing is null. O(n log n) in the features.
    /// - Parameters:
    ///   - layer: the name of the table: letters, digits and low lines.
    ///   - reference: the system of the coordinates, by a code of the EPSG; x before y whatever its axes.
    /// - Throws: ``InterchangeError`` of kind writeFailed.
    public static func bytes(
        _ features: [GeoJSONFeature], layer: String, columns: [Column], reference: SpatialReference
    ) throws(InterchangeError) -> [UInt8] {
        do {
            let queue = try DatabaseQueue()
            try queue.inDatabase { db in
                try db.execute(sql: GeoPackageSchema.identity)
                try db.inTransaction {
                    try fill(db, features, layer, columns, reference)
                    return .commit
                }
            }
            return try SQLiteImage.bytes(of: queue)
        } catch {
            let message = (error as? DatabaseError)?.message ?? "\(error)"
            throw InterchangeError(.writeFailed, "SQLite cannot make the GeoPackage: \(message)")
        }
    }

    private static func fill(
        _ db: Database, _ features: [GeoJSONFeature], _ layer: String, _ columns: [Column],
        _ reference: SpatialReference
    ) throws {
        try db.execute(sql: GeoPackageSchema.tables)
        var references = GeoPackageSchema.references
        if !references.contains(where: { $0.id == reference.code }) { references.append((reference.code, reference)) }
        for (id, reference) in references {
            try db.execute(
                sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
                arguments: [
                    reference.name, id, reference.organization, reference.code, reference.definition,
                ])
        }
        let box = features.reduce(Box.empty) { box, feature in
            feature.geometry.area.map { box.union($0.box) } ?? box
        }
        let sides: [Double?] = box.isEmpty ? [nil, nil, nil, nil] : [box.minX, box.minY, box.maxX, box.maxY]
        try db.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', '1970-01-01T00:00:00.000Z', ?, ?, ?, ?, ?)",
            arguments: [layer, layer] + StatementArguments(sides) + [reference.code])
        try db.execute(
            sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)",
            arguments: [layer, geometryColumn, reference.code])
        try db.execute(
            sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
            arguments: [layer, geometryColumn, GeoPackageSchema.rtreeDefinition])
        try insert(db, features, layer, columns, Int32(reference.code))
        try db.execute(sql: GeoPackageSchema.triggers(layer, geometryColumn, keyColumn))
    }

    private static func insert(
        _ db: Database, _ features: [GeoJSONFeature], _ layer: String, _ columns: [Column], _ srs: Int32
    ) throws {
        let fields = columns.map { ", \"\($0.name)\" \($0.kind.rawValue)" }.joined()
        try db.execute(
            sql: """
                CREATE TABLE "\(layer)" (
                  "\(keyColumn)" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "\(geometryColumn)" MULTIPOLYGON\(fields)
                );
                CREATE VIRTUAL TABLE "rtree_\(layer)_\(geometryColumn)" USING rtree(id, minx, maxx, miny, maxy);
                """)
        let places = String(repeating: ", ?", count: columns.count)
        let insertion = try db.makeStatement(sql: "INSERT INTO \"\(layer)\" VALUES (?, ?\(places))")
        let indexing = try db.makeStatement(
            sql: "INSERT INTO \"rtree_\(layer)_\(geometryColumn)\" VALUES (?, ?, ?, ?, ?)")
        for (i, feature) in features.enumerated() {
            let isThere = if case .empty = feature.geometry { false } else { true }
            let area = isThere ? feature.geometry.area : nil
            let blob = area.map { DatabaseValue(blob: GeoPackageGeometry.write($0, srs: srs)) } ?? .null
            let cells = columns.map { column -> DatabaseValue in
                guard let value = feature.properties[column.name], value != .null else { return .null }
                switch column.kind {
                case .text: return value.text.databaseValue
                case .integer: return value.integer?.databaseValue ?? .null
                }
            }
            try insertion.execute(arguments: StatementArguments([(i + 1).databaseValue, blob] + cells))
            if let box = area?.box, !box.isEmpty {
                try indexing.execute(arguments: [i + 1, box.minX, box.maxX, box.minY, box.maxY])
            }
        }
    }
}

extension DatabaseValue {
    fileprivate init(blob: [UInt8]) { self = Data(blob).databaseValue }
}
