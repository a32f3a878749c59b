import Gazetteer
import Interchange
import QPVKit
import Testing

@Suite("the table of radii")
struct RadiusTableTests {
    @Test("the documented radii")
    func documented() {
        let table = RadiusTable()
        let expected: [PositionType: Double] = [
            .entree: 5, .cageEscalier: 5, .logement: 5, .delivrancePostale: 10, .batiment: 15, .parcelle: 25,
            .segment: 50,
            .serviceTechnique: 25, .interpolated: 10, .unknown: 20,
        ]
        for type in PositionType.allCases { #expect(table[type] == expected[type]) }
    }

    @Test("a computed point has its own radius until the user states one")
    func own() {
        var table = RadiusTable()
        #expect(table.radius(of: .interpolated, own: 37) == 37)
        #expect(RadiusTable(everywhere: 3).radius(of: .interpolated, own: 37) == 3)
        table[.interpolated] = 12
        #expect(table.radius(of: .interpolated, own: 37) == 12)
    }

    @Test("a radius stated for one type counts before the one stated for all")
    func statedForOne() {
        var table = RadiusTable(everywhere: 8)
        table[.parcelle] = 30
        #expect(table[.parcelle] == 30)
        #expect(table[.entree] == 8)
        #expect(table.json["parcelle"]?.double == 30)
        #expect(table.json["entrée"]?.double == 8)
        #expect(RadiusTable(everywhere: 8).json.double == 8)
    }
}
