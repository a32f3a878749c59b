#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension CommuneTable {
    /// The communes that a position may lie in, nearest centre first; empty far from all of them.
    ///
    /// The table has centres, not borders. So these are all communes whose centre is at most twice as far as the nearest one and
    /// 3 km more: a commune much larger than its neighbours may be missed.
    ///
    /// - Parameters:
    ///   - longitude: degrees, WGS 84.
    ///   - latitude: degrees, WGS 84.
    public static func near(longitude: Double, latitude: Double) -> [String] {
        guard abs(longitude) <= 180, abs(latitude) <= 90 else { return [] }
        // Most communes are small: the cells around will do, more of them are looked at where communes are large.
        let width = cos(latitude * .pi / 180) * degree
        for reach in 1...6 {
            var found: [(metres: Double, line: Int32)] = []
            let (row, column) = cell(longitude, latitude)
            for y in row - reach...row + reach {
                for x in column - reach...column + reach {
                    for centre in grid[y * 10_000 + x] ?? [] {
                        let dx = (centre.longitude - longitude) * width
                        let dy = (centre.latitude - latitude) * degree
                        found.append(((dx * dx + dy * dy).squareRoot(), centre.line))
                    }
                }
            }
            guard let first = found.map(\.metres).min() else { continue }
            let limit = 2 * first + 3_000
            // Centres that near are all in these cells.
            if limit > Double(reach) * 0.1 * width, reach < 6 { continue }
            return found.filter { $0.metres <= limit }.sorted { ($0.metres, $0.line) < ($1.metres, $1.line) }
                .map { lines[Int($0.line)].field(0) }
        }
        return []
    }

    /// Metres of a degree of latitude.
    private static let degree = 111_320.0

    /// The cell of a tenth of a degree.
    private static func cell(_ longitude: Double, _ latitude: Double) -> (row: Int, column: Int) {
        (Int((latitude * 10).rounded(.down)), Int((longitude * 10).rounded(.down)))
    }

    private struct Centre {
        let latitude: Double
        let longitude: Double
        let line: Int32
    }

    /// The centres of the communes by cell, arrondissements instead of their city.
    private static let grid: [Int: [Centre]] = {
        var grid: [Int: [Centre]] = [:]
        for (place, line) in lines.enumerated() {
            let pair = line.field(3).split(separator: " ").compactMap { Double($0) }
            guard pair.count == 2, arrondissements(of: line.field(0)).isEmpty else { continue }
            let centre = Centre(latitude: pair[0] / 100, longitude: pair[1] / 100, line: Int32(place))
            let (row, column) = cell(centre.longitude, centre.latitude)
            grid[row * 10_000 + column, default: []].append(centre)
        }
        return grid
    }()
}
