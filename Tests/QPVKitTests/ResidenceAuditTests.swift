import QPVKit
import TestSupport
import Testing

@Suite("a landlord's list")
struct ResidenceAuditTests {
    private func audit(_ path: String) throws -> ResidenceAudit {
        try ResidenceAudit(ResidenceList(path: path), atlas: SampleData.atlas, gazetteer: SampleData.gazetteer)
    }

    @Test("no row of the sample is said to be other than its truth, and few are left open")
    func truth() throws {
        let audit = try audit("\(SampleData.geodata)/residences.csv")
        let table = try SmallTable(path: "\(SampleData.geodata)/residences-verite.csv")
        var open = 0
        for (finding, row) in zip(audit.findings, table.rows) {
            let truth = row.cells[1]
            if finding.extent == .undecided {
                open += 1
                continue
            }
            // Ambiguous in wording, decided where the widest reading lies on one side.
            let isOneSided = finding.outside == finding.addresses || finding.inside == finding.addresses
            let isDecided = truth == "ambiguous" && !finding.ambiguities.isEmpty && isOneSided
            #expect(finding.extent.rawValue == truth || isDecided, "row \(row.cells[0])")
            if case .perimeter(let index) = finding.place {
                #expect(audit.atlas.perimeters[index].code == row.cells[4])
            }
            #expect(finding.inside + finding.outside + finding.undecided + finding.notLocated == finding.addresses)
        }
        #expect(audit.findings.count == 50)
        #expect(open == 3)
        #expect(audit.list.residences == 49 && audit.mismatches.isEmpty)
    }

    @Test("the places add up to the file, whatever was found")
    func sums() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            residence,commune,logements,montant
            "15 rue du Bugey, 2 rue des Tilleuls",,10,"1 043,50"
            "15 rue du Bugey",Valfictif-sur-Ombre,5,NC
            "15 rue du Bugey 13 rue Irène Joliot-Curie",,2,78 %
            "nowhere at all",Nulle Part,3,7
            ,,,
            "28 à 35 avenue Jean Jaurès",Valfictif-sur-Ombre,4,1

            """, to: "r.csv")
        let audit = try audit(file)
        let all = audit.totals()
        #expect(all.rows == 5 && all.dwellings.value == 24 && all.amount.value == 1051.5)
        #expect(all.amount.silent == 1 && all.amount.unreadable == 1 && audit.list.faults.count == 2)
        var rows = 0, dwellings = StatedSum(), amount = StatedSum()
        for (_, totals) in audit.totalsByPlace {
            rows += totals.rows
            dwellings.add(totals.dwellings)
            amount.add(totals.amount)
        }
        #expect(rows == 5 && dwellings == all.dwellings && amount == all.amount)
        #expect(audit.findings[4].place == .outside, "both sides of the street lie outside")
        #expect(!audit.findings[4].ambiguities.isEmpty)
        #expect(audit.findings[3].place == .notLocated)
    }
}
