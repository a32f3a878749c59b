import Foundation
import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("coverage without any command")
struct CoverageRequestTests {
    private static func request() -> CoverageRequest {
        CoverageRequest(PlaceInput(Samples.path("lieux.csv")), options: .init(distances: [300, 500]))
    }

    @Test("a part each layer, with gaps and chosen sites of the first one")
    func parts() throws {
        var request = Self.request()
        request.findsGaps = true
        request.places.options.categories = ["Pharmacie"]
        request.candidates = request.places.candidates(Samples.path("lieux.csv"))
        request.choose = 2
        let session = Samples.session {
            $0.perimeters = ["perimetres-2024", "perimetres-2015"].map {
                PerimeterSource(Samples.path("\($0).geojson"))
            }
            $0.selection.choice = .vintages([])
        }
        let outcome = try request.run(in: session)
        let parts = outcome.value.findings
        #expect(parts.count == 2)
        #expect(parts[0].gaps?.gaps.isEmpty == false)
        #expect(parts[0].sites?.steps.count == 2)
        #expect(parts[1].gaps == nil)
        #expect(outcome.provenance.value["candidates"]?["rows"]?.integer == 40)
    }

    @Test("the day of the session decides which places are open")
    func day() throws {
        let day = try #require(CalendarDay("2024-06-01"))
        let outcome = try Self.request().run(in: Samples.session { $0.selection.choice = .on(day) })
        #expect(outcome.value.findings[0].coverage.places.date == day)
        #expect(outcome.provenance.value["places"]?["open_on"]?.string == "2024-06-01")
    }

    @Test("areas need no gazetteer when all places have positions")
    func area() throws {
        let folder = try TemporaryFolder()
        var request = Self.request()
        request.places.path = try folder.write("nom;lon;lat\nA;2.2237860;46.1372926\n", to: "places.csv")
        request.subject = .areaOnly
        let outcome = try request.run(in: Samples.session { $0.gazetteer = "/nowhere/ban.qpvg" })
        #expect(outcome.value.findings[0].coverage.population == nil)
    }

    @Test("points in the stead of addresses; columns that are missing")
    func points() async throws {
        let folder = try TemporaryFolder()
        var request = Self.request()
        let path = try folder.write("lon;lat;logements\n2.2237860;46.1372926;4\n", to: "points.csv")
        request.subject = .points(PointInput(path, weight: "logements"))
        let outcome = try request.run(in: Samples.session())
        #expect(outcome.value.findings[0].coverage.population?.rows == 1)
        request.subject = .points(PointInput(path, weight: "habitants"))
        let fault = try #require(await error { _ = try request.run(in: Samples.session()) })
        #expect(fault.subject == .columns(.unknownColumn("habitants", header: ["lon", "lat", "logements"])))
        #expect(fault.place == FilePlace(path, line: 1))
    }

    @Test("gaps and their addresses in one file")
    func outputs() async throws {
        let folder = try TemporaryFolder()
        var request = Self.request()
        (request.gaps, request.gapAddresses) = (folder.path("gaps.csv"), folder.path("gaps.csv"))
        let fault = await error { _ = try request.run(in: Samples.session()) }
        #expect(fault == RequestError(.usage, .outputsMeet(.gapsAndAddresses)))
        request.gapAddresses = folder.path("addresses.csv")
        _ = try request.run(in: Samples.session())
        #expect(FileManager.default.fileExists(atPath: folder.path("gaps.csv.provenance.json")))
        #expect(FileManager.default.fileExists(atPath: folder.path("addresses.csv")))
    }
}
