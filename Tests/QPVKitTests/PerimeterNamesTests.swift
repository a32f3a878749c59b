import Foundation
import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@Suite("names of perimeters")
struct PerimeterNamesTests {
    static func names(_ aliases: String? = nil) throws -> PerimeterNames {
        let folder = try TemporaryFolder()
        func perimeter(_ code: String, _ name: String, _ communes: [String] = ["Aville"]) -> Perimeter {
            Perimeter(
                code: code, name: name, kind: .qpv, vintage: 2024, communeCodes: ["23901"], communeNames: communes,
                territory: .metropole, shape: square(0, 0, 10), repair: nil, line: 1)
        }
        let atlas = Atlas(
            [
                perimeter("QN1", "Quartier Saint-Éloy - Boileau - Pré Génie"),
                perimeter("QN2", "La Patrotte - Aville-Nord"),
                perimeter("QN3", "Bellevue"), perimeter("QN4", "Bellevue", ["Beville", "Aville"]),
                perimeter("QN5", "Les Œillets"), perimeter("QN6", "Bellevue Est", ["Deville"]),
            ], source: SourceFile(path: "", sha256: ""))
        guard let aliases else { return PerimeterNames(atlas) }
        return PerimeterNames(atlas, aliases: try AliasTable(path: try folder.write(aliases, to: "alias.csv")))
    }

    static func found(_ text: String, _ names: PerimeterNames) -> String {
        let answer = names.resolve(text)
        func codes(_ indices: [Int]) -> String {
            indices.map { names.atlas.perimeters[$0].code }.joined(separator: " ")
        }
        return switch answer.meaning {
        case .one(let index): "\(codes([index])) \(answer.ground)"
        case .ambiguous(let all): "ambiguous \(codes(all))"
        case .unknown(let similar): "unknown" + (similar.isEmpty ? "" : " \(codes(similar))")
        case .absent(let code): "absent \(code)"
        }
    }

    @Test(
        "case, accents, dashes, slashes, articles and words for a quartier do not matter; what fits several is ambiguous",
        arguments: [
            ("qn1", "QN1 code"), ("Quartier Saint-Éloy - Boileau - Pré Génie", "QN1 name"),
            ("SAINT ELOY / BOILEAU / PREGENIE", "QN1 name"), ("St Eloy Boileau Pré-Génie", "QN1 name"),
            ("Boileau", "QN1 part"), ("le QPV de la Patrotte", "QN2 part"), ("Aville Patrotte", "QN2 part"),
            ("oeillets", "QN5 name"), ("Bellevue", "ambiguous QN3 QN4"), ("Bellevue Beville", "QN4 name"),
            ("Bellevue-Est", "QN6 name"), ("Aville", "ambiguous QN1 QN2 QN3 QN4 QN5"), ("Deville", "unknown QN6"),
            ("Boilau Eloy", "unknown"), ("Les Oeilets", "unknown QN5"), ("", "unknown"), ("quartier", "unknown"),
        ])
    func own(text: String, expected: String) throws {
        let found = Self.found(text, try Self.names())
        #expect(found == expected, "\(text): \(found)")
    }

    @Test("a commune limits the answer, by its name or code")
    func commune() throws {
        let names = try Self.names()
        #expect(names.resolve("Bellevue", inCommune: "BEVILLE").meaning == .one(names.atlas.index(ofCode: "QN4")!))
        #expect(names.resolve("QN6", inCommune: "Aville").meaning == .unknown(similar: []))
    }

    @Test("an alias goes before names; several codes, or the word, make it ambiguous; an unknown code is said")
    func aliases() throws {
        let names = try Self.names(
            """
            ecriture;code_qp_2024
            Bellevue;QN3
            Le Centre;QN2
            centre;QN1
            la Zup;QN1|QN2
            Boileau;AMBIGU
            Ailleurs;QN9

            """)
        let expected = [
            "BELLEVUE": "QN3 alias", "centre": "ambiguous QN1 QN2", "ZUP": "ambiguous QN1 QN2",
            "boileau": "ambiguous QN1", "ailleurs": "absent QN9", "patrotte": "QN2 part",
        ]
        for (text, answer) in expected { #expect(Self.found(text, names) == answer, "\(text)") }
    }

    @Test("the case of a code in table or file does not matter; a code that stands twice is ambiguous by alias too")
    func codesOfAliases() throws {
        let folder = try TemporaryFolder()
        func perimeter(_ code: String, _ line: Int) -> Perimeter {
            Perimeter(
                code: code, name: "X\(line)", kind: .qpv, vintage: 2024, communeCodes: [], communeNames: [],
                territory: .metropole, shape: square(0, 0, 10), repair: nil, line: line)
        }
        let atlas = Atlas(
            [perimeter("Qn1a", 1), perimeter("QN2", 2), perimeter("QN2", 3)], source: SourceFile(path: "", sha256: ""))
        let table = "ecriture;code\nle nord;qN1A\nle sud;QN2\nles deux;QN1A|QN2\n"
        let names = PerimeterNames(atlas, aliases: try AliasTable(path: try folder.write(table, to: "alias.csv")))
        #expect(Self.found("le nord", names) == "Qn1a alias")
        #expect(Self.found("le sud", names) == "ambiguous QN2 QN2")
        #expect(Self.found("les deux", names) == "ambiguous QN2 QN2 Qn1a")
    }

    @Test("a table with other columns, or a row without a code, is refused with its line")
    func badTables() throws {
        let folder = try TemporaryFolder()
        for (text, line) in [("a;b\nx;y\n", 1), ("ecriture;code\nx;QN1\ny;\n", 3), ("ecriture;code\n;QN1\n", 2)] {
            let path = try folder.write(text, to: "t.csv")
            let error = #expect(throws: TableError.self) { try AliasTable(path: path) }
            #expect(error?.line == line && error?.file == path, "\(text)")
        }
    }

    @Test("the sample's spellings mean what its table says, and none of them another perimeter by its own words")
    func sample() throws {
        let atlas = try PerimeterFile.read(
            RealData.package.appendingPathComponent("geodata/perimetres-2024.geojson").path
        ).atlas
        let path = RealData.package.appendingPathComponent("geodata/aliases.csv").path
        try Self.check(atlas, path)
    }

    @Test(
        "spellings of real documents resolve as stated there, with their table; without it none means another perimeter",
        .enabled(
            if: RealData.has("data/seeds/alias-quartiers.csv", RealLayer.simplified2024.file),
            Comment(rawValue: RealData.missing)))
    func real() throws {
        let atlas = try PerimeterFile.read(RealData.path(RealLayer.simplified2024.file)).atlas
        try Self.check(atlas, RealData.path("data/seeds/alias-quartiers.csv"))
    }

    private static func check(_ atlas: Atlas, _ path: String) throws {
        let table = try SmallTable(path: path)
        let (text, code) = (try table.column(["ecriture"]), try table.column(["code_qp_2024"]))
        let alone = PerimeterNames(atlas)
        let names = PerimeterNames(atlas, aliases: try AliasTable(path: path))
        #expect(!table.rows.isEmpty)
        for row in table.rows {
            let expected = row.text(code)
            for (answer, isWithTable) in [
                (names.resolve(row.text(text)), true), (alone.resolve(row.text(text)), false),
            ] {
                switch answer.meaning {
                case .one(let index): #expect(atlas.perimeters[index].code == expected, "\(row.text(text))")
                case .ambiguous: #expect(expected == "AMBIGU" || !isWithTable, "\(row.text(text))")
                case .unknown, .absent: #expect(!isWithTable, "\(row.text(text))")
                }
            }
        }
    }
}
