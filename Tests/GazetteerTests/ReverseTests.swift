import Foundation
import TestSupport
import Testing

@testable import Gazetteer

@Suite("Nearest address")
struct ReverseTests {
    /// Metres between positions in degrees by the haversine formula on a sphere of 6,371 km: off by 0.5 % at most.
    private func metres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
        let (x, y) = ((b.0 - a.0) * .pi / 180, (b.1 - a.1) * .pi / 180)
        let h =
            sin(y / 2) * sin(y / 2) + cos(a.1 * .pi / 180) * cos(b.1 * .pi / 180) * sin(x / 2) * sin(x / 2)
        return 2 * 6_371_000 * asin(h.squareRoot())
    }

    private func check(_ gazetteer: Gazetteer, _ position: (Double, Double), _ message: String) throws {
        let nearest = try #require(gazetteer.nearest(longitude: position.0, latitude: position.1), "\(message)")
        var numbered = Double.infinity
        var any = Double.infinity
        gazetteer.forEachAddress { address in
            let distance = metres(position, (address.longitude, address.latitude))
            if address.number > 0 { numbered = min(numbered, distance) }
            any = min(any, distance)
        }
        let address = try #require(nearest.address)
        let found = metres(position, (address.longitude, address.latitude))
        // The two formulas may prefer another of two that are within their difference of each other.
        #expect(found <= numbered * 1.008 + 0.01, "\(message): \(found) for \(numbered)")
        #expect(abs(nearest.addressDistance - found) <= found * 0.006 + 0.01, "\(message)")
        #expect(abs(nearest.streetDistance - any) <= any * 0.006 + 0.01, "\(message)")
        #expect(nearest.streetDistance <= nearest.addressDistance)
        var own = Double.infinity
        gazetteer.forEachPoint(of: nearest.street.place) { lon, lat, _, _ in
            own = min(own, metres(position, (lon, lat)))
        }
        #expect(own <= any * 1.008 + 0.01, "\(message): \(nearest.street.name)")
    }

    @Test("what is nearest is what measuring every address finds")
    func bruteForce() throws {
        let seed: UInt64 = 3
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let position = (
                Double.random(in: 2.95...4.05, using: &generator), Double.random(in: 46.45...48.05, using: &generator)
            )
            try check(InventedBase.built.gazetteer, position, "seed \(seed), \(position)")
        }
    }

    @Test("every address is nearest to itself, at no distance")
    func itself() throws {
        let gazetteer = InventedBase.built.gazetteer
        gazetteer.forEachAddress { address in
            let nearest = gazetteer.nearest(longitude: address.longitude, latitude: address.latitude)
            #expect(nearest?.streetDistance ?? 1 < 0.001)
            guard address.number > 0 else { return }
            #expect(nearest?.addressDistance ?? 1 < 0.001)
            #expect(nearest?.address?.longitude == address.longitude && nearest?.address?.latitude == address.latitude)
        }
    }

    @Test("a place without numbers is nearest as a place, not as an address")
    func place() throws {
        let nearest = try #require(InventedBase.built.gazetteer.nearest(longitude: 3.0801, latitude: 47.0301))
        #expect(nearest.street.name == "La Grange Rouge" && nearest.streetDistance < 20)
        #expect(nearest.address?.number ?? 0 > 0 && nearest.addressDistance > 500)
    }

    @Test("what is no position has nothing near, and the far side of the world has")
    func positions() {
        let gazetteer = InventedBase.built.gazetteer
        for (x, y) in [(Double.nan, 47.0), (3, .infinity), (181, 0), (0, -91)] {
            #expect(gazetteer.nearest(longitude: x, latitude: y) == nil)
        }
        #expect(gazetteer.nearest(longitude: -179, latitude: -47)?.streetDistance ?? 0 > 5_000_000)
    }

    @Test(
        "the same in Bondy",
        .enabled(if: RealData.has("data/ban-bondy/adresses-93010.csv"), Comment(rawValue: RealData.missing)))
    func bondy() throws {
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(
            inputs: [RealData.path("data/ban-bondy/adresses-93010.csv")], output: folder.path("a.qpvg"))
        let gazetteer = try Gazetteer(path: folder.path("a.qpvg"))
        let seed: UInt64 = 4
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let position = (
                Double.random(in: 2.44...2.52, using: &generator), Double.random(in: 48.88...48.93, using: &generator)
            )
            try check(gazetteer, position, "seed \(seed), \(position)")
        }
    }
}
