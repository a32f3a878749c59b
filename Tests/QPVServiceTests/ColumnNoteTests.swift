import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("columns that a request used, and those that it did not")
struct ColumnNoteTests {
    /// The outcome of counts over a table that is audited on the way.
    private func count(_ table: String) async throws -> Outcome<Reported<StatisticsReport>> {
        try await StatsRequest(Samples.table(table)).run(in: Samples.session())
    }

    @Test("the columns of the address, of another address, and in metres are told each by its kind")
    func kinds() async throws {
        let found = try await count(
            """
            adrs_numvoie;adrs_libvoie;adrs_codpos;adrs_libcommune;adrg_libvoie;adrg_codpos;x;y
            6;rue Rosa Parks;23990;Valfictif-sur-Ombre;1 rue Haute;57000;650000.5;6600000.5

            """)
        #expect(
            found.notes.contains(
                .addressColumns(["adrs_numvoie", "adrs_libvoie", "adrs_codpos", "adrs_libcommune"])))
        #expect(
            found.notes.contains(.columnsUnread(.otherAddress, ["adrg_libvoie", "adrg_codpos"], makesUnsure: false)))
        #expect(found.notes.contains(.columnsUnread(.gridCoordinate, ["x", "y"], makesUnsure: false)))
    }

    @Test("postcodes that do not agree with the towns are told, and make all rows unsure")
    func doubtful() async throws {
        let found = try await count(
            """
            adresse;localis;ville
            6 rue Rosa Parks;57000;Bondy
            8 rue Rosa Parks;57050;Bondy

            """)
        #expect(found.notes.contains(.columnsUnread(.postcode, ["localis"], makesUnsure: true)))
        #expect(found.provenance.value["columns_not_read"]?["postcode"] == .array([.string("localis")]))
    }

    @Test("a landlord's list tells the same; with its columns named by hand no row is unsure for them")
    func residences() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            adresse;localis;ville
            6 rue Rosa Parks;57000;Bondy
            8 rue Rosa Parks;57050;Bondy

            """, to: "list.csv")
        var request = ResidencesRequest(path)
        let found = try request.run(in: Samples.session())
        #expect(found.notes.contains(.columnsUnread(.postcode, ["localis"], makesUnsure: true)))
        request.columns.address = ["adresse"]
        let named = try request.run(in: Samples.session())
        #expect(!named.notes.contains { if case .columnsUnread(_, _, makesUnsure: true) = $0 { true } else { false } })
    }
}
