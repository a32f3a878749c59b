import QPVKit
import TestSupport
import Testing

@testable import Actions

@Suite("subsidised actions")
struct ActionAuditTests {
    private func audit(_ text: String, ages: String? = nil) throws -> ActionAudit {
        let folder = try TemporaryFolder()
        let list = try ActionList(path: try folder.write(text, to: "a.csv"))
        let bands = try ages.map { try AgeTable(path: try folder.write($0, to: "ages.csv")) }
        return try ActionAudit(
            list, names: PerimeterNames(SampleData.atlas, aliases: SampleData.aliases), limit: .found, ages: bands)
    }

    private func codes(_ audit: ActionAudit) -> [String] {
        audit.inconsistencies.map { "\($0.action) \($0.code.rawValue)" }
    }

    @Test("the planted contradictions are found, and no other row is accused")
    func planted() throws {
        let list = try ActionList(path: "\(SampleData.geodata)/actions.csv")
        let audit = try ActionAudit(
            list, names: PerimeterNames(SampleData.atlas, aliases: SampleData.aliases), limit: .found,
            gazetteer: SampleData.gazetteer)
        #expect(
            codes(audit) == ["A007", "A018", "A026", "A033", "A045", "A058"].map { "\($0) percent_contradicts_counts" })
        #expect(audit.inconsistencies.allSatisfy { $0.severity == .contradiction })
        #expect(audit.venues.count { $0 == nil } == 5 && audit.actions.count == 60)
    }

    @Test("the buckets of every column, and the repetitions, add up to the file")
    func sums() throws {
        let text = """
            id;intitule;operateur;perimetre_declare;cout_total;subvention_etat;subv_ville
            1;Jardin;A;Tilleuls;100;10,50;NC
            1;Jardin;A;tous les QPV;100;;7
            2;Vélo;B;Bois Feint;1 000 €;78,6 %;
            ;Vélo;B;Bois Feint;1 000;20;
            ;Vélo;B;Deux Rives;1 000;30;
            3;Café;C;;50;5;5

            """
        let audit = try audit(text)
        #expect(audit.list.money.map(\.name) == ["cout_total", "subvention_etat", "subv_ville"])
        #expect(audit.actions.map(\.rows) == [[0, 1], [2, 3], [4], [5]])
        #expect(audit.actions.map(\.scope.kind) == [.ambiguous, .onePerimeter, .onePerimeter, .notStated])
        let all = audit.totals()
        #expect(all.money.map(\.value) == [2150, 65.5, 12] && audit.repeated.map(\.value) == [1100, 0, 0])
        for column in audit.list.money.indices {
            let file = audit.fileSums[column]
            #expect(file.value == all.money[column].value + audit.repeated[column].value)
            var buckets = StatedSum()
            for bucket in Set(audit.actions.map { ActionAudit.Bucket($0.scope) }) {
                buckets.add(audit.totals { ActionAudit.Bucket($0.scope) == bucket }.money[column])
            }
            #expect(buckets == all.money[column])
        }
        #expect(all.money[2].silent == 2 && audit.list.faults.map(\.text) == ["NC", "78,6 %"])
    }

    @Test("figures that exclude each other are found with their lines")
    func checks() throws {
        let text = """
            id;annee;perimetre_declare;beneficiaires;beneficiaires_qpv;pct_qpv;hommes;femmes;cout_total;subv_a;subv_a_pct;subv_b;detail;date_debut;date_fin
            fine;2024;commune;12;8;66;4;8;300;100;33,3;200;5 + 7 = 12;2024-01-01;2024-12-31
            more;2024;commune;10;12;120;4;8;300;100;40;201,5;3+4=8;2024-12-31;2024-01-01
            less;2026;commune;10;;55;4;5;300;-1;;;1+2;2024-01-01;31/12/2024
            less;2026;commune;11;;55;;;300;;;;;;

            """
        let found = try audit(text).inconsistencies
        #expect(found.allSatisfy { $0.action != "fine" })
        #expect(
            found.map { "\($0.line) \($0.code.rawValue)" } == [
                "3 part_exceeds_whole", "3 percent_out_of_range", "3 part_exceeds_whole", "3 text_parts_differ",
                "3 text_parts_differ", "3 subsidy_percent_differs", "3 subsidies_exceed_cost", "3 dates_differ",
                "4 sexes_below_total", "4 percent_of_no_whole_number", "4 text_parts_differ", "4 negative_number",
                "4 dates_differ", "5 repeated_rows_differ",
            ])
    }

    @Test("age tables: bands against totals, weighted percentages, one rate copied down, unknown actions")
    func ages() throws {
        let text = """
            id;perimetre_declare;beneficiaires;pct_qpv
            1;commune;30;50
            2;commune;30;
            4;commune;30;

            """
        let ages = """
            id;tranche;hommes;femmes;total;pct_qpv
            1;0-5;5;5;10;50 %
            1;6-15;5;6;10;50 %
            1;16-17;5;5;10;50 %
            1;Total;15;16;31;60 %
            2;0-5;;;10;NC
            2;Total;;;30;40 %
            3;Total;;;30;40 %
            4;Total;;;30;40 %

            """
        #expect(
            codes(try audit(text, ages: ages)) == [
                "1 part_exceeds_whole", "1 percent_of_no_whole_number", "1 same_percent_on_bands",
                "1 bands_contradict_total", "1 weighted_percent_differs", "1 age_table_differs", "1 age_table_differs",
                "2 bands_contradict_total", "3 action_missing",
            ])
    }

    @Test("numbers whose sum is beyond any number have no weighted percentage")
    func sumsBeyondNumbers() throws {
        let huge = "1" + String(repeating: "0", count: 308)
        let text =
            "id;perimetre_declare;beneficiaires;cout_total;subvention_etat;pct_etat\n1;commune;\(huge);\(huge);\(huge);50\n"
        let ages = """
            id;tranche;hommes;femmes;total;pct_qpv
            1;0-5;\(huge);\(huge);\(huge);50 %
            1;6-15;\(huge);\(huge);\(huge);50 %
            1;Total;\(huge);\(huge);\(huge);60 %

            """
        #expect(codes(try audit(text, ages: ages)).contains("1 part_exceeds_whole"))
    }

    @Test("numbers with plus signs between are sums, other numbers are not")
    func textSums() {
        let sums = TextChecks.sums(in: "a 138+2150 + 226=2514, 4 x 7, (+108 dont 22=20,4%) 48 + 202 + 700 by")
        #expect(sums.map(\.parts) == [[138, 2150, 226], [48, 202, 700]] && sums.map(\.result) == [2514, nil])
    }

    @Test(
        "perimeters concerned are those of the communes named by scopes; \"n QPV\" is all of them only when n is their number"
    )
    func concerned() throws {
        let one = try audit("id;perimetre_declare\n1;Bois Feint\n2;4 QPV\n3;3 QPV\n")
        #expect(one.concerned == [0, 1, 2, 3] && one.limit == .found)
        #expect(one.scopes.map(\.kind) == [.onePerimeter, .allPerimeters, .severalPerimeters])
        #expect(try audit("id;perimetre_declare\n1;commune\n").concerned.isEmpty)
    }
}
