import Foundation
internal import GRDB
public import Interchange

/// A GeoPackage read from its bytes: its layers of features, and the features of one.
///
/// The bytes are held in memory and never written. For one thread at a time. Source: OGC 12-128r17 (version 1.3); older and
/// newer versions have the tables that are read here too.
public final class GeoPackage {
    /// A table of features.
    public struct Layer: Sendable, Hashable {
        /// The table's name.
        public let name: String
        /// The reference system; nil when the file does not list the one that it names.
        public let reference: SpatialReference?
        fileprivate let geometryColumn: String
    }

    /// The tables of features, in the order of their names.
    public let layers: [Layer]
    private let name: String
    private let queue: DatabaseQueue

    /// Opens the bytes of a file; nil when they are a SQLite database, but not a GeoPackage.
    ///
    /// - Parameter name: the name to say in errors.
    /// - Throws: ``InterchangeError`` of kind badData.
    public init?(bytes: [UInt8], name: String) throws(InterchangeError) {
        self.name = name
        do {
            queue = try SQLiteImage.open(bytes)
            guard let layers = try queue.inDatabase(Self.layers) else { return nil }
            self.layers = layers
        } catch {
            throw Self.fault(error, name)
        }
    }

    /// The features of a layer in the order of the table: all columns but the geometry as properties, numbered from 1 as lines.
    ///
    /// Linear in the bytes.
    /// - Throws: ``InterchangeError`` of kind badData, with the number of the feature at fault.
    public func features(of layer: Layer) throws(InterchangeError) -> [Feature] {
        do {
            return try queue.inDatabase { db in
                var features: [Feature] = []
                let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(layer.name.quotedDatabaseIdentifier)")
                while let row = try rows.next() { features.append(try feature(row, layer, features.count + 1)) }
                return features
            }
        } catch {
            throw Self.fault(error, name)
        }
    }

    private func feature(_ row: Row, _ layer: Layer, _ number: Int) throws(InterchangeError) -> Feature {
        var feature = Feature(geometry: .empty, line: number)
        for (column, value) in row {
            guard column.lowercased() == layer.geometryColumn.lowercased() else {
                feature.properties.members.append(.init(column, value.json))
                continue
            }
            switch value.storage {
            case .null: break
            case .blob(let blob):
                let geometry = blob.withUnsafeBytes { bytes in
                    Result { () throws(WKBFault) in try GeoPackageGeometry.read(bytes) }
                }
                switch geometry {
                case .success(let read): (feature.geometry, feature.unclosedRings) = read
                case .failure(let fault): feature.fault = fault.message
                }
            default: throw InterchangeError(.badData, "feature \(number) of \(layer.name) has no geometry", file: name)
            }
        }
        return feature
    }

    /// The layers; nil without the tables of a GeoPackage.
    private static func layers(_ db: Database) throws -> [Layer]? {
        let tables = try Row.fetchAll(
            db,
            sql: """
                SELECT count(*) FROM sqlite_master
                WHERE name IN ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')
                """)
        guard tables.first?.first?.1.text == "3" else { return nil }
        let references = try references(db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c
                JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
                WHERE c.data_type = 'features' ORDER BY c.table_name, g.column_name
                """)
        return rows.compactMap { row in
            let cells = row.map { $0.1.text }
            guard let table = cells[0], let column = cells[1] else { return nil }
            return Layer(name: table, reference: cells[2].flatMap { references[$0] }, geometryColumn: column)
        }
    }

    /// The reference systems by the identifier that the file has for them.
    private static func references(_ db: Database) throws -> [String: SpatialReference] {
        var references: [String: SpatialReference] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM gpkg_spatial_ref_sys") {
            let cells = Dictionary(row.map { ($0.0.lowercased(), $0.1.text ?? "") }) { first, _ in first }
            // An extension holds the definition in WKT 2 beside the one in WKT 1, which may be missing then.
            var definition = cells["definition"] ?? "undefined"
            if definition == "undefined", let newer = cells["definition_12_063"], !newer.isEmpty { definition = newer }
            references[cells["srs_id"] ?? ""] = SpatialReference(
                organization: cells["organization"] ?? "", code: Int(cells["organization_coordsys_id"] ?? "") ?? 0,
                name: cells["srs_name"] ?? "", definition: definition)
        }
        return references
    }

    private static func fault(_ error: any Error, _ name: String) -> InterchangeError {
        if let error = error as? InterchangeError { return error }
        let message = (error as? DatabaseError)?.message ?? "\(error)"
        return InterchangeError(.badData, "the GeoPackage cannot be read: \(message)", file: name)
    }
}

extension DatabaseValue {
    /// The value as a person reads it; nil for null and for bytes.
    fileprivate var text: String? {
        switch storage {
        case .null, .blob: nil
        case .int64(let value): String(value)
        case .double(let value): JSONValue(value).text
        case .string(let text): text
        }
    }

    /// The value as the property of a feature; bytes have none.
    fileprivate var json: JSONValue {
        switch storage {
        case .null, .blob: .null
        case .int64(let value): .number(String(value))
        case .double(let value): JSONValue(value)
        case .string(let text): .string(text)
        }
    }
}
