import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@Suite("The nearest places against tables made with another program")
struct NearestTruthTests {
    private static let truth = "evalgeo/truth/"
    private static let ban = "data/ban-paris75/adresses-75.csv.gz"

    @Test(
        "addresses of Paris and 1,000 places: the nearest of 158,048, the five nearest of 5,000",
        .enabled(
            if: RealData.has(ban, truth + "facilities_1000.csv", truth + "knn5_ban75_sample5000.csv"),
            Comment(rawValue: RealData.missing)))
    func paris() throws {
        let places = try Places(path: RealData.path(Self.truth + "facilities_1000.csv")) { nil }
        // The table was made with all rows: two of one position are two.
        let search = NearestPlaces(atlas: .empty, places: places, count: 5, gazetteer: nil)
        let projector = try Projector(from: .wgs84, to: .lambert93)
        var positions: [String: Point] = [:]
        let reader = try CSVReader(path: RealData.path(Self.ban))
        let names = ColumnNames(reader.header.names)
        let (id, lon, lat) = (
            try names.column(named: "id"), try names.column(named: "lon"), try names.column(named: "lat")
        )
        var cells = CSVCells()
        while let batch = try reader.nextBatch() {
            batch.forEachRecord(using: &cells) { record in
                guard let x = Double(record.text(lon)), let y = Double(record.text(lat)) else { return }
                positions[record.text(id)] = projector.project(Point(x: x, y: y))
            }
        }
        for (file, count) in [("knn5_ban75_sample5000.csv", 5), ("knn_ban75_1000.csv.gz", 1)] {
            let table = try CSVReader(path: RealData.path(Self.truth + file))
            var rows = 0
            while let batch = try table.nextBatch() {
                batch.forEachRecord(using: &cells) { record in
                    guard let p = positions[record.text(0)] else { return }
                    rows += 1
                    let found = search.nearest(to: p, in: .metropole)
                    for rank in 0..<count {
                        let isSame = places.items[found[rank].item].id == record.text(1 + rank)
                        let distance = Double(record.text(1 + count + rank))!
                        if !isSame || abs(found[rank].distance - distance) > 1e-4 {
                            // Another place is an answer only where it is as near.
                            #expect(abs(found[rank].distance - distance) <= 1e-4, "\(record.text(0)) \(rank)")
                        }
                    }
                }
            }
            #expect(rows == (count == 5 ? 5000 : 158_048))
        }
    }
}
