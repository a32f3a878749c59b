import Interchange
import QPVKit
import Testing

@testable import Tables
@testable import Verdicts

@Suite("the record of a verdict")
struct VerdictRecordTests {
    /// The columns that a header's newest verdict has, by field.
    private static func names(_ header: String, verdict: String? = nil) throws -> [String] {
        let names = ColumnNames(header.split(separator: " ").map(String.init))
        let own = try AuditedColumns(names, named: verdict)
        return ([own.verdict] + [.code, .quality, .reason].map { own[$0] }).map { $0.map { names.header[$0] } ?? "-" }
    }

    @Test(
        "the newest verdict counts, with the columns of the same audit",
        arguments: [
            ("id qpv_verdict qpv_code qpv_quality", "qpv_verdict qpv_code qpv_quality -"),
            (
                "qpv_verdict qpv_code qpv_quality qpv_reason qpv_verdict_2 qpv_code_2 qpv_quality_2 qpv_reason_2",
                "qpv_verdict_2 qpv_code_2 qpv_quality_2 qpv_reason_2"
            ),
            // Above nine, numbers are not in the order of texts.
            ("qpv_verdict_9 qpv_code_9 qpv_verdict_10 qpv_code_10 qpv_verdict", "qpv_verdict_10 qpv_code_10 - -"),
            // The older columns are gone, or the columns were put in another order.
            ("qpv_verdict_2 qpv_code_2", "qpv_verdict_2 qpv_code_2 - -"),
            ("qpv_code_2 qpv_code qpv_verdict_2 qpv_verdict", "qpv_verdict_2 qpv_code_2 - -"),
            ("qpv_verdict qpv_verdict_2 qpv_code qpv_code_2", "qpv_verdict_2 qpv_code_2 - -"),
            // A second verdict never has the columns of the first.
            ("qpv_verdict qpv_code qpv_quality qpv_verdict_2 qpv_code_2", "qpv_verdict_2 qpv_code_2 - -"),
            // The user's own column was called qpv_code before the audit.
            ("qpv_code qpv_verdict qpv_code_2 qpv_quality", "qpv_verdict qpv_code_2 qpv_quality -"),
            (
                "qpv_code qpv_verdict qpv_code_2 qpv_quality qpv_verdict_2 qpv_code_3 qpv_quality_2",
                "qpv_verdict_2 qpv_code_3 qpv_quality_2 -"
            ),
            // Of the first audit only the verdict was kept.
            ("qpv_verdict qpv_verdict_2 qpv_code qpv_quality", "qpv_verdict_2 qpv_code qpv_quality -"),
            // Names that no audit gives.
            ("qpv_verdict qpv_code qpv_verdict_old qpv_verdict_x2 qpv_verdict_02", "qpv_verdict qpv_code - -"),
        ])
    func newest(header: String, expected: String) throws {
        #expect(try Self.names(header).joined(separator: " ") == expected)
    }

    @Test("a named column of verdicts has its own companions")
    func named() throws {
        let twice = "qpv_verdict qpv_code qpv_quality qpv_verdict_2 qpv_code_2 qpv_quality_2"
        #expect(try Self.names(twice, verdict: "qpv_verdict") == ["qpv_verdict", "qpv_code", "qpv_quality", "-"])
        let own = "qpv_code qpv_verdict qpv_code_2 qpv_verdict_2 qpv_code_3"
        #expect(try Self.names(own, verdict: "qpv_verdict") == ["qpv_verdict", "qpv_code_2", "-", "-"])
        let compared = "qpv_verdict_old qpv_code_old qpv_reason_old qpv_verdict_new qpv_code_new qpv_reason_new"
        #expect(
            try Self.names(compared, verdict: "qpv_verdict_old")
                == ["qpv_verdict_old", "qpv_code_old", "-", "qpv_reason_old"])
        #expect(try Self.names("x qpv_code", verdict: "x") == ["x", "-", "-", "-"])
    }

    @Test("a layer has its own newest verdict; a verdict on another address is left out; two of a name are refused")
    func layers() throws {
        let names = ColumnNames(["qva_verdict", "qpv_verdict", "qpv_verdict_2", "qpv_2015_verdict"])
        #expect(try AuditedColumns(newestIn: names, prefix: "qva")?.verdict == 0)
        #expect(try AuditedColumns(newestIn: names)?.verdict == 2)
        #expect(try AuditedColumns(newestIn: names, prefix: "qpv_2015")?.verdict == 3)
        #expect(try AuditedColumns(newestIn: names, besides: 2)?.verdict == 1)
        #expect(try AuditedColumns(newestIn: names, prefix: "zfu") == nil)
        #expect(throws: ColumnError.self) {
            try AuditedColumns(newestIn: ColumnNames(["qpv_verdict", "qpv_verdict_2", "qpv_verdict_2"]))
        }
        #expect(throws: ColumnError.self) { try AuditedColumns(ColumnNames(["a"]), named: nil) }
    }

    @Test("position and matched address are those of the same audit, else the newest of the file")
    func positions() throws {
        func column(_ header: String, verdict: String? = nil) throws -> String? {
            let names = ColumnNames(header.split(separator: " ").map(String.init))
            return try AuditedColumns(names, named: verdict)[position: .longitude].map { names.header[$0] }
        }
        let twice = "qpv_verdict longitude qpv_verdict_2 longitude_2"
        #expect(try column(twice) == "longitude_2")
        #expect(try column(twice, verdict: "qpv_verdict") == "longitude")
        #expect(try column("longitude qpv_verdict longitude_2") == "longitude_2")
        // The first audit appended verdicts alone.
        let later = "qpv_verdict qpv_verdict_2 longitude qpv_verdict_3 longitude_2"
        #expect(try column(later) == "longitude_2")
        #expect(try column(later, verdict: "qpv_verdict_2") == "longitude")
        // Of two layers: the position is in front of the verdict on the second.
        let layers = "qpv_verdict longitude qva_verdict qpv_verdict_2 longitude_2 qva_verdict_2"
        #expect(try column(layers, verdict: "qva_verdict") == "longitude")
        #expect(try column(layers, verdict: "qva_verdict_2") == "longitude_2")
        // The second audit appended verdicts alone.
        #expect(try column("qpv_verdict longitude qpv_verdict_2") == "longitude")
        #expect(try column("qpv_verdict") == nil)
    }

    @Test("an audit's header is read back field by field, whatever the file had before")
    func roundTrip() throws {
        let names = VerdictColumns.names(.audit)
        for own in [
            [], names, ["qpv_code", "result_city"], ["qpv_verdict"], ["longitude", "qpv_verdict", "qpv_name_2"],
        ] {
            let header = ColumnNames(own + ColumnNames.free(names, after: own))
            let read = try #require(try AuditedColumns(newestIn: header))
            for (rank, field) in VerdictField.all.enumerated() where field != .verdict {
                #expect(read[field] == own.count + rank, "\(field) after \(own)")
            }
            let start = own.count + VerdictField.all.count
            #expect(read[position: .longitude] == start && read[position: .latitude] == start + 1)
            for (rank, field) in MatchField.columns.enumerated() { #expect(read[match: field] == start + 2 + rank) }
        }
    }

    @Test("an absent value is an empty cell and null; the others are the same in both")
    func values() throws {
        let atlas = Hamlet.shared.atlas
        let perimeters = PerimeterCells(atlas, CSVDialect(delimiter: UInt8(ascii: ";")))
        func cells(_ verdict: Verdict) -> String {
            var writer = CSVWriter(dialect: CSVDialect(delimiter: UInt8(ascii: ";")))
            writer.append(VerdictField.all, of: verdict, perimeters)
            return writer.output.string
        }
        let nothing = Verdict.notLocated(.addressEmpty)
        #expect(cells(nothing) == "not_located;;;;3;;;address_empty;0;0")
        #expect(
            JSONValue.object(nothing.json(VerdictField.all, "qva", atlas.perimeters)).json()
                == #"{"qva_verdict":"not_located","qva_code":null,"qva_name":null,"qva_probability":null,"qva_quality":3,"#
                + #""qva_distance_m":null,"qva_nearest_code":null,"qva_reason":"address_empty","qva_addresses":0,"#
                + #""qva_addresses_inside":0}"#)
        var inside = nothing
        (inside.decision, inside.perimeter, inside.nearest, inside.reason) = (.inside, 0, 0, .inside)
        (inside.probability, inside.distance, inside.quality) = (0.98765, -12.5, .probable)
        (inside.addresses, inside.addressesInside) = (1, 1)
        let first = atlas.perimeters[0]
        let name = "\"" + first.name.replacing("\"", with: "\"\"") + "\""
        #expect(cells(inside) == "inside;\(first.code);\(name);0.988;2;-12.500;\(first.code);inside;1;1")
        #expect(
            inside.json([.probability, .distance, .name], "qpv", atlas.perimeters).members.map(\.value)
                == [JSONValue(0.988), JSONValue(-12.5), .string(first.name)])
        #expect(VerdictField.distance.value(in: inside).json(metresTo: 1) == JSONValue(-12.5))
    }

    @Test("rows of plain membership are written from pieces: no field stands in their way")
    func plain() {
        let columns = VerdictColumns(.audit, atlas: Hamlet.shared.atlas, dialect: CSVDialect())
        #expect(columns.plainRows != nil)
    }
}
