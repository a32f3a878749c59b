import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("statistics without any command")
struct StatsRequestTests {
    private static let audited = """
        nom;sexe;qpv_verdict;qpv_code;qpv_name;qpv_quality
        A;F;inside;QN09903I;Bois Feint;1
        B;H;outside;;;1
        C;H;inside;QN09903I;Bois Feint;2

        """

    private static func request(_ text: String) -> StatsRequest {
        var request = StatsRequest(Samples.table(text))
        request.options.disclosure = .none
        return request
    }

    @Test("a table that is not audited is audited on the way")
    func auditing() async throws {
        let outcome = try await Self.request(Samples.rows).run(in: Samples.session())
        #expect(outcome.value.report.cells("by_perimeter", "code") == [.text("QN09903I")])
        #expect(outcome.notes.contains(.addressColumns(["adresse", "code_postal", "commune"])))
        #expect(outcome.provenance.value["gazetteer"] != nil)
        // A digest of the rows stands beside the report only: in it, it would confirm a guess of the whole file.
        let inside = outcome.value.report.provenance.value
        #expect(inside["gazetteer"] == outcome.provenance.value["gazetteer"])
        #expect(inside["input"]?["sha256"] == nil && outcome.provenance.value["input"]?["sha256"] != nil)
    }

    @Test("a table that is audited opens neither perimeters nor gazetteer")
    func audited() async throws {
        let session = Session(SessionOptions(data: DataFolder(folder: "/nowhere")))
        let outcome = try await Self.request(Self.audited).run(in: session)
        #expect(outcome.notes.contains(.verdictColumn("qpv_verdict")))
        #expect(outcome.notes.contains(.statisticsColumn(.init(role: "sexes", name: "sexe"))))
        #expect(outcome.value.findings.showsTotal)
        #expect(outcome.provenance.value["gazetteer"] == nil)
    }

    @Test("what changed since an earlier table, which is counted in the same way")
    func earlier() async throws {
        let folder = try TemporaryFolder()
        var request = Self.request(Self.audited)
        request.options.disclosure = .suppression(threshold: 5)
        request.against = try folder.write(Self.audited, to: "2023.csv")
        let outcome = try await request.run(in: Samples.session())
        #expect(outcome.notes.last == .publicationsComparable)
        #expect(outcome.provenance.value["statistics"]?["against"]?.string == request.against)
        request.against = try folder.write("{}", to: "2023.json")
        let path = try #require(request.against)
        let fault = await error { _ = try await request.run(in: Samples.session()) }
        #expect(fault == RequestError(.badData, .notStatistics, at: FilePlace(path)))
    }

    @Test("an audited table is refused when the caller wants an audit")
    func refused() async throws {
        var request = Self.request(Self.audited)
        request.requiresAudit = true
        let fault = await error { _ = try await request.run(in: Samples.session()) }
        #expect(fault == RequestError(.usage, .auditedAlready, at: FilePlace("rows.csv")))
    }

    @Test("faults of columns and of counting are fields")
    func faults() async throws {
        var request = Self.request(Self.audited)
        request.columns.age = "age"
        let column = try #require(await error { _ = try await request.run(in: Samples.session()) })
        #expect(column.kind == .badData)
        #expect(column.line == 1)
        #expect(column.remedies == [.nameAddressColumns, .nameCoordinateColumns])
        request = Self.request(Self.audited.replacing("sexe", with: "date_naissance"))
        let day = await error { _ = try await request.run(in: Samples.session()) }
        #expect(
            day == RequestError(.usage, .statistics(.noDay(column: "date_naissance")), at: FilePlace("rows.csv")))
        request = Self.request(Self.audited)
        request.options.disclosure = .suppression(threshold: 2)
        let threshold = await error { _ = try await request.run(in: Samples.session()) }
        #expect(threshold?.subject == .disclosure(.thresholdTooLow(2)))
    }
}
