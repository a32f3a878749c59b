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
        guard longitude.isFinite, latitude.isFinite else { return [] }
        // Most communes are small: a narrow band of latitudes will do, a wide one is searched where they are large.
        for reach in [0.2, 0.6] {
            let found = near(longitude, latitude, within: reach)
            guard let first = found.first else { continue }
            let limit = 2 * first.metres + 3_000
            if limit > reach * degree, reach < 0.6 { continue }
            return found.prefix { $0.metres <= limit }.map { lines[Int($0.line)].field(0) }
        }
        return []
    }

    /// Metres of a degree of latitude.
    private static let degree = 111_320.0

    /// The centres within so many degrees of latitude, nearest first.
    private static func near(_ longitude: Double, _ latitude: Double, within reach: Double) -> [(
        metres: Double, line: Int32
    )] {
        let width = cos(latitude * .pi / 180) * degree
        var low = 0, high = centres.count
        while low < high {
            let middle = (low + high) / 2
            if centres[middle].latitude < latitude - reach { low = middle + 1 } else { high = middle }
        }
        var found: [(metres: Double, line: Int32)] = []
        while low < centres.count, centres[low].latitude <= latitude + reach {
            let centre = centres[low]
            low += 1
            let dx = (centre.longitude - longitude) * width
            guard abs(dx) < reach * degree else { continue }
            let dy = (centre.latitude - latitude) * degree
            found.append(((dx * dx + dy * dy).squareRoot(), centre.line))
        }
        found.sort { ($0.metres, $0.line) < ($1.metres, $1.line) }
        return found
    }

    private struct Centre {
        let latitude: Double
        let longitude: Double
        let line: Int32
    }

    /// The centres of the communes, arrondissements instead of their city, by latitude.
    private static let centres: [Centre] = {
        var centres: [Centre] = []
        for (place, line) in lines.enumerated() {
            let pair = line.field(3).split(separator: " ").compactMap { Double($0) }
            guard pair.count == 2, arrondissements(of: line.field(0)).isEmpty else { continue }
            centres.append(Centre(latitude: pair[0] / 100, longitude: pair[1] / 100, line: Int32(place)))
        }
        return centres.sorted { ($0.latitude, $0.line) < ($1.latitude, $1.line) }
    }()
}
