import Geodesy
import Interchange
import Perimeters
import Planar
import Provenance
import Tables

/// A file of places as rows of text: a CSV, or the points of a GeoJSON file with their properties.
struct PlaceTable {
    struct Row {
        /// The line of the file, or the number of the feature.
        let line: Int
        let cells: [String]
        /// The position of a point, in ``PlaceTable/pointCRS``; nil in a CSV, and for any other geometry.
        var point: Point?
        /// Whether it has a geometry that is no point.
        var isOtherGeometry = false

        func text(_ column: Int?) -> String {
            column.map { $0 < cells.count ? cells[$0].trimmed : "" } ?? ""
        }
    }

    let source: SourceFile
    let header: [String]
    let rows: [Row]
    /// Whether numbers have a decimal comma.
    let decimalComma: Bool
    /// What the points are in; nil in a CSV.
    let pointCRS: CRS?
    /// What the numbers of rows count.
    var unit: PerimeterLayer.Unit { pointCRS == nil ? .line : .feature }

    /// Reads a file; one whose name ends with `.geojson` or `.json` is GeoJSON, any other a CSV.
    ///
    /// - Parameter crs: what the points of GeoJSON are in, whatever the file says; nil to go by the file.
    init(path: String, crs: CRS? = nil) throws {
        if ["geojson", "json"].contains(path.lowercased().split(separator: ".").last) {
            try self.init(geoJSON: path, crs: crs)
        } else {
            try self.init(csv: path)
        }
    }

    private init(csv path: String) throws {
        let table = try SmallTable(path: path)
        source = table.source
        header = table.header.names
        decimalComma = table.dialect.decimalComma
        rows = table.rows.filter { !$0.isBlank }.map { Row(line: $0.line, cells: $0.cells) }
        pointCRS = nil
    }

    private init(geoJSON path: String, crs: CRS?) throws {
        let bytes = try ByteSource(path: path, inflates: false).readAll()
        source = SourceFile(path: path, sha256: SHA256Digest(of: bytes).hexadecimal)
        let document = try GeoJSON.read(ByteSource(bytes: bytes, name: path))
        if let crs {
            pointCRS = crs
        } else if let name = document.summary.crs {
            guard let known = CRS(name: name) else { throw PerimeterError.unknownCRS(name, file: path) }
            pointCRS = known
        } else {
            pointCRS = .wgs84
        }
        var columns: [String: Int] = [:]
        var names: [String] = []
        for name in document.features.lazy.flatMap(\.properties.names) where columns[name] == nil {
            columns[name] = names.count
            names.append(name)
        }
        header = names
        decimalComma = false
        rows = document.features.enumerated().map { index, feature in
            var cells = [String](repeating: "", count: names.count)
            for member in feature.properties.members { cells[columns[member.name]!] = member.value.text }
            var row = Row(line: index + 1, cells: cells)
            switch feature.geometry {
            case .point(let position): row.point = position
            case .multiPoint(let positions) where Set(positions).count == 1:
                row.point = positions[0]
            case .empty: break
            default: row.isOtherGeometry = true
            }
            return row
        }
    }
}
