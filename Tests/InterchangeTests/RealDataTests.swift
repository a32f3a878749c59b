import Foundation
import Interchange
import Planar
import TestSupport
import Testing

/// The files of real open data, each with its counts.
@Suite("Real data", .enabled(if: RealData.has("data/README.md"), Comment(rawValue: RealData.missing)))
struct RealDataTests {
    struct Table: Sendable, CustomTestStringConvertible {
        let path: String
        let records: Int
        let columns: Int
        let dialect: String
        var testDescription: String { path }

        init(_ path: String, _ records: Int, _ columns: Int, _ dialect: String) {
            (self.path, self.records, self.columns, self.dialect) = (path, records, columns, dialect)
        }
    }

    static let tables = [
        Table("ban-bondy/adresses-93010.csv", 8413, 23, "separator ,, UTF-8, LF"),
        Table("ban-paris75/adresses-75.csv.gz", 158_048, 23, "separator ;, UTF-8, LF"),
        Table("ban-samples/adresses-73-74-sample.csv", 10_000, 23, "separator ;, UTF-8, LF"),
        Table("communes/communes_insee_cog.csv", 37_496, 12, "separator ,, UTF-8, CRLF"),
        Table("communes/laposte_datanova_20250619.csv", 39_201, 8, "separator ,, UTF-8, LF"),
        Table("dpe-nancy-montpellier/derived_dpe_points.csv.gz", 25_996, 13, "separator ,, UTF-8, LF"),
        Table("finess-occitanie/finess_occitanie2.csv", 13_747, 21, "separator ,, UTF-8, LF"),
        Table("hackaviz2021-occitanie/derived_foncier_qp.csv", 28_825, 22, "separator ,, UTF-8, CRLF"),
        Table("metz-sirene/metz-57000-sirene.csv", 4854, 9, "separator ,, UTF-8, CRLF"),
        Table("points/positions.csv", 31_497, 2, "separator ,, UTF-8, CRLF"),
        Table("qpv2015-official/pop_qp_2013.csv", 1514, 8, "separator ;, UTF-8, LF"),
        Table("qpv2024-simplified/unchanged_2015_2024_pairs.csv", 294, 4, "separator ,, UTF-8, CRLF"),
        Table("queries/arcep-bondy-dev.csv", 2691, 6, "separator ;, UTF-8, CRLF"),
        Table("seeds/alias-quartiers.csv", 60, 3, "separator ;, UTF-8, LF"),
        Table("seeds/emh-rues-par-qpv.csv", 19, 4, "separator ;, UTF-8, LF"),
        Table("seeds/thionville-actions-ages.csv", 134, 11, "separator ,, UTF-8, CRLF"),
        Table("seeds/thionville-actions.csv", 52, 33, "separator ,, UTF-8, CRLF"),
        Table("seeds/thionville-tfpb.csv", 51, 15, "separator ,, UTF-8, CRLF"),
        Table("seeds/vivest-operations.csv", 56, 7, "separator ;, UTF-8, CRLF"),
    ]

    @Test("every table is read whole, each record as long as its header", arguments: tables)
    func tableIsRead(_ table: Table) throws {
        let reader = try CSVReader(path: RealData.path("data/" + table.path))
        #expect(reader.dialect.description == table.dialect)
        #expect(reader.header.names.count == table.columns)
        var cells = CSVCells()
        var faults = 0
        while let batch = try reader.nextBatch() {
            batch.forEachRecord(using: &cells) { if $0.count != table.columns { faults += 1 } }
            faults += (0..<batch.count).count { batch.hasInvalidText($0) }
        }
        #expect(reader.recordCount == table.records && faults == 0)
    }

    static let maps: [(path: String, features: Int, vertices: Int)] = [
        ("communes/communes-57-moselle.geojson", 727, 36_629),
        ("communes/communes-93-seine-saint-denis.geojson", 40, 1534),
        ("places/montpellier_quartiers.geojson", 7, 3130),
        ("places/france_services_2021.geojson", 908, 908),
        ("qpv2015-official/derived_qpv2015_all_wgs84.geojson", 1514, 166_938),
        ("qpv2024-bondy/qpv2024_bondy.geojson", 4, 347),
        ("qpv2024-simplified/qpv2024_simplified.geojson", 1609, 81_053),
    ]

    @Test("every map is read whole", arguments: maps)
    func mapIsRead(_ map: (path: String, features: Int, vertices: Int)) throws {
        var vertices = 0
        let source = try ByteSource(path: RealData.path("data/" + map.path))
        let summary = try GeoJSON.forEachFeature(source) { feature in
            #expect(!feature.properties.isEmpty && feature.line > 0)
            for polygon in feature.geometry.area?.polygons ?? [] {
                vertices += polygon.exterior.count + polygon.holes.reduce(0) { $0 + $1.count }
            }
            if case .point = feature.geometry { vertices += 1 }
        }
        #expect(summary.featureCount == map.features && vertices == map.vertices && summary.unclosedRings == 0)
        #expect(summary.crs == nil || summary.crs == "urn:ogc:def:crs:OGC:1.3:CRS84")
    }
}
