import Foundation
import Interchange
import TestSupport
import Testing

/// The files of real open data, each with its count.
@Suite("Real data")
struct RealDataTests {
    static let tables: [(path: String, records: Int, columns: Int, delimiter: String)] = [
        ("data/ban-bondy/adresses-93010.csv", 8413, 23, ","),
        ("data/ban-paris75/adresses-75.csv.gz", 158_048, 23, ";"),
        ("data/ban-samples/adresses-73-74-sample.csv", 10_000, 23, ";"),
        ("data/metz-sirene/metz-57000-sirene.csv", 4854, 9, ","),
        ("data/points/positions.csv", 31_497, 2, ","),
        ("data/dpe-nancy-montpellier/derived_dpe_points.csv.gz", 25_996, 13, ","),
        ("data/hackaviz2021-occitanie/derived_foncier_qp.csv", 28_825, 22, ","),
    ]

    @Test("every CSV of the real data is read whole, each record as long as its header")
    func tablesAreRead() throws {
        let folder = RealData.path("data")
        var read = 0
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() where name.hasSuffix(".csv") || name.hasSuffix(".csv.gz") {
            let reader = try CSVReader(path: folder + "/" + name)
            var cells = CSVCells()
            var ragged = 0
            while let batch = try reader.nextBatch() {
                batch.forEachRecord(using: &cells) { if $0.count != reader.header.names.count { ragged += 1 } }
            }
            print(name, reader.recordCount, reader.header.names.count, reader.dialect, ragged, reader.header.duplicates, reader.blankLines)
            read += 1
        }
        #expect(read >= 15)
    }
}
