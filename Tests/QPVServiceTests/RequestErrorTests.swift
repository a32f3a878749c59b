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
    }
}
