import Foundation
import Gazetteer
import Interchange
import QPVKit
import TestSupport
import Testing

@Suite("the audit of the sample against its truth")
struct SampleAuditTests {
    private struct Truth {
        let code: String
        let isDecidable: Bool
        let treatment: String
    }

    private static func table(_ reader: CSVReader) throws -> [[String: String]] {
        var rows: [[String: String]] = []
        while let batch = try reader.nextBatch() {
            for i in 0..<batch.count {
                rows.append(Dictionary(zip(reader.header.names, batch.texts(i)), uniquingKeysWith: { a, _ in a }))
            }
        }
        return rows
    }

    @Test("no row is decided wrongly at quality 1, at most one in a hundred at quality 2, and most are decided")
    func truth() async throws {
        let geodata = RealData.package.appendingPathComponent("geodata").path
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(inputs: ["\(geodata)/adresses.csv"], output: folder.path("sample.qpvg"))
        let audit = Audit(
            atlas: try PerimeterFile.read("\(geodata)/perimetres-2024.geojson").atlas,
            gazetteer: try Gazetteer(path: folder.path("sample.qpvg")))
        let reader = try CSVReader(path: "\(geodata)/beneficiaires.csv")
        var bytes: [UInt8] = []
        let summary = try await audit.run(reader, plan: .found(in: ColumnNames(reader.header.names)), threads: 2) {
            bytes += $0.bytes
        }
        #expect(summary.rows == 600 && summary.raggedRows == 0)

        var truth: [String: Truth] = [:]
        for row in try Self.table(CSVReader(path: "\(geodata)/beneficiaires-verite.csv")) {
            truth[row["Dossier"]!] = Truth(
                code: row["code_qp_2024"]!, isDecidable: row["decidable"] == "oui", treatment: row["traitement"]!)
        }
        let rows = try Self.table(CSVReader(ByteSource(bytes: bytes)))
        #expect(rows.count == 600 && truth.count == 600)
        var decided = 0, decidable = 0, wrong = [0, 0, 0, 0]
        for row in rows {
            let known = try #require(truth[row["Dossier"]!])
            guard known.isDecidable else { continue }
            decidable += 1
            guard ["inside", "outside"].contains(row["qpv_verdict"]) else { continue }
            decided += 1
            if row["qpv_code"] != known.code {
                wrong[Int(row["qpv_quality"]!)!] += 1
                print(
                    "wrong: \(row["Dossier"]!) (\(known.treatment)), quality \(row["qpv_quality"]!), \(row["qpv_reason"]!)"
                )
            }
        }
        #expect(wrong[1] == 0)
        #expect(Double(wrong[2]) <= 0.01 * Double(decided))
        #expect(Double(decided) >= 0.85 * Double(decidable), "\(decided) of \(decidable)")
        #expect(decidable == 550)
    }

    @Test("what the text leaves open is decided for hardly any row, and every empty row is said to be so")
    func open() async throws {
        let geodata = RealData.package.appendingPathComponent("geodata").path
        let folder = try TemporaryFolder()
        _ = try Gazetteer.build(inputs: ["\(geodata)/adresses.csv"], output: folder.path("sample.qpvg"))
        let examiner = Examiner(
            atlas: try PerimeterFile.read("\(geodata)/perimetres-2024.geojson").atlas,
            gazetteer: try Gazetteer(path: folder.path("sample.qpvg")))
        // Homonyms, split streets, and what names a commune only.
        for (text, reason) in [
            ("3 rue Victor Hugo", Verdict.Reason.ambiguousStreet), ("boîte postale 12", .streetNotInGazetteer),
            ("sans domicile fixe", .municipalityOnly),
        ] {
            let finding = try examiner.examine(AddressQuery(text: text, postcode: "23990", city: "Valfictif-sur-Ombre"))
            #expect(finding.verdict.decision == .uncertain, "\(text): \(finding.verdict)")
            if finding.verdict.decision == .uncertain { #expect(finding.verdict.reason == reason, "\(text)") }
        }
        #expect(try examiner.examine(AddressQuery(text: " ")).verdict.reason == .addressEmpty)
        // A commune without any perimeter is outside whatever the street.
        let calm = try examiner.examine(
            AddressQuery(text: "rue Introuvable", postcode: "23992", city: "Feinte-les-Bois"))
        #expect(calm.verdict.decision == .outside && calm.verdict.reason == .communeWithoutPerimeter)
    }
}
