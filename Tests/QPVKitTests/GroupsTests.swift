import Foundation
import Gazetteer
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Verdicts

@Suite("groups")
struct GroupsTests {
    let folder = try! TemporaryFolder()

    func layer(_ text: String, aliases: String? = nil, _ atlas: Atlas = Hamlet.shared.atlas) throws -> Layer {
        let table = try aliases.map { try AliasTable(path: try folder.write($0, to: "alias.csv")) } ?? AliasTable()
        return try Groups.layer(
            path: try folder.write(text, to: "groups.csv"), names: PerimeterNames(atlas, aliases: table),
            gazetteer: Hamlet.shared.gazetteer)
    }

    private func decide(_ layer: Layer, _ text: String) throws -> (decision: Verdict.Decision, code: String?) {
        let examiner = Examiner(atlas: layer.atlas, gazetteer: Hamlet.shared.gazetteer)
        let verdict = try examiner.examine(AddressQuery(text: text)).verdict
        return (verdict.decision, verdict.perimeter.map { layer.atlas.perimeters[$0].code })
    }

    @Test("members are codes, names and aliases; the order of the file does not matter")
    func members() throws {
        let layer = try layer(
            "nom;membres\nTout;QN99801N|le port\nOmbre;le coin\n", aliases: "ecriture;code\nLe Coin;QN99801N\n")
        #expect(layer.prefix == "group" && layer.kind == nil)
        #expect(layer.atlas.perimeters.map(\.code) == ["Ombre", "Tout"])
        #expect(layer.atlas.perimeters.map(\.name) == ["QN99801N", "QN99801N + QN99802N"])
        #expect(try decide(layer, "3 rue des Lilas 23950 Ombreville-le-Test") == (.inside, "Ombre"))
        #expect(try decide(layer, "3 rue du Port 23960 Sablons") == (.inside, "Tout"))
        #expect(try decide(layer, "3 rue du Moulin 23950 Ombreville-le-Test").decision == .outside)
    }

    @Test("the limit between two members is none of the group's: a place across it is inside, once")
    func union() throws {
        let atlas = AtlasTests.atlas([
            ("QN1", square(0, 0, 100)), ("QN2", square(100, 0, 100)), ("QN3", square(150, 0, 100)),
        ])
        let group = try layer("name;members\nAll;QN1|QN2|QN3\n", atlas).atlas
        #expect(group.perimeters[0].area == 250 * 100)
        func verdict(_ atlas: Atlas) -> Verdict {
            let evidence = Surveyor(atlas).evidence(at: Point(x: 700_100, y: 6_600_050), region: 0, radius: 20)
            return Judge.verdict(evidence, ground: .position, score: 1)
        }
        #expect(verdict(atlas).decision == .uncertain)
        #expect(verdict(group).decision == .inside && verdict(group).quality == .sure && verdict(group).distance == -50)
    }

    @Test("a list of addresses holds what was matched to them, whatever lies near; a street stands for its numbers")
    func addresses() throws {
        let layer = try layer(
            "name;members\nListe;3 rue du Moulin 23950 Ombreville-le-Test|impasse du Verger 23950 Ombreville-le-Test\n")
        #expect(layer.hasAddressLists)
        #expect(try decide(layer, "3 rue du Moulin 23950 Ombreville-le-Test") == (.inside, "Liste"))
        #expect(try decide(layer, "4 rue du Moulin 23950 Ombreville-le-Test").decision == .outside)
        // One of twenty numbers.
        #expect(try decide(layer, "rue du Moulin 23950 Ombreville-le-Test").decision == .outside)
        #expect(try decide(layer, "impasse du Verger 23950 Ombreville-le-Test") == (.inside, "Liste"))
        #expect(try decide(layer, "20 impasse du Verger 23950 Ombreville-le-Test") == (.inside, "Liste"))
        #expect(try decide(layer, "8 rue du Port 23960 Sablons").decision == .outside)
    }

    @Test("a place in a member and in the list counts once")
    func both() throws {
        let layer = try layer("name;members\nG;QN99801N|3 rue des Lilas 23950 Ombreville-le-Test\n")
        #expect(layer.atlas.perimeters[0].name == "QN99801N + 1 address")
        let examiner = Examiner(atlas: layer.atlas, gazetteer: Hamlet.shared.gazetteer)
        let finding = try examiner.examine(AddressQuery(text: "3 rue des Lilas 23950 Ombreville-le-Test"))
        #expect(finding.verdict.decision == .inside && finding.verdict.probability == 1)
    }

    @Test("how far an address list is nobody knows: its neighbour is uncertain, not beyond")
    func distanceOfList() throws {
        let list = try layer("name;members\nListe;3 rue du Moulin 23950 Ombreville-le-Test\n")
        let examiner = Examiner(atlas: list.atlas, gazetteer: Hamlet.shared.gazetteer)
        let meter = BandMeter(examiner, bands: [Band(within: 300)], onGround: false)
        func answer(_ street: String) throws -> Band.Answer? {
            try meter.answers(examiner.examine(AddressQuery(text: "\(street) 23950 Ombreville-le-Test")))[0]
        }
        #expect(try answer("3 rue du Moulin") == .yes)
        #expect(try answer("4 rue du Moulin") == .uncertain)
    }

    @Test(
        "what is unknown, ambiguous, unusable, empty or twice is refused with its line, and an address is not repeated",
        arguments: [
            ("name;members\nA;QN99801N\nA;QN99802N\n", 3), ("name;members\nA;\n", 2), ("name;members\n;QN99801N\n", 2),
            ("name;members\nA;QN99803N\n", 2),
            ("name;members\nA;QN99801N|9999 rue Nulle 23950 Ombreville-le-Test\n", 2),
            ("name;x\nA;QN99801N\n", 1), ("name;members\nA;23950 Ombreville-le-Test\n", 2),
            ("name;members\nA;3 rue de la Fontaine 23950 Ombreville-le-Test\n", 2),
        ])
    func refused(text: String, line: Int) throws {
        let error = #expect(throws: TableError.self) { try layer(text) }
        #expect(error?.line == line)
        #expect(error.map { !$0.message.contains("rue") } ?? false, "\(error?.message ?? "")")
    }
}
