import Foundation
import Gazetteer
import Geodesy
import Interchange
import Planar
import QPVKit
import TestSupport

@testable import Comparing
@testable import Perimeters
@testable import Provenance
@testable import Sheets
@testable import Verdicts

/// A small invented place: four communes, five streets and more, two perimeters; made once for all tests.
///
/// Metres are counted from 700000, 6600000 of Lambert-93 (3° E, 46.5° N).
struct Hamlet: Sendable {
    static let shared = try! Hamlet()

    let atlas: Atlas
    let gazetteer: Gazetteer

    static let header =
        "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;"
        + "x;y;lon;lat;type_position"

    init() throws {
        let folder = try TemporaryFolder()
        let projector = try Projector(from: .wgs84, to: .lambert93)
        var lines = [Self.header]
        func add(
            _ commune: (code: String, postcode: String, name: String), _ street: (id: String, name: String),
            _ number: Int,
            _ x: Double, _ y: Double, _ type: String = "entrée", old: (code: String, name: String) = ("", ""),
            rep: String = ""
        ) {
            let p = Point(x: 700_000 + x, y: 6_600_000 + y)
            let degrees = projector.inverse(p)!
            let id = "\(commune.code)_\(street.id)_\(String(format: "%05d", number))"
            lines.append(
                "\(id)\(rep.isEmpty ? "" : "_" + rep);\(number);\(rep);\(street.name);\(commune.postcode);\(commune.code);"
                    + "\(commune.name);\(old.code);\(old.name);\(p.x);\(p.y);\(degrees.x);\(degrees.y);\(type)")
        }
        let town = (code: "23951", postcode: "23950", name: "Ombreville-le-Test")
        for n in 1...20 where n != 11 { add(town, ("0010", "Rue des Lilas"), n, 10 + 9 * Double(n), 100) }
        for n in 1...20 { add(town, ("0020", "Rue du Moulin"), n, 10 + 9 * Double(n), 400) }
        for n in 1...20 {
            add(town, ("0030", "Avenue Centrale"), n, 98 + 10 * Double(n), 60, n == 10 ? "parcelle" : "entrée")
        }
        for n in 1...6 {
            add(town, ("0040", "Rue de la Fontaine"), n, 20 + 10 * Double(n), 150, old: ("23961", "Dedans"))
        }
        for n in 1...6 {
            add(town, ("0050", "Rue de la Fontaine"), n, 20 + 10 * Double(n), 900, old: ("23962", "Dehors"))
        }
        for n in 1...6 {
            add(town, ("0060", "Rue des Peupliers"), n, 20 + 10 * Double(n), 950, old: ("23961", "Dedans"))
        }
        for n in 1...6 {
            add(town, ("0070", "Rue des Peupliers"), n, 20 + 10 * Double(n), 990, old: ("23962", "Dehors"))
        }
        // Nineteen numbers inside, one outside: decided, never sure.
        for n in 1...20 { add(town, ("0080", "Impasse du Verger"), n, n == 20 ? 300 : 9 * Double(n), 30) }
        let first = (code: "23952", postcode: "23960", name: "Sablons")
        let second = (code: "23953", postcode: "23970", name: "Sablons")
        for n in 1...8 { add(first, ("0010", "Rue du Port"), n, 5000 + 10 * Double(n), 50) }
        for n in 1...8 { add(second, ("0010", "Rue du Port"), n, 10 * Double(n), 5050) }
        let calm = (code: "23954", postcode: "23980", name: "Calme-les-Bois")
        for n in 1...8 { add(calm, ("0010", "Chemin du Ruisseau"), n, 5000 + 10 * Double(n), 5050) }
        // A commune whose positions are no places in France.
        lines.append("23955_0010_00001;1;;Rue Perdue;23990;23955;Nulle-Part;;;0;0;10.5;10.5;entrée")
        // A commune whose perimeter has no usable shape.
        let lost = (code: "23956", postcode: "23995", name: "Pointvert")
        for n in 1...8 { add(lost, ("0010", "Rue Haute"), n, 9000 + 10 * Double(n), 50) }
        let csv = try folder.write(lines.joined(separator: "\n") + "\n", to: "ban.csv")
        _ = try Gazetteer.build(inputs: [csv], output: folder.path("ban.qpvg"))
        gazetteer = try Gazetteer(path: folder.path("ban.qpvg"))

        func perimeter(_ code: String, _ name: String, _ communes: [String], _ shape: MultiPolygon, _ line: Int)
            -> Perimeter
        {
            Perimeter(
                code: code, name: name, kind: .qpv, vintage: 2024, communeCodes: communes, communeNames: [],
                territory: .metropole, shape: shape.moved(700_000, 6_600_000).oriented, repair: nil,
                line: line)
        }
        atlas = Atlas(
            [
                perimeter("QN99801N", "Les Ombres; côté \"Œuf\"", ["23951"], square(0, 0, 200), 1),
                perimeter("QN99802N", "Le Port", ["23952"], square(5000, 0, 200), 2),
                perimeter("QN99803N", "Point", ["23956"], MultiPolygon(), 3),
            ], source: SourceFile(path: "hameau.geojson", sha256: "00"))
    }

    func examiner(_ options: Examiner.Options = .init()) -> Examiner {
        Examiner(atlas: atlas, gazetteer: gazetteer, options: options)
    }

    /// Degrees of a point in metres.
    static func degrees(_ x: Double, _ y: Double) -> Point {
        try! Projector(from: .wgs84, to: .lambert93).inverse(Point(x: 700_000 + x, y: 6_600_000 + y))!
    }
}
