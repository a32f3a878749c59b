import Foundation
import Testing

@testable import SampleCommune

@Suite("Lambert-93")
struct Lambert93Tests {
    @Test("has its origin at 3° E, 46.5° N")
    func origin() {
        let point = Lambert93.project(longitude: 3, latitude: 46.5)
        #expect(abs(point.x - 700_000) < 1e-6 && abs(point.y - 6_600_000) < 1e-6)
    }

    @Test("keeps lengths on its two parallels")
    func parallels() {
        for latitude in [44.0, 49.0] {
            let a = Lambert93.project(longitude: 3.0 - 0.005, latitude: latitude)
            let b = Lambert93.project(longitude: 3.0 + 0.005, latitude: latitude)
            let length = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
            let f = 1 / 298.257222101
            let s = sin(latitude * .pi / 180)
            let radius = 6_378_137 / (1 - (2 * f - f * f) * s * s).squareRoot() * (1 - s * s).squareRoot()
            #expect(abs(length - radius * 0.01 * .pi / 180) < 0.001)
        }
    }

    @Test("goes and comes back to a hundredth of a millimetre")
    func roundTrip() {
        for x in stride(from: 100_000.0, through: 1_200_000, by: 50_000) {
            for y in stride(from: 6_100_000.0, through: 7_100_000, by: 50_000) {
                let degrees = Lambert93.unproject(x: x, y: y)
                let back = Lambert93.project(longitude: degrees.longitude, latitude: degrees.latitude)
                #expect(abs(back.x - x) < 1e-5 && abs(back.y - y) < 1e-5)
            }
        }
    }
}
