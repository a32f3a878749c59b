import Foundation
import Interchange
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("qpv sheet")
struct SheetTests {
    let sandbox = try! Sandbox()
    private static let perimeters = ["--perimeters", "geodata/perimetres-2024.geojson"]
    private static let content = ["--places", "geodata/lieux.csv", "--against", "geodata/perimetres-2015.geojson"]

    private func run(_ words: [String]) throws -> Program.Result {
        try sandbox.qpv(["sheet"] + words + Self.perimeters + ["--gazetteer", Samples.gazetteer.path])
    }

    private func masked(_ text: String) -> String {
        text.replacingOccurrences(of: Samples.gazetteer.path, with: "ban.qpvg")
    }

    private func json(_ name: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(sandbox.bytes(name) ?? [])) as? [String: Any])
    }

    private func figures(_ name: String) throws -> [[String: Any]] {
        try #require(try json(name)["figures"] as? [[String: Any]])
    }

    private func value(_ figure: String, _ file: String, category: String? = nil) throws -> Any? {
        try figures(file).first { $0["name"] as? String == figure && $0["category"] as? String == category }?["value"]
    }

    /// A file as `qpv audit` writes it: so many rows inside each perimeter.
    private func audited(_ counts: [(code: String, rows: Int)]) throws -> String {
        var text = "id;qpv_verdict;qpv_code;qpv_name;qpv_quality\n"
        for (code, rows) in counts {
            for row in 0..<rows { text += "\(code)-\(row);inside;\(code);\(code);\(row % 2 + 1)\n" }
        }
        return try sandbox.write(text + "x;outside;;;1\ny;not_located;;;3\n", to: "audite.csv")
    }

    @Test("the whole sheet of a perimeter, its figures and its provenance")
    func whole() throws {
        let rows = try audited([("QN09901M", 40), ("QN09902M", 30), ("QN09903I", 20)])
        let result = try run(
            ["QN09903I", "-q", "-o", sandbox.path("fiche.html"), "--rows", rows] + Self.content)
        #expect(result.code == 0 && result.stderr == "" && result.stdout == [])
        #expect(
            try sandbox.names(in: ".").filter { $0.hasPrefix("fiche") } == [
                "fiche.html", "fiche.html.provenance.json", "fiche.json",
            ])
        try sandbox.expect(
            Program.Result(
                arguments: result.arguments.map(masked), stdout: [], stderr: "", code: result.code,
                signal: result.signal, peakKilobytes: result.peakKilobytes), is: "sheet",
            files: ["fiche.html", "fiche.json"])
    }

    @Test("figures are those of qpv addresses, compare and coverage")
    func agreement() throws {
        _ = try run(["QN09901M", "-q", "-o", sandbox.path("f.html")] + Self.content)
        let common = Self.perimeters + ["--gazetteer", Samples.gazetteer.path]
        let boxes = try sandbox.qpv(["addresses", "QN09901M", "-q"] + common).text
        #expect(try value("addresses_inside", "f.json") as? Int == boxes.components(separatedBy: ",inside,").count - 1)
        let streets = try sandbox.qpv(["addresses", "QN09901M", "-q", "--streets"] + common).text
        #expect(try value("streets_whole", "f.json") as? Int == streets.components(separatedBy: ",whole,").count - 1)
        #expect(try value("streets_split", "f.json") as? Int == streets.components(separatedBy: ",split,").count - 1)
        let crosswalk = try sandbox.qpv([
            "compare", "geodata/perimetres-2015.geojson", "geodata/perimetres-2024.geojson", "-q", "-o", "-",
        ]).text
        let changes = try #require(try json("f.json")["changes"] as? [[String: Any]])
        #expect(changes.count == 1 && changes[0]["relation"] as? String == "split")
        #expect(crosswalk.contains("QP099001,Tilleuls - Mare aux Fées Fictifs,QN09901M,Tilleuls Fictifs,split"))
        let coverage = try sandbox.qpv(
            ["coverage", "--places", "geodata/lieux.csv", "-q", "--table", "coverage", "-o", sandbox.path("c.csv")]
                + common)
        #expect(coverage.code == 0)
        #expect(try value("places_within_300_m", "f.json", category: "") as? Int == 7)
        #expect(try #require(sandbox.text("c.csv")).contains("QN09901M"))
    }

    @Test("counts of 1 to 4 are not told, nor anything from which they follow")
    func disclosure() throws {
        let rows = try audited([("QN09901M", 40), ("QN09902M", 3), ("QN09903I", 20)])
        for code in ["QN09901M", "QN09902M", "QN09903I", "QN09904N"] {
            _ = try run([code, "-q", "-o", sandbox.path("\(code).html"), "--rows", rows])
        }
        #expect(try value("persons_inside", "QN09902M.json") is NSNull)
        let small = try figures("QN09902M.json").filter { ($0["name"] as? String)?.hasPrefix("persons") == true }
        #expect(small.first?["status"] as? String == "suppressed")
        #expect(try value("persons_inside", "QN09904N.json") as? Int == 0)
        // What a sheet shows is what the tables of qpv stats show of the same file: one is no key to the other.
        let table = try sandbox.qpv("stats", rows, "-q", "--table", "by_perimeter", "-o", "-")
        for code in ["QN09901M", "QN09902M", "QN09903I"] {
            let line = try #require(table.text.split(whereSeparator: \.isNewline).first { $0.contains(code) })
            let count = try value("persons_inside", "\(code).json") as? Int
            #expect(line.split(separator: ";").dropFirst(2).first == (count.map { "\($0)" } ?? "s"), "\(line)")
        }
    }

    @Test("an earlier sheet stands beside the figures of today, and so do the changes")
    func previous() throws {
        _ = try run(["QN09901M", "-q", "-o", sandbox.path("old.html")] + Self.content)
        let result = try run(
            ["QN09902M", "-o", sandbox.path("new.html"), "--previous", sandbox.path("old.json")] + Self.content)
        #expect(result.code == 0 && result.stderr.contains("note: the earlier sheet is that of QN09901M"))
        #expect(try #require(sandbox.text("new.html")).contains("Précédent (QN09901M, 2024)"))
        let area = try #require(try figures("new.json").first { $0["name"] as? String == "area_ha" })
        let values = ["value", "previous", "change"].compactMap { area[$0] as? Double }
        #expect(values.count == 3 && abs(values[0] - values[1] - values[2]) < 0.01)
        #expect(try #require(sandbox.text("new.html")).contains("Évolution"))
        // One that lacks a figure does not say that it was zero.
        try sandbox.write(#"{"sheet": 1, "code": "QN09902M", "vintage": 2015, "figures": []}"#, to: "bare.json")
        _ = try run(["QN09902M", "-q", "-o", sandbox.path("n.html"), "--previous", sandbox.path("bare.json")])
        #expect(try figures("n.json").allSatisfy { $0["previous"] is NSNull && $0["change"] is NSNull })
        #expect(try #require(sandbox.text("n.html")).contains("Précédent (2015)"))
        try sandbox.write("{}", to: "other.json")
        let other = try run(["QN09902M", "-o", sandbox.path("o.html"), "--previous", sandbox.path("other.json")])
        #expect(other.code == 65 && other.stderr.contains("this is no sheet of qpv sheet"))
        #expect(sandbox.bytes("o.html") == nil && sandbox.bytes("o.json") == nil)
    }

    @Test("the earlier sheet is read before anything is written in its place, and a folder is asked for all")
    func earlierKept() throws {
        let folder = try sandbox.makeFolder("y")
        _ = try run(["QN09901M", "-q", "-o", "\(folder)/QN09901M.html"])
        let before = sandbox.bytes("y/QN09901M.json")
        let same = try run(["QN09901M", "-q", "-o", "\(folder)/QN09901M.html", "--previous", folder])
        #expect(same.code == 64 && same.stderr.contains("the output would replace an input"))
        #expect(sandbox.bytes("y/QN09901M.json") == before)
        #expect(try run(["QN09901M", "-q", "-o", sandbox.path("z.html"), "--previous", folder]).code == 0)
        let digest = try SHA256Digest.ofFile("\(folder)/QN09901M.json").hexadecimal
        #expect(try #require(sandbox.text("z.html.provenance.json")).contains(digest))
        // Its own sheet of yesterday is made again, anything else is somebody's.
        #expect(try run(["QN09901M", "-q", "-o", "\(folder)/QN09901M.html"]).code == 0)
        for other in ["{}", "mine", ""] {
            try sandbox.write(other, to: "o.json")
            let result = try run(["QN09901M", "-q", "-o", sandbox.path("o.html")])
            #expect(result.code == 73 && result.stderr.contains("o.json"))
            #expect(sandbox.text("o.json") == other && sandbox.bytes("o.html") == nil)
        }
        let all = try run(["--all", "-q", "-o", sandbox.path("f"), "--previous", sandbox.path("z.json")])
        #expect(all.code == 64 && all.stderr.contains("with --all, --previous is the folder"))
    }

    @Test("what was done to the counts of persons is told, and what is not known of them")
    func statements() throws {
        let rows = try audited([("QN09901M", 40), ("QN09902M", 30)])
        func page(_ options: [String]) throws -> String {
            let result = try run(["QN09901M", "-q", "-o", sandbox.path("f.html"), "--rows", rows] + options)
            #expect(result.code == 0, "\(result.stderr)")
            return try #require(sandbox.text("f.html"))
        }
        let plain = try page([])
        #expect(plain.contains("les effectifs de 1 à 4") && plain.contains("L’effectif des sûres dit ce que l’on sait"))
        #expect(plain.contains("indécidables (0), non localisées (1)"))
        #expect(plain.contains("audite.csv (SHA-256 \(try SHA256Digest.ofFile(rows).hexadecimal.prefix(12))…)"))
        #expect(try page(["--disclosure", "none"]).contains("Aucun secret statistique n’est appliqué"))
        let noisy = try page(["--disclosure", "cell-key", "--seed", "7"])
        #expect(noisy.contains("sont perturbés par la méthode des clés de cellules") && !noisy.contains("de 1 à 4, et"))
        try sandbox.write("id;qpv_verdict;qpv_code;qpv_name;qpv_quality\n", to: "audite.csv")
        #expect(try page([]).contains("n’a aucune ligne"))
        #expect(try value("persons_inside", "f.json") is NSNull)
    }

    @Test("a sheet that tells a person by its difference from the previous one is refused, or says that it does")
    func differencing() throws {
        func make(_ name: String, _ count: Int, _ options: String...) throws -> Program.Result {
            let rows = try audited([("QN09901M", count), ("QN09902M", 30)])
            return try run(["QN09901M", "-q", "-o", sandbox.path(name), "--rows", rows] + options)
        }
        #expect(try make("old.html", 40).code == 0)
        #expect(try #require(sandbox.text("old.html")).contains("peut révéler un petit effectif par différence"))
        let previous = sandbox.path("old.json")
        let refused = try make("new.html", 39, "--previous", previous)
        #expect(refused.code == 65 && refused.stderr.contains("--accept-differencing"), "\(refused.stderr)")
        #expect(sandbox.bytes("new.html") == nil && sandbox.bytes("new.json") == nil)
        #expect(try make("new.html", 39, "--previous", previous, "--accept-differencing").code == 0)
        #expect(try #require(sandbox.text("new.html")).contains("l’auteur de la fiche l’a accepté"))
        #expect(try #require(sandbox.text("new.html.provenance.json")).contains("\"differencing_accepted\": true"))
        #expect(try make("same.html", 40, "--previous", previous).code == 0)
        #expect(try #require(sandbox.text("same.html")).contains("ne révèle aucun petit effectif par différence"))
        #expect(try make("a.html", 40, "--accept-differencing").code == 64)
        // A folder of sheets: one of them is enough.
        func all(_ name: String, _ count: Int, _ options: String...) throws -> Program.Result {
            let rows = try audited([("QN09901M", 40), ("QN09902M", count)])
            return try run(["--all", "-q", "-o", sandbox.path(name), "--rows", rows] + options)
        }
        #expect(try all("y1", 30).code == 0)
        #expect(try all("y2", 31, "--previous", sandbox.path("y1")).code == 65)
        #expect(!FileManager.default.fileExists(atPath: sandbox.path("y2")))
        #expect(try all("y2", 60, "--previous", sandbox.path("y1")).code == 0)
    }

    @Test("places: the day, what is left out, categories without any place, and the base of the share")
    func placesToday() throws {
        let places = try sandbox.write(
            "nom;type;lon;lat;fermeture\nA;poste;2.2188;46.14;\nB;mairie;2.2188;46.14;2000-01-01\nC;parc;;;\n"
                + "D;poste;2.2188;46.14;hier\nA;poste;2.2188;46.14;\n", to: "lieux.csv")
        let result = try run([
            "QN09901M", "-o", sandbox.path("f.html"), "--places", places, "--on", "2024-06-01", "--within", "250.5",
        ])
        #expect(result.code == 0)
        #expect(result.stderr.contains("note: 1 place not located\n  --> \(places):4: address_empty"))
        let text = try #require(sandbox.text("f.html"))
        #expect(text.contains("Lieux ouverts le 01/06/2024 – lieux.csv") && text.contains("à 250,5 m ou moins"))
        #expect(
            text.contains(
                "non localisés (1), à la date illisible (1), pas ouverts ce jour-là (1), en double (1). Les lieux sont un minimum."
            ))
        let inside = try #require(try value("addresses_inside", "f.json") as? Int)
        let uncertain = try #require(try value("addresses_uncertain", "f.json") as? Int)
        #expect(inside == 184 && uncertain == 20 && text.contains("porte sur les 194 adresses"))
        #expect(try value("places_within_250.5_m", "f.json", category: "poste") as? Int == 1)
        #expect(try value("places_within_250.5_m", "f.json", category: "mairie") as? Int == 0)
        #expect(try value("places_within_250.5_m", "f.json", category: "parc") is NSNull)
        try sandbox.write("nom;lon;lat;fermeture\nB;2.2188;46.14;2000-01-01\n", to: "lieux.csv")
        _ = try run(["QN09901M", "-q", "-o", sandbox.path("f.html"), "--places", places, "--on", "2024-06-01"])
        #expect(try #require(sandbox.text("f.html")).contains("Aucun lieu du fichier n’est ouvert ce jour-là."))
    }

    @Test("letters on the map are those of the table")
    func letters() throws {
        let lines = (0..<12).map { "N\($0);cat \($0 < 10 ? "0" : "")\($0);\(2.2188 + Double($0) * 0.0002);46.14\n" }
        let places = try sandbox.write("nom;type;lon;lat\n" + lines.joined(), to: "lieux.csv")
        _ = try run(["QN09901M", "-q", "-o", sandbox.path("f.html"), "--places", places])
        let text = try #require(sandbox.text("f.html"))
        #expect(text.contains("J – cat 09") && text.contains("2 autres catégories"))
        #expect(text.contains(">J</text>") && !text.contains(">K</text>") && !text.contains(">L</text>"))
        _ = try sandbox.write("nom;type;lon;lat\n" + lines.prefix(11).joined(), to: "lieux.csv")
        _ = try run(["QN09901M", "-q", "-o", sandbox.path("f.html"), "--places", places])
        #expect(try #require(sandbox.text("f.html")).contains("1 autre catégorie "))
    }

    @Test("several features of one code: the communes of all")
    func united() throws {
        func feature(_ commune: String, _ name: String, _ x: Double) -> String {
            #"{"type":"Feature","properties":{"code_qp":"QN99001N","lib_qp":"Un","insee_com":"\#(commune)","lib_com":"\#(name)"},"#
                + #""geometry":{"type":"Polygon","coordinates":[[[\#(x),46.137],[\#(x + 0.005),46.137],[\#(x + 0.005),46.142],"#
                + #"[\#(x),46.142],[\#(x),46.137]]]}}"#
        }
        let file = try sandbox.write(
            #"{"type":"FeatureCollection","features":[\#(feature("23901", "Valfictif", 2.215)),\#(feature("23902", "Ailleurs", 2.222))]}"#,
            to: "p.geojson")
        let result = try sandbox.qpv(
            "sheet", "QN99001N", "-q", "-o", sandbox.path("f.html"), "--perimeters", file, "--gazetteer",
            Samples.gazetteer.path)
        #expect(result.code == 0)
        #expect(try #require(sandbox.text("f.html")).contains("Valfictif (23901), Ailleurs (23902)"))
    }

    @Test("a folder of all sheets with an index: the same whatever the threads, each as made alone")
    func all() throws {
        let rows = try audited([("QN09901M", 40), ("QN09902M", 30), ("QN09903I", 20)])
        let options = ["-q", "--rows", rows] + Self.content
        for threads in ["1", "3"] {
            let result = try run(["--all", "-o", sandbox.path("fiches-\(threads)"), "--threads", threads] + options)
            #expect(result.code == 0 && result.stderr == "")
        }
        let names = try sandbox.names(in: "fiches-1")
        #expect(names.count == 2 * 4 + 2 && names.contains("index.html") && names.contains("provenance.json"))
        for name in names { #expect(sandbox.bytes("fiches-1/\(name)") == sandbox.bytes("fiches-3/\(name)")) }
        _ = try run(["QN09904N", "-o", sandbox.path("one.html")] + options)
        #expect(sandbox.bytes("one.html") == sandbox.bytes("fiches-1/QN09904N.html"))
        #expect(sandbox.bytes("one.json") == sandbox.bytes("fiches-1/QN09904N.json"))
        #expect(try #require(sandbox.text("fiches-1/index.html")).contains("<a href=\"QN09904N.html\">"))
        let next = try run(["--all", "-q", "-o", sandbox.path("next"), "--previous", sandbox.path("fiches-1")])
        #expect(next.code == 0)
        #expect(try figures("next/QN09901M.json")[0]["change"] as? Double == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: sandbox.path("next"))[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o700 } == 0o700 && mode != 0o700)
    }

    @Test("a page is well-formed, needs nothing from elsewhere, and escapes what a file says")
    func page() throws {
        let names = try String(contentsOfFile: "geodata/perimetres-2024.geojson", encoding: .utf8)
            .replacing("Tilleuls Fictifs", with: "<b>Tilleuls & \\\"Cie\\\"</b>")
        let file = try sandbox.write(names, to: "p.geojson")
        for language in ["fr", "en"] {
            let result = try sandbox.qpv(
                [
                    "sheet", "QN09901M", "-q", "-o", sandbox.path("f.html"), "--lang", language, "--perimeters", file,
                    "--communes",
                    file, "--gazetteer", Samples.gazetteer.path,
                ] + Self.content)
            #expect(result.code == 0)
            let text = try #require(sandbox.text("f.html"))
            let parser = XMLParser(data: Data(text.replacing("<!DOCTYPE html>", with: "").utf8))
            #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
            for word in ["http:", "https:", "<script", "<link", "@import", "<b>"] { #expect(!text.contains(word)) }
            #expect(text.contains("lang=\"\(language)\"") && text.contains("stroke-dasharray"))
        }
        let piped = try run(["QN09901M", "-q", "-o", "-"])
        #expect(piped.text.hasPrefix("<!DOCTYPE html>") && piped.text.hasSuffix("</html>\n"))
    }

    @Test("a perimeter that the gazetteer does not know has no addresses known, not none")
    func unknownAddresses() throws {
        let far = try sandbox.write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code_qp":"QN05701M","nom_qp":"Borny","#
                + #""insee_com":"57463"},"geometry":{"type":"Polygon","coordinates":[[[6.21,49.10],[6.22,49.10],[6.22,49.11],"#
                + #"[6.21,49.10]]]}},{"type":"Feature","properties":{"code_qp":"QN05702M"},"geometry":null}]}"#,
            to: "p.geojson")
        let common = ["--perimeters", far, "--gazetteer", Samples.gazetteer.path]
        let result = try sandbox.qpv(["sheet", "borny", "-q", "-o", sandbox.path("f.html")] + common)
        #expect(result.code == 0)
        let figure = try #require(try figures("f.json").first { $0["name"] as? String == "addresses_inside" })
        #expect(figure["status"] as? String == "unknown" && figure["value"] is NSNull)
        // One without a shape has no sheet; in a folder the index says so.
        #expect(try sandbox.qpv(["sheet", "QN05702M", "-q", "-o", sandbox.path("g.html")] + common).code == 65)
        let all = try sandbox.qpv(["sheet", "--all", "-q", "-o", sandbox.path("fiches")] + common)
        #expect(all.code == 0 && all.stderr.contains("QN05702M cannot be used"))
        #expect(try sandbox.names(in: "fiches") == ["QN05701M.html", "QN05701M.json", "index.html", "provenance.json"])
        #expect(try #require(sandbox.text("fiches/index.html")).contains("faute de tracé utilisable : 1"))
    }

    @Test(
        "real perimeters and addresses: a sheet a perimeter, with the counts of qpv addresses",
        .enabled(if: RealData.has(bondy, addressesOfBondy), "\(RealData.missing)"))
    func real() throws {
        let gazetteer = sandbox.path("bondy.qpvg")
        _ = try sandbox.qpv("gazetteer", "build", "-q", RealData.path(Self.addressesOfBondy), "-o", gazetteer)
        let common = ["--perimeters", RealData.path(Self.bondy), "--gazetteer", gazetteer, "-q"]
        let result = try sandbox.qpv(["sheet", "--all", "-o", sandbox.path("fiches")] + common)
        #expect(result.code == 0)
        #expect(try sandbox.names(in: "fiches").count == 2 * 4 + 2)
        for code in ["QN09312I", "QN09313I", "QN09314M", "QN09371N"] {
            let boxes = try sandbox.qpv(["addresses", code] + common).text
            let count = boxes.components(separatedBy: ",inside,").count - 1
            #expect(try value("addresses_inside", "fiches/\(code).json") as? Int == count)
        }
    }

    private static let bondy = "data/qpv2024-bondy/qpv2024_bondy.geojson"
    private static let addressesOfBondy = "data/ban-bondy/adresses-93010.csv"

    @Test("bad input is refused, and no output is left")
    func refused() throws {
        let out = sandbox.path("f.html")
        #expect(try run(["-o", out]).code == 64)
        #expect(try run(["QN09903I", "--all", "-o", out]).code == 64)
        #expect(try run(["QN09903I", "-o", sandbox.path("f.txt")]).code == 64)
        for options in [
            ["--on", "2024-01-01"], ["--within", "300"], ["--verdict-column", "v"], ["--threshold", "5"],
            ["--disclosure", "none"], ["--rows", "geodata/actions.csv", "--disclosure", "none", "--threshold", "5"],
        ] {
            #expect(try run(["QN09903I", "-o", out] + options).code == 64, "\(options)")
        }
        #expect(try run(["QN09903I", "-o", out, "--threshold", "2", "--rows", "geodata/actions.csv"]).code == 64)
        #expect(try run(["QN09903I", "-o", sandbox.path("none/f.html")]).code == 73)
        #expect(try run(["--all", "-o", sandbox.path("none/f")]).code == 73)
        #expect(try run(["QN09903I", "-q", "-o", "/dev/full"]).code == 64)
        #expect(try run(["QN09903I", "-o", out, "--rows", "nowhere.csv"]).code == 66)
        #expect(try run(["QN09903I", "-o", out, "--places", "nowhere.csv"]).code == 66)
        #expect(try run(["QN09903I", "-o", out, "--previous", "nowhere.json"]).code == 66)
        #expect(try run(["QN09903I", "-o", out, "--against", "nowhere.geojson"]).code == 66)
        #expect(try run(["QN09903I", "-o", out, "--rows", "geodata/beneficiaires.csv"]).code == 65)
        let other = try audited([("QP099001", 9)])
        let wrong = try run(["QN09903I", "-q", "-o", out, "--rows", other])
        #expect(wrong.code == 65 && wrong.stderr.contains("rows are inside QP099001, which is none of the perimeters"))
        let unknown = try run(["fee", "-q", "-o", out])
        let listed = try sandbox.qpv(["addresses", "fee", "-q"] + Self.perimeters)
        #expect(unknown.code == 65 && unknown.stderr == listed.stderr)
        let nowhere = try run(["--all", "--commune", "Nulle-Part", "-q", "-o", sandbox.path("f")])
        #expect(nowhere.code == 65 && nowhere.stderr.hasPrefix("error: no perimeter is in \"Nulle-Part\"\n  --> "))
        _ = try sandbox.makeFolder("kept")
        try sandbox.write("mine", to: "kept/a.txt")
        let taken = try run(["--all", "-o", sandbox.path("kept")])
        #expect(taken.code == 73 && taken.stderr.contains("there is something of this name already"))
        #expect(try sandbox.names(in: ".") == ["audite.csv", "home", "kept", "tmp"])
        #expect(try sandbox.names(in: "kept") == ["a.txt"])
    }
}
