import Foundation
import Planar
import TestSupport
import Testing

@testable import Geodesy

/// Positions with their grid coordinates and scale, computed by pyproj 3.7.2 with PROJ 9.5.1 and its database.
let knownPoints: [(territory: Territory, longitude: Double, latitude: Double, x: Double, y: Double, scale: Double)] = [
    (.metropole, 2.352222, 48.856614, 652470.6496478, 6862036.8028554, 0.999892596),
    (.metropole, -4.486076, 48.390394, 146634.6841392, 6836261.4945467, 0.999588563),
    (.metropole, 7.752111, 48.573405, 1050363.4719549, 6840900.2508300, 0.999699695),
    (.metropole, 9.450881, 42.697283, 1228642.7385025, 6199125.3583325, 1.001220767),
    (.metropole, 2.376776, 51.034368, 656185.8019633, 7104469.3694330, 1.002244080),
    (.metropole, 6.177417, 49.119308, 931900.7671938, 6895722.0961686, 1.000094381),
    (.antilles, -61.534042, 16.2411, 656670.2050449, 1796165.4549092, 0.999903538),
    (.antilles, -61.068, 14.61, 708110.7517463, 1616076.2732897, 1.000135712),
    (.antilles, -63.0845, 18.0675, 491058.0155247, 1997655.5509032, 0.999600989),
    (.guyane, -52.326, 4.9224, 352976.9495737, 544232.5217990, 0.999867560),
    (.guyane, -54.03, 5.5, 164224.0710785, 608785.5375932, 1.000995798),
    (.reunion, 55.448, -20.882, 338561.2249300, 7690132.1608853, 0.999922087),
    (.reunion, 55.2925, -20.94, 322451.0281065, 7683546.9923894, 0.999989578),
    (.mayotte, 45.228, -12.7808, 524746.2089406, 8587093.6849147, 0.999607575),
    (.saintPierreEtMiquelon, -56.173, 46.7786, 563132.2646463, 5180893.2374922, 0.999648988),
    (.polynesie, -149.566, -17.5516, 227602.6960768, 8057582.6949060, 1.000517519),
    (.polynesie, -149.77, -17.5, 205850.1878904, 8062992.2289627, 1.000669944),
    (.nouvelleCaledonie, 166.4572, -22.2755, 447118.9886089, 214067.3602402, 0.999985884),
    (.wallisEtFutuna, -176.173, -13.283, 589581.1044764, 8531419.4826864, 0.999699267),
]

/// Lambert-93 by the formulas and constants that IGN publishes (notes NTG 71 and ALG 0001, 0003), written out.
enum Lambert93 {
    static let e = 0.08181919112
    static let n = 0.7256077650
    static let c = 11_754_255.426
    static let xs = 700_000.0
    static let ys = 12_655_612.050

    static func project(_ longitude: Double, _ latitude: Double) -> Point {
        let phi = latitude * .pi / 180
        let isometric = atanh(sin(phi)) - e * atanh(e * sin(phi))
        let radius = c * exp(-n * isometric)
        let gamma = n * (longitude - 3) * .pi / 180
        return Point(x: xs + radius * sin(gamma), y: ys - radius * cos(gamma))
    }
}

@Suite("Known points")
struct KnownPointsTests {
    @Test("grid coordinates of places of every territory", arguments: knownPoints.indices)
    func known(_ index: Int) throws {
        let known = knownPoints[index]
        let projector = try Projector(from: .wgs84, to: known.territory.metricCRS)
        let point = try #require(projector.project(Point(x: known.longitude, y: known.latitude)))
        #expect(abs(point.x - known.x) < 1e-6 && abs(point.y - known.y) < 1e-6)
        let scale = try #require(projector.scaleFactor(at: Point(x: known.longitude, y: known.latitude)))
        #expect(abs(scale - known.scale) < 2e-9)
        #expect(Territory.containing(longitude: known.longitude, latitude: known.latitude) == known.territory)
    }

    @Test("the other systems of the table at one place")
    func others() throws {
        let paris = Point(x: 2.352222, y: 48.856614)
        let guadeloupe = Point(x: -61.534042, y: 16.2411)
        let cases: [(Int, Point, Double, Double)] = [
            (3857, paris, 261848.1552727, 6250566.7182382), (3949, paris, 1652469.4964123, 8184258.4120854),
            (3035, paris, 3760773.6278522, 2889486.1840962), (4171, paris, 2.352222, 48.856614),
            (32620, guadeloupe, 656670.2050447, 1796165.4549661), (4559, guadeloupe, 656670.2050449, 1796165.4549092),
        ]
        for (code, place, x, y) in cases {
            let point = try #require(Projector(from: .wgs84, to: CRS(known: code)).project(place))
            #expect(abs(point.x - x) < 1e-6 && abs(point.y - y) < 1e-6, "EPSG:\(code): \(point)")
        }
    }

    @Test("Lambert-93 agrees with the formulas of IGN within the millimetre of their constants")
    func lambert93() throws {
        let projector = try Projector(from: .wgs84, to: .lambert93)
        let seed: UInt64 = 93
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let longitude = Double.random(in: -5.3...9.8, using: &generator)
            let latitude = Double.random(in: 41.2...51.3, using: &generator)
            let here = try #require(projector.project(Point(x: longitude, y: latitude)))
            let formula = Lambert93.project(longitude, latitude)
            #expect(
                abs(here.x - formula.x) < 2e-3 && abs(here.y - formula.y) < 2e-3, "seed \(seed): \(here) \(formula)")
        }
    }

    @Test(
        "x and y of the address base are its longitude and latitude in Lambert-93, to 7 mm",
        .enabled(if: RealData.has("data/ban-paris75/adresses-75.csv.gz"), Comment(rawValue: RealData.missing)))
    func addressBase() throws {
        let text = try gunzip(RealData.path("data/ban-paris75/adresses-75.csv.gz"))
        let lines = text.split(separator: "\n")
        let header = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let columns = try ["x", "y", "lon", "lat"].map { try #require(header.firstIndex(of: $0)) }
        var grid: [Point] = []
        var degrees: [Point] = []
        for line in lines.dropFirst() {
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            let values = columns.compactMap { Double(cells[$0]) }
            guard values.count == 4 else { continue }
            grid.append(Point(x: values[0], y: values[1]))
            degrees.append(Point(x: values[2], y: values[3]))
        }
        #expect(grid.count > 150_000)
        let projector = try Projector(from: .wgs84, to: .lambert93)
        var projected = degrees
        projector.project(&projected)
        // Half a centimetre in each of x and y: they are rounded to two decimals.
        let worst = zip(grid, projected).map { hypot($0.x - $1.x, $0.y - $1.y) }.max() ?? .infinity
        #expect(worst < 0.0072)
        var back = grid
        projector.inverse(&back)
        #expect(zip(back, degrees).allSatisfy { abs($0.x - $1.x) < 1e-7 && abs($0.y - $1.y) < 1e-7 })
        let checker = try CoordinateChecker(declared: .lambert93)
        #expect(grid.allSatisfy { checker.check($0) == .fine(.metropole) })
    }

    private func gunzip(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
