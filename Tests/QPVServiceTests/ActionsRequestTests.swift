import Foundation
import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("actions without any command")
struct ActionsRequestTests {
    private static func request() -> ActionsRequest {
        var request = ActionsRequest(Samples.path("actions.csv"))
        request.aliases = Samples.path("aliases.csv")
        return request
    }

    @Test("the findings, the report and the rows")
    func actions() throws {
        let folder = try TemporaryFolder()
        var request = Self.request()
        request.report = ReportFiles([folder.path("actions.md"), folder.path("actions.json")])
        request.rows = folder.path("rows.csv")
        let outcome = try request.run(in: Samples.session())
        #expect(outcome.value.findings.actions.count == 60)
        #expect(outcome.notes.contains { if case .actionColumns = $0 { true } else { false } })
        for name in ["actions.md", "actions.json", "rows.csv"] {
            #expect(FileManager.default.fileExists(atPath: folder.path(name)))
            let beside = try JSONValue.read(ByteSource(path: folder.path("\(name).provenance.json")))
            #expect(beside["outputs"]?.array?.count == 3)
            let others = try #require(beside.object?.members.filter { $0.name != "outputs" })
            let stated = try JSONValue.read(ByteSource(bytes: Array(outcome.provenance.json.utf8), name: "stated"))
            #expect(others == stated.object?.members)
        }
    }

    @Test("only the perimeters of a commune; a commune without any is an error")
    func communes() async throws {
        var request = Self.request()
        request.communes = ["Saint-Fictif-la-Plaine"]
        let outcome = try request.run(in: Samples.session())
        #expect(outcome.value.findings.atlas.perimeters.map(\.code) == ["QN09904N"])
        request.communes = ["Ailleurs"]
        let fault = try #require(await error { _ = try request.run(in: Samples.session()) })
        #expect(fault.subject == .noPerimeterIn(commune: "Ailleurs", ofSeveral: true))
        #expect(fault.file == Samples.path("perimetres-2024.geojson"))
    }

    @Test("two outputs that are one file")
    func outputs() async throws {
        let folder = try TemporaryFolder()
        var request = Self.request()
        request.report = ReportFiles([folder.path("actions.csv")])
        request.rows = folder.path("actions.csv")
        let fault = await error { _ = try request.run(in: Samples.session()) }
        #expect(fault == RequestError(.usage, .outputsMeet(.any)))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
}
