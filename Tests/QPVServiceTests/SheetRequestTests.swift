import Foundation
import Interchange
import QPVKit
import QPVService
import TestSupport
import Testing

@Suite("sheets without any command")
struct SheetRequestTests {
    private static let audited = """
        nom;qpv_verdict;qpv_code;qpv_name;qpv_quality
        A;inside;QN09903I;Bois Feint;1

        """

    @Test("the sheet of one perimeter comes as page and figures")
    func one() async throws {
        var request = SheetRequest(.one("Bois Feint"))
        request.places = PlaceInput(Samples.path("lieux.csv"), isConfigurable: false)
        request.against = Samples.path("perimetres-2015.geojson")
        request.rows = .init(Samples.table(Self.audited))
        let seen = Kept<String>()
        let outcome = try await request.run(in: Samples.session(), to: .sink { seen.add($0.code) })
        let page = try #require(outcome.value.page)
        #expect(seen.all == ["QN09903I"])
        #expect(page.name == "QN09903I")
        #expect(String(decoding: page.html, as: UTF8.self).contains("Bois Feint"))
        #expect(EarlierSheet(json: try JSONValue.read(ByteSource(bytes: page.json, name: "")))?.code == "QN09903I")
        for name in ["places", "earlier_perimeters", "rows", "gazetteer", "parameters"] {
            #expect(outcome.provenance.value[name] != nil, "\(name)")
        }
    }

    @Test("all sheets come in the order of their codes, or as a folder with an index")
    func all() async throws {
        let session = Samples.session { $0.threads = 3 }
        let seen = Kept<String>()
        let request = SheetRequest(.all)
        let outcome = try await request.run(in: session, to: .sink { seen.add($0.code) })
        #expect(seen.all == ["QN09901M", "QN09902M", "QN09903I", "QN09904N"])
        #expect(outcome.value.sheets == 4)
        #expect(outcome.value.page == nil)

        let folder = try TemporaryFolder()
        let path = folder.path("sheets")
        let written = try await request.run(in: session, to: .file(path))
        #expect(written.notes.last == .sheetsWritten(4, folder: path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 10)
        let fault = try #require(await error { _ = try await request.run(in: session, to: .file(path)) })
        #expect(fault.kind == .cannotWrite)
    }

    @Test("earlier sheets: a folder that lacks one, another perimeter's, one file for all, a file that is none")
    func earlier() async throws {
        let session = Samples.session(), folder = try TemporaryFolder()
        var request = SheetRequest(.one("QN09901M"))
        request.previous = folder.url.path
        let lacking = try await request.run(in: session, to: .sink { _ in })
        #expect(lacking.notes.contains(.noEarlierSheet(code: "QN09901M", folder: folder.url.path)))

        let page = try #require(lacking.value.page)
        let path = try folder.write(page.json, to: "sheet.json")
        request.previous = path
        request.subject = .one("QN09902M")
        let other = try await request.run(in: session, to: .sink { _ in })
        #expect(other.notes.contains(.earlierSheetDiffers(code: "QN09901M", file: path)))
        request.subject = .all
        let one = await error { _ = try await request.run(in: session, to: .sink { _ in }) }
        #expect(one == RequestError(.usage, .oneSheetOfAll, at: FilePlace(path)))
        request.subject = .one("QN09901M")
        request.previous = try folder.write("{}", to: "other.json")
        let none = await error { _ = try await request.run(in: session, to: .sink { _ in }) }
        #expect(none?.subject == .notASheet)
    }

    @Test("rows that belong to other perimeters, or have no codes")
    func rows() async throws {
        let session = Samples.session()
        var request = SheetRequest(.one("QN09901M"))
        request.rows = .init(Samples.table(Self.audited.replacing("QN09903I", with: "QN000000")))
        let other = try #require(await error { _ = try await request.run(in: session, to: .sink { _ in }) })
        #expect(other.subject == .rowsInsideOther(code: "QN000000"))
        #expect(other.remedies == [.auditWith(file: Samples.path("perimetres-2024.geojson"))])
        request.rows = .init(Samples.table(Self.audited.replacing("qpv_code", with: "code")))
        let codes = await error { _ = try await request.run(in: session, to: .sink { _ in }) }
        #expect(
            codes
                == RequestError(
                    .badData, .noCodeColumn(verdicts: "qpv_verdict"), at: FilePlace("rows.csv", line: 1),
                    remedies: [.audit]))
    }

    @Test("figures never replace a file that is no sheet's")
    func figures() async throws {
        let folder = try TemporaryFolder()
        let other = try folder.write("{}", to: "fiche.json")
        let fault = await error {
            _ = try await SheetRequest(.one("QN09901M")).run(
                in: Samples.session(), to: .file(folder.path("fiche.html")))
        }
        #expect(fault == RequestError(.cannotWrite, .figuresReplaceFile, at: FilePlace(other)))
    }
}
