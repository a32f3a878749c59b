import Foundation
import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("errors as fields")
struct RequestErrorTests {
    @Test("columns that are missing: kind, file, line, what the file has, and what helps")
    func columns() async throws {
        let error = try #require(
            await error {
                _ = try await AuditRequest(Samples.table("a;b\n1;2\n")).run(
                    in: Samples.session(), to: .sink { _ in })
            })
        #expect(error.kind == .badData)
        #expect(error.subject == .columns(.noAddressColumns(header: ["a", "b"])))
        #expect(error.file == "rows.csv")
        #expect(error.line == 1)
        #expect(error.remedies == [.nameAddressColumns, .nameCoordinateColumns])
    }

    @Test("a file that is not there")
    func missing() async throws {
        let error = try #require(
            await error {
                _ = try CheckRequest(.position(longitude: 2, latitude: 46)).run(
                    in: Samples.session { $0.perimeters = [PerimeterSource("/nowhere/qpv.geojson")] })
            })
        #expect(error.kind == .missingInput)
        #expect(error.file == "/nowhere/qpv.geojson")
    }

    @Test("a quote that is never closed: line and column")
    func quote() async throws {
        let error = try #require(
            await error {
                _ = try await GeocodeRequest(Samples.table("adresse;commune\n\"3 rue;Ici\n")).run(
                    in: Samples.session(), to: .sink { _ in })
            })
        #expect(error.kind == .badData)
        #expect(error.line == 2)
        #expect(error.column == 1)
    }

    @Test("an output that is an input")
    func output() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Samples.rows, to: "rows.csv")
        let error = try #require(
            await error {
                _ = try await AuditRequest(TableInput(.file(path))).run(in: Samples.session(), to: .file(path))
            })
        #expect(error == RequestError(.usage, .outputReplacesInput, at: FilePlace(path)))
    }

    @Test("neither data nor sample: what was looked for")
    func noData() async throws {
        let options = SessionOptions(data: DataFolder(folder: "/nowhere"))
        let error = try #require(await error { _ = try Session(options).gazetteer() })
        #expect(error.kind == .missingInput)
        #expect(error.subject == .noData(.gazetteer, installed: "/nowhere/ban.qpvg", sample: "adresses.csv"))
    }

    @Test("a CRS that is not known asks for the CRS of that file")
    func crs() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:1"}},"features":[]}
            """, to: "qpv.geojson")
        let error = try #require(
            await error {
                _ = try CheckRequest(.position(longitude: 2, latitude: 46)).run(
                    in: Samples.session { $0.perimeters = [PerimeterSource(path)] })
            })
        #expect(error.remedies == [.stateCRS(of: .perimeters)])
        #expect(error.file == path)
        // Nobody can state the CRS of catchments.
        var coverage = CoverageRequest(PlaceInput(Samples.path("lieux.csv")), options: .init(distances: [300]))
        coverage.catchments = .init(path)
        let other = try #require(await QPVServiceTests.error { _ = try coverage.run(in: Samples.session()) })
        #expect(other.remedies == [.giveDegrees])
        #expect(other.file == path)
    }

    @Test("an output that would stay empty is refused, not forgotten")
    func forgotten() async throws {
        var compare = CompareRequest(
            .init(Samples.path("perimetres-2015.geojson")), .init(Samples.path("perimetres-2024.geojson")))
        compare.rows = Samples.table()
        let compared = await error { _ = try await compare.run(in: Samples.session()) }
        #expect(compared?.subject == .rowsWithoutOutput)
        var coverage = CoverageRequest(PlaceInput(Samples.path("lieux.csv")), options: .init(distances: [300]))
        coverage.subject = .areaOnly
        coverage.gapAddresses = "/nowhere/a.csv"
        let covered = await error { _ = try coverage.run(in: Samples.session()) }
        #expect(covered?.subject == .gapAddressesWithoutAddresses)
        coverage.gapAddresses = nil
        coverage.report = ReportFiles(["/nowhere/report.docx"])
        let reported = await error { _ = try coverage.run(in: Samples.session()) }
        #expect(reported == RequestError(.usage, .unknownReportFormat, at: FilePlace("/nowhere/report.docx")))
    }

    @Test("a default gazetteer is protected from the map")
    func map() async throws {
        let folder = try TemporaryFolder()
        let data = try folder.write(
            try String(contentsOfFile: Samples.path("adresses.csv"), encoding: .utf8), to: "adresses.csv")
        let link = folder.path("map.html")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: data)
        var request = MapRequest()
        request.places = PlaceInput(
            try folder.write("nom;adresse;commune\nA;6 rue Rosa Parks;Valfictif-sur-Ombre\n", to: "p.csv"))
        request.outputs = [try #require(MapRequest.Output(link))]
        let session = Samples.session {
            $0.gazetteer = nil
            $0.data = DataFolder(folder: "/nowhere", sampleFolders: [folder.path(""), Samples.folder])
        }
        let error = try #require(await error { _ = try request.run(in: session) })
        #expect(error.subject == .outputReplacesInput)
    }
}
