import Foundation
internal import GRDB
public import Interchange

/// A GeoPackage read from its bytes: its layers of features, and the features of one.
///
/// The bytes are held in memory and never written. Only tables are read, never a view, so that no query of the file's own runs.
/// For one thread at a time. Source: OGC 12-128r17 (version 1.3); older and
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
    /// The layers whose rows a query makes (views): they are not read.
    public let views: [String]
    private let name: String
    /// What is left of the bytes that reading may give: a sound file gives each of its bytes once for each time it is read.
    private var bytesLeft: Int
    private let queue: DatabaseQueue

    /// Opens the bytes of a file; nil when they are a SQLite database, but not a GeoPackage.
    ///
    /// - Parameter name: the name to say in errors.
    /// - Throws: ``InterchangeError`` of kind badData.
    public init?(bytes: [UInt8], name: String) throws(InterchangeError) {
        self.name = name
        bytesLeft = 64 * bytes.count
        do {
            queue = try SQLiteImage.open(bytes)
            guard let found = try queue.inDatabase({ try Self.layers($0, name) }) else { return nil }
            (layers, views) = found
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
                let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(Self.quoted(layer.name))")
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
            bytesLeft -= value.byteCount
            guard bytesLeft >= 0 else {
                throw InterchangeError(
                    .badData, "the tables hold more than the file has room for: it is damaged", file: name)
            }
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

    /// A name as SQL has it, whatever its characters.
    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    /// The tables and the views of the file by their names in lower case, as statements make them.
    private static func kinds(_ db: Database, _ name: String) throws -> [String: SQLiteStatement] {
        var kinds: [String: SQLiteStatement] = [:]
        var pages: Set<Int64> = []
        for row in try Row.fetchAll(db, sql: "SELECT name, sql, rootpage FROM sqlite_master WHERE sql IS NOT NULL") {
            guard let table = row["name"] as String?, let sql = row["sql"] as String? else { continue }
            let kind = SQLiteStatement(sql)
            if kind != .other || sql.lowercased().hasPrefix("create view") { kinds[table.lowercased()] = kind }
            // Each table has pages of its own.
            if let page = row["rootpage"] as Int64?, page > 0, !pages.insert(page).inserted {
                throw InterchangeError(.badData, "two tables of the file share their pages: it is damaged", file: name)
            }
        }
        return kinds
    }

    /// The layers; nil without the tables of a GeoPackage.
    private static func layers(_ db: Database, _ name: String) throws -> ([Layer], [String])? {
        let kinds = try kinds(db, name)
        let needed = ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"]
        guard needed.allSatisfy({ kinds[$0] != nil }) else { return nil }
        if let made = needed.first(where: { kinds[$0] != .table }) {
            throw InterchangeError(.badData, "\(made) is no table of the file: a query makes its rows", file: name)
        }
        let references = try references(db)
        var columns: [String: (column: String, reference: String?)] = [:]
        for row in try Row.fetchAll(
            db, sql: "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY column_name")
        {
            let cells = row.map { $0.1.text }
            guard let table = cells[0]?.lowercased(), let column = cells[1], columns[table] == nil else { continue }
            columns[table] = (column, cells[2])
        }
        var layers: [Layer] = []
        var views: [String] = []
        var known: Set<String> = []
        let features = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name"
        for row in try Row.fetchAll(db, sql: features) {
            guard let table = row.first?.1.text, let place = columns[table.lowercased()],
                known.insert(table.lowercased()).inserted
            else { continue }
            if kinds[table.lowercased()] == .table || kinds[table.lowercased()] == nil {
                layers.append(
                    Layer(
                        name: table, reference: place.reference.flatMap { references[$0] }, geometryColumn: place.column
                    ))
            } else {
                views.append(table)
            }
        }
        return (layers, views)
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
    /// About how many bytes it takes in the file.
    fileprivate var byteCount: Int {
        switch storage {
        case .null, .int64, .double: 1
        case .string(let text): text.utf8.count + 1
        case .blob(let blob): blob.count + 1
        }
    }

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
