import Foundation
internal import GRDB
public import Interchange
import Planar

/// Writes layers of areas or points into a GeoPackage 1.3, each with its R-tree, as bytes.
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
            /// A number.
            case real = "REAL"
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

    /// A table of features.
    public struct Layer: Sendable {
        /// What its geometries are.
        public enum Geometry: String, Sendable {
            /// Areas, each as a MultiPolygon.
            case areas = "MULTIPOLYGON"
            /// Single points.
            case points = "POINT"
        }

        /// The name of the table: letters, digits and low lines.
        public var name: String
        /// What a person calls it; the name where there is no other.
        public var title: String
        /// What its geometries are.
        public var geometry: Geometry
        /// The columns beside the geometry.
        public var columns: [Column]
        /// The features; one whose geometry is of another type than the layer's has none.
        public var features: [Feature]
        /// How QGIS draws it, in its own language (QML); nil leaves that to QGIS.
        public var style: String?

        /// States a table.
        public init(
            name: String, title: String? = nil, geometry: Geometry = .areas, columns: [Column],
            features: [Feature], style: String? = nil
        ) {
            self.name = name
            self.title = title ?? name
            self.geometry = geometry
            self.columns = columns
            self.features = features
            self.style = style
        }
    }

    /// The name of the geometry's column.
    static let geometryColumn = "geom"
    /// The name of the key, which counts from 1.
    static let keyColumn = "fid"

    /// The bytes of a file of one layer of areas; see ``bytes(_:reference:)``.
    public static func bytes(
        _ features: [Feature], layer: String, columns: [Column], reference: SpatialReference
    ) throws(InterchangeError) -> [UInt8] {
        try bytes([Layer(name: layer, columns: columns, features: features)], reference: reference)
    }

    /// The bytes of a file.
    ///
    /// Features without a geometry of the layer's type have none; an area whose rings are all empty is an empty MultiPolygon. A
    /// property that is null or missing is null. Layers with a style fill the table `layer_styles`, which QGIS reads. O(n log n)
    /// in the features.
    /// - Parameters:
    ///   - layers: tables with names and titles of their own.
    ///   - reference: the system of the coordinates, by a code of the EPSG; x before y whatever its axes.
    /// - Throws: ``InterchangeError`` of kind writeFailed.
    public static func bytes(
        _ layers: [Layer], reference: SpatialReference
    ) throws(InterchangeError) -> [UInt8] {
        do {
            let queue = try DatabaseQueue()
            try queue.inDatabase { db in
                try db.execute(sql: GeoPackageSchema.identity)
                try db.inTransaction {
                    try begin(db, reference)
                    for layer in layers { try fill(db, layer, reference) }
                    try insertStyles(db, layers)
                    return .commit
                }
            }
            return try SQLiteImage.bytes(of: queue)
        } catch {
            let message = (error as? DatabaseError)?.message ?? "\(error)"
            throw InterchangeError(.writeFailed, "SQLite cannot make the GeoPackage: \(message)")
        }
    }

    private static func begin(_ db: Database, _ reference: SpatialReference) throws {
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
    }

    private static func fill(_ db: Database, _ layer: Layer, _ reference: SpatialReference) throws {
        let box = layer.features.reduce(Box.empty) { box, feature in
            geometry(of: feature, in: layer).map { box.union($0.box) } ?? box
        }
        let sides: [Double?] = box.isEmpty ? [nil, nil, nil, nil] : [box.minX, box.minY, box.maxX, box.maxY]
        try db.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', '1970-01-01T00:00:00.000Z', ?, ?, ?, ?, ?)",
            arguments: [layer.name, layer.title] + StatementArguments(sides) + [reference.code])
        try db.execute(
            sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
            arguments: [layer.name, geometryColumn, layer.geometry.rawValue, reference.code])
        try db.execute(
            sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
            arguments: [layer.name, geometryColumn, GeoPackageSchema.rtreeDefinition])
        try insert(db, layer, Int32(reference.code))
        try db.execute(sql: GeoPackageSchema.triggers(layer.name, geometryColumn, keyColumn))
    }

    private static func insert(_ db: Database, _ layer: Layer, _ srs: Int32) throws {
        let fields = layer.columns.map { ", \"\($0.name)\" \($0.kind.rawValue)" }.joined()
        try db.execute(
            sql: """
                CREATE TABLE "\(layer.name)" (
                  "\(keyColumn)" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                  "\(geometryColumn)" \(layer.geometry.rawValue)\(fields)
                );
                CREATE VIRTUAL TABLE "rtree_\(layer.name)_\(geometryColumn)" USING rtree(id, minx, maxx, miny, maxy);
                """)
        let places = String(repeating: ", ?", count: layer.columns.count)
        let insertion = try db.makeStatement(sql: "INSERT INTO \"\(layer.name)\" VALUES (?, ?\(places))")
        let indexing = try db.makeStatement(
            sql: "INSERT INTO \"rtree_\(layer.name)_\(geometryColumn)\" VALUES (?, ?, ?, ?, ?)")
        for (i, feature) in layer.features.enumerated() {
            let geometry = geometry(of: feature, in: layer)
            let blob = geometry.map { DatabaseValue(blob: $0.blob(srs)) } ?? .null
            let cells = layer.columns.map { column -> DatabaseValue in
                guard let value = feature.properties[column.name], value != .null else { return .null }
                switch column.kind {
                case .text: return value.text.databaseValue
                case .integer: return value.integer?.databaseValue ?? .null
                case .real: return value.double?.databaseValue ?? .null
                }
            }
            try insertion.execute(arguments: StatementArguments([(i + 1).databaseValue, blob] + cells))
            if let box = geometry?.box, !box.isEmpty {
                try indexing.execute(arguments: [i + 1, box.minX, box.maxX, box.minY, box.maxY])
            }
        }
    }

    private static func insertStyles(_ db: Database, _ layers: [Layer]) throws {
        guard layers.contains(where: { $0.style != nil }) else { return }
        try db.execute(sql: GeoPackageSchema.styles)
        for layer in layers {
            guard let style = layer.style else { continue }
            try db.execute(
                sql: """
                    INSERT INTO layer_styles
                      (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD,
                       useAsDefault, description, owner, update_time)
                    VALUES ('', '', ?, ?, ?, ?, '', 1, '', '', '1970-01-01T00:00:00.000Z')
                    """,
                arguments: [layer.name, geometryColumn, layer.name, style])
        }
    }

    /// The geometry of a feature, when it is of the layer's type.
    private static func geometry(of feature: Feature, in layer: Layer) -> LayerGeometry? {
        switch (layer.geometry, feature.geometry) {
        case (_, .empty): nil
        case (.points, .point(let point)): .point(point)
        case (.areas, let geometry): geometry.area.map { .area($0) }
        default: nil
        }
    }

    private enum LayerGeometry {
        case area(MultiPolygon)
        case point(Point)

        var box: Box {
            switch self {
            case .area(let area): area.box
            case .point(let point): Box(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
            }
        }

        func blob(_ srs: Int32) -> [UInt8] {
            switch self {
            case .area(let area): GeoPackageGeometry.write(area, srs: srs)
            case .point(let point): GeoPackageGeometry.write(point, srs: srs)
            }
        }
    }
}

extension DatabaseValue {
    fileprivate init(blob: [UInt8]) { self = Data(blob).databaseValue }
}
