import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("residences without any command")
struct ResidencesRequestTests {
    @Test("the findings and the report")
    func residences() throws {
        let outcome = try ResidencesRequest(Samples.path("residences.csv")).run(in: Samples.session())
        #expect(outcome.value.findings.findings.count == 50)
        #expect(outcome.value.findings.totals().dwellings.value == 2323)
        #expect(outcome.provenance.value["command"]?.string == "residences")
        #expect(
            outcome.notes.first
                == .residenceColumns(
                    [
                        ("address", "residence"), ("commune", "commune"), ("dwellings", "nb_logements"),
                        ("amount", "montant_eur"), ("year", "annee"), ("action", "action"),
                    ].map { .init(role: $0.0, name: $0.1) }))
    }

    @Test("a list without addresses says which columns it has, and that positions are no help")
    func columns() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a;b\n1;2\n", to: "list.csv")
        let fault = await error { _ = try ResidencesRequest(path).run(in: Samples.session()) }
        #expect(
            fault
                == RequestError(
                    .badData, .columns(.noAddressColumns(header: ["a", "b"])), at: FilePlace(path, line: 1),
                    remedies: [.nameAddressColumns]))
    }
}
