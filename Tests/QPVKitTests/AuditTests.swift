import Foundation
import Gazetteer
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Comparing
@testable import Coverage
@testable import Disclosure
@testable import Perimeters
@testable import Provenance
@testable import Sheets
@testable import Tables
@testable import Verdicts

/// Audits bytes against the hamlet.
struct Audited {
    var bytes: [UInt8] = []
    var summary = AuditSummary()
    var header: [String] = []
    var rows: [[String]] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    init(
        _ input: [UInt8], plan: RowPlan? = nil, threads: Int = 2, batchBytes: Int = 1 << 20,
        columns: Audit.Columns = .audit,
        stated: CSVDialect.Override = .init(), rule: CSVHeader.Rule = .required, atlas: Atlas = Hamlet.shared.atlas
    ) async throws {
        let reader = try CSVReader(
            ByteSource(bytes: input, name: "input.csv"), stated: stated, header: rule, batchBytes: batchBytes)
        let audit = Audit(atlas: atlas, gazetteer: Hamlet.shared.gazetteer, columns: columns)
        let plan =
            try plan
            ?? RowPlan.found(
                in: ColumnNames(reader.header.names, sample: reader.firstRows(ColumnNames.sampleRows)))
        var bytes: [UInt8] = []
        summary = try await audit.run(reader, plan: plan, threads: threads) { bytes += $0.bytes }
        self.bytes = bytes
        let output = try CSVReader(ByteSource(bytes: bytes), stated: .init(delimiter: reader.dialect.delimiter))
        header = output.header.names
        while let batch = try output.nextBatch() { for i in 0..<batch.count { rows.append(batch.texts(i)) } }
    }

    init(_ input: String, plan: RowPlan? = nil, columns: Audit.Columns = .audit, batchBytes: Int = 1 << 20)
        async throws
    {
        try await self.init(Array(input.utf8), plan: plan, batchBytes: batchBytes, columns: columns)
    }

    /// A column by its name.
    func column(_ name: String) -> [String] {
        let index = header.firstIndex(of: name)!
        return rows.map { $0[index] }
    }
}

@Suite("an audit")
struct AuditTests {
    /// Rows of every kind, with quotes, line ends in cells, missing and superfluous cells.
    static func file(_ count: Int, seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        let streets = [
            "rue des Lilas", "RUE DES LILAS", "rue du Moulin", "av centrale", "\"rue de la Fontaine\"",
            "impasse du Verger",
            "rue du Port", "\"Rés. \"\"A\"\"; rue du\nMoulin\"", "", "boulevard Zzyzx",
        ]
        let places = [
            "23950;Ombreville-le-Test", "23950;OMBREVILLE LE TEST", "23960;Sablons", ";Sablons", "23980;Calme-les-Bois",
            ";", "23950",
        ]
        var text = "id;Adresse;CP;Commune\r\n"
        for i in 0..<count {
            let number = Int.random(in: 0...22, using: &generator)
            let street = streets.randomElement(using: &generator)!
            let place = places.randomElement(using: &generator)!
            let written = street.hasPrefix("\"") || number == 0 ? street : "\(number) \(street)"
            text += "\(i);\(written);\(place)\(i % 41 == 40 ? ";;" : "")\(i % 97 == 96 ? ";trop" : "")\r\n"
        }
        return text
    }

    @Test("fewer columns are the same cells, for addresses and for positions")
    func fewerColumns() async throws {
        let point = Hamlet.degrees(300, 100)
        for input in [
            "adresse;cp;commune\n5 rue des Lilas;23950;Ombreville-le-Test\n;;\nboulevard Zzyzx;23950;Ombreville-le-Test\n",
            "lon;lat\n\(point.x);\(point.y)\n0;0\nx;y\n",
        ] {
            let whole = try await Audited(input)
            for columns: Audit.Columns in [.verdict, [.verdict, .position], [.verdict, .match], [.verdict, .insee]] {
                let part = try await Audited(input, columns: columns)
                for name in part.header where whole.header.contains(name) {
                    #expect(part.column(name) == whole.column(name), "\(name)")
                }
                #expect(part.header.contains("qpv_reason"))
                #expect(part.header.contains("result_id") == columns.contains(.match))
                #expect(part.header.contains("latitude") == columns.contains(.position))
            }
        }
    }

    @Test("the bytes do not depend on threads or the size of batches; order is kept and every row comes out")
    func parallel() async throws {
        let seed: UInt64 = 21
        let input = Array(Self.file(1200, seed: seed).utf8)
        let serial = try await Audited(input, threads: 1)
        #expect(serial.column("id") == (0..<1200).map(String.init))
        for (threads, batch) in [(1, 100), (2, 1000), (3, 333), (8, 64), (8, 1), (2, 1 << 20)] {
            let other = try await Audited(input, threads: threads, batchBytes: batch)
            #expect(other.bytes == serial.bytes, "seed \(seed), \(threads) threads, batches of \(batch)")
            #expect(other.summary.json == serial.summary.json)
        }
    }

    @Test("the row's own bytes are kept as they are, the verdict follows")
    func untouched() async throws {
        let row = "\"1\";  \"5 rue \"\"des\"\" Lilas\" ;23950;Ombreville-le-Test"
        let audited = try await Audited("id;adresse;cp;commune\n" + row + "\n")
        #expect(audited.text.split(separator: "\n")[1].hasPrefix(row + ";inside;QN99801N;"))
        #expect(audited.header.prefix(4) == ["id", "adresse", "cp", "commune"])
        #expect(Array(audited.header.dropFirst(4)) == VerdictColumns.names(.audit))
    }

    @Test("the columns of the contract, in its order")
    func contract() {
        let names = """
            qpv_verdict qpv_code qpv_name qpv_probability qpv_quality qpv_distance_m qpv_nearest_code qpv_reason \
            qpv_addresses qpv_addresses_inside longitude latitude result_label result_score result_score_next result_type \
            result_id result_housenumber result_name result_street result_postcode result_city result_citycode plg_qp24 \
            qualite_qp24
            """
        #expect(VerdictColumns.names([.audit, .insee]).joined(separator: " ") == names)
    }

    @Test("an uncertain row has no code, only that of the nearest perimeter; so have outside and not located")
    func codeOnlyInside() async throws {
        let audited = try await Audited(Self.file(600, seed: 22))
        let verdicts = audited.column("qpv_verdict"), codes = audited.column("qpv_code"),
            names = audited.column("qpv_name")
        let nearest = audited.column("qpv_nearest_code"), qualities = audited.column("qpv_quality")
        for (i, verdict) in verdicts.enumerated() {
            #expect(codes[i].isEmpty == (verdict != "inside"), "row \(i)")
            #expect(names[i].isEmpty == (verdict != "inside"), "row \(i)")
            #expect((qualities[i] == "3") == (verdict == "uncertain" || verdict == "not_located"), "row \(i)")
            if verdict == "not_located" { #expect(nearest[i].isEmpty, "row \(i)") }
        }
        #expect(Set(verdicts) == ["inside", "outside", "uncertain", "not_located"])
    }

    @Test("a row with too few cells is completed, one with too many keeps them behind the verdict and is malformed")
    func ragged() async throws {
        let audited = try await Audited(
            "adresse;cp;commune\n5 rue des Lilas;23950\n5 rue des Lilas;23950;Ombreville-le-Test;;\n"
                + "5 rue des Lilas;23950;Ombreville-le-Test;de trop\n5 rue des Lilas;23950;Ombreville-le-Test\n")
        let verdict = 3
        #expect(audited.rows.map { $0[verdict] } == ["inside", "inside", "not_located", "inside"])
        #expect(audited.rows[2][verdict + 7] == "row_malformed")
        #expect(audited.rows[0].count == audited.header.count && audited.rows[3].count == audited.header.count)
        #expect(audited.rows[1].count == audited.header.count + 2)
        #expect(audited.rows[2].last == "de trop")
        #expect(audited.summary.raggedRows == 3)
    }

    @Test("bytes that are no text make a row malformed only where they are needed")
    func invalidText() async throws {
        var input = Array("nom;adresse;cp;commune\nRené é;5 rue des Lilas;23950;Ombreville-le-Test\nX".utf8)
        input += [0xE9, 0xFF] + Array(";5 rue des Lilas;23950;Ombreville-le-Test\nY;5 rue des Lil".utf8)
        input += [0xFF] + Array("s;23950;Ombreville-le-Test\n".utf8)
        let audited = try await Audited(input, stated: .init(encoding: .utf8))
        #expect(audited.column("qpv_reason") == ["inside", "inside", "row_malformed"])
        #expect(audited.bytes.contains(0xFF))
    }

    @Test("a name that the file has already gets the first free number")
    func collisions() async throws {
        let audit = Audit(atlas: .empty, gazetteer: nil)
        let names = audit.columnNames(after: ["adresse", "longitude", "qpv_code", "qpv_code_2", "latitude"])
        #expect(names.filter { $0.hasPrefix("qpv_code") } == ["qpv_code_3"])
        #expect(names.filter { $0.hasPrefix("l") } == ["longitude_2", "latitude_2"])
        #expect(Set(names).count == names.count)
        // Audited again, the columns stand twice, each by a name of its own.
        let once = try await Audited("adresse;cp;commune\n5 rue des Lilas;23950;Ombreville-le-Test\n")
        let twice = try await Audited(once.text)
        #expect(Set(twice.header).count == twice.header.count)
        #expect(twice.column("qpv_verdict") == twice.column("qpv_verdict_2"))
    }

    @Test("a file without a header line gets one")
    func noHeader() async throws {
        var columns = RowPlan.AddressColumns()
        (columns.text, columns.postcode, columns.city) = ([0], 1, 2)
        let audited = try await Audited(
            Array("5 rue des Lilas;23950;Ombreville-le-Test\n5 rue du Moulin;23950;Ombreville-le-Test\n".utf8),
            plan: .addresses(columns), rule: .absent)
        #expect(audited.header.prefix(4) == ["column_1", "column_2", "column_3", "qpv_verdict"])
        #expect(audited.column("qpv_verdict") == ["inside", "outside"])
    }

    @Test("the complement is read when the address alone has no street, with verdicts and without")
    func complement() async throws {
        let input = "adresse;complement;cp;commune\nBat C 2;5 rue des Lilas;23950;Ombreville-le-Test\n"
        #expect(try await Audited(input).column("result_id") == ["23951_0010_00005"])
        #expect(try await Audited(input, columns: .geocoding).column("result_id") == ["23951_0010_00005"])
        let other = "adresse;complement;cp;commune\n5 rue du Moulin;3 rue des Lilas;23950;Ombreville-le-Test\n"
        #expect(try await Audited(other).column("result_id") == ["23951_0020_00005"])
    }

    @Test("INSEE's columns: the code, HZ, CSZ, or nothing when undecided")
    func insee() async throws {
        let audited = try await Audited(
            """
            adresse;cp;commune
            5 rue des Lilas;23950;Ombreville-le-Test
            5 rue du Moulin;23950;Ombreville-le-Test
            3 chemin du Ruisseau;23980;Calme-les-Bois
            boulevard Zzyzx;23980;Calme-les-Bois
            avenue Centrale;23950;Ombreville-le-Test
            ;;

            """, columns: [.audit, .insee])
        #expect(audited.column("plg_qp24") == ["QN99801N", "HZ", "CSZ", "CSZ", "", ""])
        #expect(audited.column("qualite_qp24") == audited.column("qpv_quality"))
        let point = Hamlet.degrees(300, 100)
        let positions = try await Audited("lon;lat\n\(point.x);\(point.y)\n", columns: [.audit, .insee])
        #expect(positions.column("qpv_verdict") == ["outside"] && positions.column("plg_qp24") == [""])
    }

    @Test("Windows-1252 and CRLF go in and come out, with the names of perimeters in the same encoding")
    func windows1252() async throws {
        let text =
            "Prénom;Adresse;CP;Commune\r\nZoé;5 rue des Lilas;23950;Ombreville-le-Test\r\nÉtienne;Côte œuvre;;\r\n"
        let input = TextEncoding.windows1252.bytes(text)
        let audited = try await Audited(input)
        let output = TextEncoding.windows1252.bytes("\"Les Ombres; côté \"\"Œuf\"\"\"")
        #expect(audited.bytes.starts(with: TextEncoding.windows1252.bytes("Prénom;Adresse;CP;Commune;qpv_verdict")))
        #expect(audited.bytes.firstRange(of: output) != nil)
        #expect(audited.bytes.firstRange(of: TextEncoding.windows1252.bytes("\r\nZoé;5 rue des Lilas")) != nil)
        #expect(audited.bytes.filter { $0 == 0x0A }.count == 3 && audited.bytes.filter { $0 == 0x0D }.count == 3)
        #expect(audited.bytes.suffix(2) == [0x0D, 0x0A])
    }

    @Test("UTF-8 with its mark, tabs and LF go in and come out")
    func mark() async throws {
        let input = "\u{FEFF}adresse\tcp\tcommune\n5 rue des Lilas\t23950\tOmbreville-le-Test\n"
        let audited = try await Audited(input)
        #expect(audited.bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("adresse\tcp\tcommune\tqpv_verdict\t".utf8)))
        #expect(audited.rows[0][3] == "inside")
    }

    @Test("a file with decimal commas gets its numbers with decimal commas")
    func decimalComma() async throws {
        let p = Hamlet.degrees(100, 100)
        let x = "\(p.x)".replacingOccurrences(of: ".", with: ","), y = "\(p.y)".replacingOccurrences(of: ".", with: ",")
        let audited = try await Audited("lon;lat\n\(x);\(y)\n\(x);\(y)\n")
        #expect(audited.column("qpv_verdict") == ["inside", "inside"])
        #expect(audited.column("qpv_probability") == ["1,000", "1,000"])
        #expect(audited.column("qpv_distance_m") == ["-100,000", "-100,000"])
        #expect(audited.column("longitude")[0].contains(","))
    }

    // MARK: Positions

    @Test("positions in degrees, in Lambert-93, in web Mercator and in the old Lambert answer the same")
    func positions() async throws {
        let seed: UInt64 = 23
        var generator = SeededGenerator(seed: seed)
        let points = (0..<300).map { _ in
            Point(
                x: 700_000 + .random(in: -100...300, using: &generator),
                y: 6_600_000 + .random(in: -100...300, using: &generator))
        }
        let toDegrees = try Projector(from: .lambert93, to: .wgs84)
        let degrees = try points.map { try #require(toDegrees.project($0)) }
        let examiner = Hamlet.shared.examiner()
        let expected = try degrees.map { try examiner.examine(longitude: $0.x, latitude: $0.y).verdict }
        for epsg in [4326, 2154, 3857, 4171, 27572, 4275] {
            let crs = try #require(CRS(epsg: epsg))
            let projector = try Projector(from: .wgs84, to: crs)
            let lines = try degrees.map { p in
                let q = epsg == 4326 ? p : try #require(projector.project(p))
                return "\(q.x);\(q.y)"
            }
            let audited = try await Audited(
                "a;b\n" + lines.joined(separator: "\n") + "\n", plan: .coordinates(.init(x: 0, y: 1, crs: crs)),
                batchBytes: 500)
            let verdicts = audited.column("qpv_verdict"), distances = audited.column("qpv_distance_m")
            for (i, verdict) in expected.enumerated() {
                let distance = try #require(Double(distances[i]))
                #expect(abs(distance - (verdict.distance ?? .nan)) < 0.02, "seed \(seed), EPSG:\(epsg), row \(i)")
                // Two centimetres may change a share of the disc by a thousandth.
                let share = verdict.probability ?? 0
                if abs(share - 0.9) > 0.002, abs(share - 0.1) > 0.002 {
                    #expect(verdicts[i] == verdict.decision.rawValue, "seed \(seed), EPSG:\(epsg), row \(i)")
                }
            }
        }
    }

    @Test("overseas positions meet overseas perimeters in their own grid, and metropolitan ones none")
    func overseas() async throws {
        let grid = try #require(CRS(epsg: 2975))
        let corner = try #require(Projector(from: .wgs84, to: grid).project(Point(x: 55.45, y: -20.9)))
        let reunion = Perimeter(
            code: "QN97499N", name: "Île", kind: .qpv, vintage: 2024, communeCodes: [], communeNames: [],
            territory: .reunion,
            shape: square(corner.x, corner.y, 200), repair: nil, line: 9)
        let atlas = Atlas(Hamlet.shared.atlas.perimeters + [reunion], source: SourceFile(path: "", sha256: ""))
        let degrees = try await Audited(
            Array("lon,lat\n55.451,-20.899\n55.44,-20.9\n3.001,46.501\n-61.0,14.6\n".utf8), atlas: atlas)
        #expect(degrees.column("qpv_verdict") == ["inside", "outside", "inside", "outside"])
        #expect(degrees.column("qpv_code") == ["QN97499N", "", "QN99801N", ""])
        #expect(degrees.column("qpv_distance_m")[3] == "")
        let metres = try await Audited(
            Array("x,y\n\(corner.x + 100),\(corner.y + 100)\n".utf8), plan: .coordinates(.init(x: 0, y: 1, crs: grid)),
            atlas: atlas)
        #expect(metres.column("qpv_verdict") == ["inside"])
        #expect(metres.column("qpv_distance_m") == ["-100.000"])
    }

    @Test("coordinates that are none are said by kind, and stop nothing")
    func invalidPositions() async throws {
        let audited = try await Audited(
            "lon;lat\n3.0005;46.5003\n46.5003;3.0005\n0;0\n;\nabc;46\n700000;6600000\n-150;80\n3.0005;46.5003;x\n")
        let reasons = audited.column("qpv_reason")
        #expect(reasons[0] == "inside" && reasons[1...6].allSatisfy { $0 == "coordinates_invalid" })
        #expect(audited.rows[7][2 + 7] == "row_malformed")
        #expect(
            audited.summary.coordinateFaults
                == ["swapped": 1, "zero": 1, "not_finite": 2, "looks_like": 1, "out_of_territory": 1])
        #expect(audited.column("longitude").dropFirst().prefix(6).allSatisfy { $0.isEmpty })
        let grid = try await Audited("x;y\n700100;6600100\n3.0005;46.5003\n0;0\n")
        #expect(grid.column("qpv_reason") == ["inside", "coordinates_invalid", "coordinates_invalid"])
        #expect(grid.summary.coordinateFaults == ["looks_like": 1, "zero": 1])
    }

    @Test("a position on the border has the distance 0.000, without a sign")
    func onBorder() async throws {
        let audited = try await Audited("x;y\n700000;6600100\n700200.0;6600100\n")
        #expect(audited.column("qpv_distance_m") == ["0.000", "0.000"])
        #expect(audited.column("qpv_probability") == ["0.500", "0.500"])
    }

    // MARK: Counts

    @Test("the summary is a recount of the output")
    func recount() async throws {
        let audited = try await Audited(Self.file(900, seed: 24))
        let verdicts = audited.column("qpv_verdict"), qualities = audited.column("qpv_quality")
        let reasons = audited.column("qpv_reason"), types = audited.column("result_type")
        let summary = audited.summary
        #expect(summary.rows == 900 && audited.rows.count == 900)
        for decision in Verdict.Decision.allCases {
            for quality in Verdict.Quality.allCases {
                for reason in Verdict.Reason.allCases {
                    let counted = verdicts.indices.filter {
                        verdicts[$0] == decision.rawValue && qualities[$0] == "\(quality.rawValue)"
                            && reasons[$0] == reason.rawValue
                    }.count
                    #expect(summary.rows(decision, quality: quality, reason: reason) == counted)
                }
            }
            #expect(summary.rows(decision) == verdicts.filter { $0 == decision.rawValue }.count)
            #expect(summary.reasons(decision).map(\.rows).reduce(0, +) == summary.rows(decision))
            #expect(summary.reasons(decision).map(\.rows) == summary.reasons(decision).map(\.rows).sorted(by: >))
        }
        for level in MatchLevel.allCases {
            #expect(summary.levels[level, default: 0] == types.filter { $0 == level.rawValue }.count)
        }
        let inside = verdicts.filter { $0 == "inside" }.count
        #expect(
            summary.shareInside == Double(inside) / Double(verdicts.filter { $0 == "inside" || $0 == "outside" }.count))
    }

    @Test("the share among all rows lies between the bounds, whatever the undecided rows turn out to be")
    func bounds() async throws {
        let seed: UInt64 = 25
        var generator = SeededGenerator(seed: seed)
        let audited = try await Audited(Self.file(500, seed: seed))
        let verdicts = audited.column("qpv_verdict")
        let lower = try #require(audited.summary.lowerBound), upper = try #require(audited.summary.upperBound)
        #expect(lower < upper)
        for chance in [0.0, 0.1, 0.5, 0.9, 1] {
            for _ in 0..<50 {
                let inside = verdicts.filter {
                    switch $0 {
                    case "inside": true
                    case "outside": false
                    default: Double.random(in: 0..<1, using: &generator) < chance
                    }
                }.count
                let truth = Double(inside) / Double(verdicts.count)
                #expect(lower <= truth && truth <= upper, "seed \(seed), chance \(chance)")
            }
        }
    }

    @Test("a summary of nothing has no shares")
    func emptySummary() async throws {
        let audited = try await Audited("adresse;cp;commune\n")
        #expect(audited.summary.rows == 0 && audited.rows.isEmpty)
        #expect(
            audited.summary.shareInside == nil && audited.summary.lowerBound == nil && audited.summary.upperBound == nil
        )
        #expect(audited.text.hasPrefix("adresse;cp;commune;qpv_verdict;"))
    }

    @Test("summaries of parts add up to the summary of the whole")
    func additive() async throws {
        let text = Self.file(300, seed: 26)
        let whole = try await Audited(text).summary
        let chunked = try await Audited(text, batchBytes: 50).summary
        var sum = AuditSummary()
        sum.add(chunked)
        sum.add(AuditSummary())
        #expect(sum.json == whole.json && sum.raggedRows == whole.raggedRows)
    }

    @Test("any bytes at all end in an error or in as many rows as went in")
    func fuzz() async throws {
        let seed: UInt64 = 27
        var generator = SeededGenerator(seed: seed)
        let base = Array(Self.file(20, seed: seed).utf8)
        for number in 0..<150 {
            var bytes = base
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let place = Int.random(in: 22..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 1...255, using: &generator)
                case 1: bytes.remove(at: place)
                default:
                    bytes.insert([0x22, 0x3B, 0x0A, 0x0D, 0xFF, 0xC3].randomElement(using: &generator)!, at: place)
                }
            }
            let reader = try CSVReader(ByteSource(bytes: bytes))
            var expected = 0
            do { while let batch = try reader.nextBatch() { expected += batch.count } } catch { continue }
            let audited = try await Audited(bytes, batchBytes: 64)
            #expect(audited.summary.rows == expected, "seed \(seed), case \(number)")
        }
    }
}
