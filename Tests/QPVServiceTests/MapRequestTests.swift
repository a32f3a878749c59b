import Foundation
import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("maps without any command")
struct MapRequestTests {
    private static let audited = """
        nom;qpv_verdict;qpv_code;qpv_nearest_code;longitude;latitude
        A;inside;QN09903I;QN09903I;2.2237860;46.1372926
        B;outside;;QN09903I;2.2238080;46.1370844

        """

    @Test("perimeters, rows and places in one document")
    func map() throws {
        let folder = try TemporaryFolder()
        var request = MapRequest()
        request.rows = .init(Samples.table(Self.audited))
        request.rows?.points = true
        request.places = PlaceInput(Samples.path("lieux.csv"), isConfigurable: false)
        request.distances = [300]
        request.outputs = try [folder.path("map.html"), folder.path("map.geojson")].map {
            try #require(MapRequest.Output($0))
        }
        let outcome = try request.run(in: Samples.session())
        #expect(outcome.value.layers.count == 4)
        #expect(outcome.notes.last == .pointsPublished)
        #expect(outcome.provenance.value["audited"]?["sha256"]?.string?.count == 64)
        #expect(outcome.provenance.value["parameters"]?["within_m"]?.array?.count == 1)
        let page = try String(contentsOfFile: folder.path("map.html"), encoding: .utf8)
        #expect(page.contains("Bois Feint"))
        let written = try Data(contentsOf: URL(fileURLWithPath: folder.path("map.geojson")))
        #expect(Array(written) == outcome.value.geoJSON().bytes)
    }

    @Test("a verdict that cannot be read is noted with its line")
    func unreadable() throws {
        var request = MapRequest()
        request.rows = .init(Samples.table(Self.audited.replacing("outside", with: "dehors")))
        let outcome = try request.run(in: Samples.session())
        #expect(outcome.notes.contains(.rowsUnreadable(FilePlace("rows.csv", line: 3))))
    }

    @Test("the end of a path names the format")
    func formats() {
        #expect(MapRequest.Output("a.HTM")?.format == .page)
        #expect(MapRequest.Output("a.gpkg")?.format == .geoPackage)
        #expect(MapRequest.Output("a.csv") == nil)
    }

    @Test("places that a map cannot draw")
    func places() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a;b\n1;2\n", to: "places.csv")
        var request = MapRequest()
        request.places = PlaceInput(path, isConfigurable: false)
        let fault = await error { _ = try request.run(in: Samples.session()) }
        #expect(fault == RequestError(.badData, .noPlaceColumns, at: FilePlace(path, line: 1)))
    }
}
