import Foundation
import Gazetteer
import Interchange
import TestSupport
import Testing

@Suite("Building a gazetteer")
struct BuildTests {
    private func build(_ texts: [String], memory: Int = 1 << 30) throws -> (
        report: BuildReport, bytes: [UInt8], folder: TemporaryFolder
    ) {
        let folder = try TemporaryFolder()
        let inputs = try texts.enumerated().map { try folder.write($1, to: "adresses-\($0).csv") }
        let report = try Gazetteer.build(inputs: inputs, output: folder.path("out.qpvg"), memory: memory)
        return (report, Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("out.qpvg")))), folder)
    }

    @Test("rows, streets and communes are counted, and the file says what it was made from")
    func counts() throws {
        let (report, bytes, folder) = try build([InventedBase.text])
        #expect(report.rowsRead == InventedBase.rows.count)
        #expect(report.rowsKept == report.rowsRead && report.dropped.isEmpty)
        #expect(report.communes == 7 && report.addresses == report.rowsKept)
        #expect(report.bytes == bytes.count && report.cadastralNames == 1)
        let info = try Gazetteer(path: folder.path("out.qpvg")).info
        #expect(info.communes == report.communes && info.streets == report.streets)
        #expect(info.addresses == report.addresses && info.bytes == bytes.count)
        #expect(info.inputs.map(\.name) == ["adresses-0.csv"] && info.inputs[0].sha256.count == 64)
    }

    @Test("the order of rows and of inputs, and spilling to disk, leave the bytes as they are")
    func order() throws {
        let seed: UInt64 = 20_240_611
        var generator = SeededGenerator(seed: seed)
        let half = InventedBase.rows.count / 2
        let one = ([InventedBase.header] + InventedBase.rows[..<half]).joined(separator: "\n") + "\n"
        let two = ([InventedBase.header] + InventedBase.rows[half...]).joined(separator: "\n") + "\n"
        let folder = try TemporaryFolder()
        let paths = [try folder.write(one, to: "one.csv"), try folder.write(two, to: "two.csv")]
        func bytes(_ inputs: [String], memory: Int = 1 << 30) throws -> Data {
            _ = try Gazetteer.build(inputs: inputs, output: folder.path("out.qpvg"), memory: memory)
            return try Data(contentsOf: URL(fileURLWithPath: folder.path("out.qpvg")))
        }
        let straight = try bytes(paths)
        #expect(try bytes(paths.reversed()) == straight)
        #expect(try bytes(paths + paths) == straight)
        #expect(try bytes(paths, memory: 2000) == straight)
        // Rows in another order are another input: everything but its digest is the same.
        let shuffled = try folder.write(
            ([InventedBase.header] + InventedBase.rows.shuffled(using: &generator)).joined(separator: "\n"),
            to: "shuffled.csv")
        let mixed = try bytes([shuffled])
        let pages = straight.count - 4000
        #expect(mixed.prefix(pages) == straight.prefix(pages), "seed \(seed)")
    }

    @Test("separator, column names, NA, quotes, CRLF, mark of UTF-8 and a missing last newline are understood")
    func dialects() throws {
        let header = InventedBase.header.replacingOccurrences(of: ";", with: ",").replacingOccurrences(
            of: "id,id_f", with: "id_ban,id_f")
        let rows = [
            "99001_x1_00003,NA,3,NA,\"Rue du \"\"Petit\"\" Pont, dite du Lac\",99100,99001,Valmorin,NA,NA,0,0,3.1,47.1,,NA,,VALMORIN,,,,1,",
            "99001_x1_00005,NA,5,NA,Rue du Four,99100,99001,Valmorin,NA,NA,0,0,3.1,47.2,,NA,,VALMORIN,,,,1,",
        ]
        let (report, _, folder) = try build(["\u{FEFF}" + ([header] + rows).joined(separator: "\r\n")])
        #expect(report.rowsKept == 2 && report.dropped.isEmpty)
        let gazetteer = try Gazetteer(path: folder.path("out.qpvg"))
        #expect(
            gazetteer.streets(inCommune: "99001").map(\.name) == ["Rue du \"Petit\" Pont, dite du Lac", "Rue du Four"])
        let match = gazetteer.match(AddressQuery(text: "5 rue du four 99100 Valmorin"))
        #expect(match.id == "99001_x1_00005" && match.positionType == .unknown)
        #expect(match.longitude == 3.1 && match.latitude == 47.2)
    }

    @Test("rows that cannot be used are counted and named by line")
    func dropped() throws {
        let good = InventedBase.row(InventedBase.valmorin, "Rue du Four", "1")
        let rows = [
            good, good,
            good.replacingOccurrences(of: ";3.0;", with: ";;"), good.replacingOccurrences(of: ";47.0;", with: ";4x.0;"),
            good.replacingOccurrences(of: ";3.0;", with: ";1860.5;"),
            good.replacingOccurrences(of: ";Rue du Four;", with: ";;"),
            good.replacingOccurrences(of: ";99001;", with: ";;"), "cut;off",
        ]
        let (report, _, _) = try build([([InventedBase.header] + rows).joined(separator: "\n") + "\n\n"])
        #expect(report.rowsRead == 8 && report.rowsKept == 1)
        #expect(
            report.dropped == [.duplicate: 1, .noPosition: 1, .badPosition: 2, .noStreet: 1, .noCommune: 1, .fields: 1])
        #expect(report.examples.map(\.line) == [4, 5, 6, 7, 8, 9])
        #expect(report.examples[0].reason == .noPosition && report.examples[0].path.hasSuffix("adresses-0.csv"))
    }

    @Test("an input without a column that is needed, or without rows, is an error that names it")
    func missingColumn() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write("id;numero;nom_voie\n1;2;Rue X\n", to: "a.csv")
        #expect(
            throws: GazetteerError.missingColumn(
                path: input, column: "code_insee", header: ["id", "numero", "nom_voie"])
        ) {
            try Gazetteer.build(inputs: [input], output: folder.path("out.qpvg"))
        }
        let empty = try folder.write(InventedBase.header + "\n", to: "b.csv")
        #expect(throws: GazetteerError.empty(paths: [empty])) {
            try Gazetteer.build(inputs: [empty], output: folder.path("out.qpvg"))
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("out.qpvg")))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.csv", "b.csv"])
    }

    @Test("files that cannot be read or written are told apart, and leave nothing behind")
    func files() throws {
        let folder = try TemporaryFolder()
        let good = try folder.write(InventedBase.text, to: "good.csv")
        func kind(_ input: String, _ output: String, memory: Int = 1 << 30) -> InterchangeError.Kind? {
            let thrown = #expect(throws: InterchangeError.self) {
                try Gazetteer.build(inputs: [input], output: output, memory: memory)
            }
            return thrown?.kind
        }
        let output = folder.path("out.qpvg")
        #expect(kind(folder.path("absent.csv"), output) == .missingInput)
        #expect(kind(folder.url.path, output) == .isDirectory)
        #expect(kind(try folder.write("", to: "empty.csv"), output) == .badData)
        #expect(kind(good, folder.path("nowhere/out.qpvg")) == .cannotCreate)
        #expect(kind(good, folder.url.path) == .cannotCreate)
        #expect(kind(good, "/dev/full") == .diskFull)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["empty.csv", "good.csv"])
    }

    @Test("a quote that is never closed is an error with its place")
    func openQuote() throws {
        let folder = try TemporaryFolder()
        let rows = InventedBase.rows.prefix(3) + ["99001_v0_00099;;99;;\"Rue sans fin;99100"]
        let input = try folder.write(([InventedBase.header] + rows).joined(separator: "\n") + "\n", to: "a.csv")
        let error = #expect(throws: InterchangeError.self) {
            try Gazetteer.build(inputs: [input], output: folder.path("out.qpvg"))
        }
        #expect(error?.kind == .badData && error?.line == 5 && error?.column == 21, "\(String(describing: error))")
    }

    @Test("a file in Windows-1252 gives the same streets as in UTF-8")
    func windows1252() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(TextEncoding.windows1252.bytes(InventedBase.text), to: "a.csv")
        _ = try Gazetteer.build(inputs: [input], output: folder.path("out.qpvg"))
        let gazetteer = try Gazetteer(path: folder.path("out.qpvg"))
        for commune in InventedBase.built.gazetteer.communes {
            #expect(
                gazetteer.streets(inCommune: commune.citycode)
                    == InventedBase.built.gazetteer.streets(inCommune: commune.citycode))
        }
    }

    @Test("numbers 0 and empty mean a place without number")
    func noNumber() throws {
        let rows = ["", "0", "99999"].enumerated().map {
            InventedBase.row(
                InventedBase.valmorin, "Le Bois \(["Noir", "Vert", "Gris"][$0.offset])", $0.element, id: "b\($0.offset)"
            )
        }
        let (report, _, folder) = try build([([InventedBase.header] + rows).joined(separator: "\n")])
        #expect(report.rowsKept == 3)
        let streets = try Gazetteer(path: folder.path("out.qpvg")).streets(inCommune: "99001")
        #expect(streets.count == 3 && streets.allSatisfy { $0.isLocality && $0.addresses == 1 })
    }

    @Test("every address can be listed, and every row is found again")
    func listing() {
        let gazetteer = InventedBase.built.gazetteer
        var count = 0
        gazetteer.forEachAddress { address in
            #expect(gazetteer.address(address.id) == address)
            #expect(gazetteer.street(address.street) != nil)
            count += 1
        }
        #expect(count == InventedBase.rows.count)
        #expect(gazetteer.communes(named: "grandmont").map(\.citycode) == ["99501", "99502"])
        #expect(gazetteer.communes(named: "LES ESSARTS").map(\.name) == ["Valmorin"])
        #expect(gazetteer.communes(postcode: "99110").map(\.citycode) == ["99002", "99003"])
        #expect(gazetteer.hasCommune("99001") && !gazetteer.hasCommune("99999"))
        #expect(gazetteer.verify() == nil)
    }
}
