import Geodesy
import Planar
import QPVKit
import TestSupport
import Testing

@testable import Perimeters
@testable import Verdicts

@Suite("The ground that perimeters speak of")
struct GroundTests {
    /// Priority neighbourhoods of 2015 in a département, the first ones of its official list.
    private func perimeters(
        _ departement: String, _ numbers: ClosedRange<Int>, communes: [String] = [], names: [String] = []
    )
        -> [Perimeter]
    {
        numbers.map { number in
            let digits = String(number)
            let code = "QP" + departement + String(repeating: "0", count: 3 - digits.count) + digits
            return Perimeter(
                code: code, name: code, kind: .qpv, vintage: 2015, communeCodes: communes, communeNames: names,
                territory: .metropole, shape: square(1000 * Double(number), 0, 200), repair: nil, line: number)
        }
    }

    @Test("a département is covered by as many perimeters as the official list has, and by no fewer")
    func departement() {
        let count = OfficialCounts.count("57", 2015)!
        let whole = Ground(of: perimeters("057", 1...count, communes: ["57463"]))
        let less = Ground(of: perimeters("057", 1...(count - 1), communes: ["57463"]))
        #expect(whole.covers(commune: "57672") && whole.covers(commune: "57463"))
        #expect(!less.covers(commune: "57672") && less.covers(commune: "57463"))
        #expect(!whole.covers(commune: "54395") && !whole.covers(commune: "97411"))
        #expect(!whole.covers(.metropole))
    }

    @Test("a code that stands twice counts once, another vintage counts for itself")
    func counting() {
        let count = OfficialCounts.count("57", 2015)!
        let half = perimeters("057", 1...(count - 1), communes: ["57463"])
        #expect(!Ground(of: half + half).covers(commune: "57672"))
        let whole = perimeters("057", 1...count, communes: ["57463"])
        #expect(!Ground(of: whole, vintages: whole.map { _ in 2030 }).covers(commune: "57672"))
    }

    @Test("an arrondissement covers itself, a city all its arrondissements")
    func arrondissements() {
        let one = Ground(of: perimeters("075", 1...2, names: ["Paris 13ème arrondissement"]))
        #expect(one.covers(commune: "75113") && !one.covers(commune: "75118") && !one.covers(commune: "75056"))
        let city = Ground(of: perimeters("075", 1...2, communes: ["75056"]))
        #expect(city.covers(commune: "75118") && city.covers(commune: "75056"))
    }

    @Test("a delegated commune that is named covers the commune that it is a part of")
    func delegated() {
        let ground = Ground(of: perimeters("050", 1...1, communes: ["50129"]))
        #expect(ground.covers(commune: "50129"))
        let part = Ground(of: perimeters("049", 1...1, communes: ["49069"]))
        #expect(part.covers(commune: "49126"))
    }

    @Test("invented communes cover invented communes only")
    func invented() {
        var perimeter = perimeters("099", 1...1, communes: ["23901"])
        #expect(Ground(of: perimeter).isInvented)
        #expect(Ground(of: perimeter).covers(commune: "23903") && !Ground(of: perimeter).covers(commune: "57463"))
        perimeter += perimeters("057", 1...1, communes: ["57463"])
        #expect(!Ground(of: perimeter).isInvented && !Ground(of: perimeter).covers(commune: "23903"))
    }

    @Test("a person states France, départements and communes, and nothing else")
    func stated() throws {
        #expect(try #require(Ground(stated: ["france"])).covers(commune: "97411"))
        let ground = try #require(Ground(stated: ["57", "2a", "974", "54395"]))
        for code in ["57672", "2A004", "97411", "54395"] { #expect(ground.covers(commune: code), "\(code)") }
        for code in ["54547", "2B033", "97209"] { #expect(!ground.covers(commune: code), "\(code)") }
        for wrong in ["", "5", "99", "99999", "Metz", "571"] { #expect(Ground(stated: [wrong]) == nil, "\(wrong)") }
    }

    @Test("a position is covered where every commune near it is, and not in a territory without a perimeter")
    func positions() {
        let count = OfficialCounts.count("57", 2015)!
        let ground = Ground(of: perimeters("057", 1...count, communes: ["57463"]))
        #expect(ground.covers(longitude: 6.18, latitude: 49.12, distance: nil) == .sure)
        #expect(ground.covers(longitude: 2.35, latitude: 48.86, distance: 10) == .no)
        #expect(ground.covers(longitude: 55.45, latitude: -20.88, distance: nil) == .no)
        let one = Ground(of: perimeters("057", 1...1, communes: ["57463"]))
        #expect(one.covers(longitude: 6.18, latitude: 49.11, distance: 300) == .likely)
        #expect(one.covers(longitude: 6.18, latitude: 49.11, distance: 30_000) == .no)
    }

    @Test("outside is said where the ground is covered only, and a band says no there only")
    func verdicts() throws {
        let hamlet = Hamlet.shared
        let open = Atlas(hamlet.atlas.perimeters, source: hamlet.atlas.source, ground: Ground())
        let examiner = Examiner(atlas: open, gazetteer: hamlet.gazetteer)
        let far = try examiner.examine(AddressQuery(text: "3 chemin du Ruisseau, Calme-les-Bois"))
        #expect(far.verdict.decision == .uncertain && far.verdict.reason == .groundNotCovered)
        #expect(far.verdict.probability == nil && far.openPlace == "Calme-les-Bois (23954)")
        var extras = AuditExtras()
        extras.distances = [300]
        #expect(try ExtraExaminer(extras, main: examiner).examine(far).parts[0].within == [.uncertain])
        let sure = try hamlet.examiner().examine(AddressQuery(text: "3 chemin du Ruisseau, Calme-les-Bois"))
        #expect(sure.verdict.decision == .outside)
        // A commune of which an address lies well inside a perimeter is touched by it.
        let touched = try examiner.examine(AddressQuery(text: "3 rue du Moulin, Ombreville-le-Test"))
        #expect(touched.verdict.decision == .outside)
        let inside = try examiner.examine(AddressQuery(text: "12 rue des Lilas, Ombreville-le-Test"))
        #expect(inside.verdict.decision == .inside)
    }

    @Test("a commune that the gazetteer lacks binds, wherever it stands")
    func lackingCommune() throws {
        let examiner = Hamlet.shared.examiner()
        let queries = [
            AddressQuery(text: "Aulnay-sous-Bois, 12 rue des Lilas"),
            AddressQuery(text: "12 rue des Lilas Aulnay-sous-Bois"),
            AddressQuery(text: "12 rue des Lilas 93600 Aulnay-sous-Bois"),
            AddressQuery(text: "12 rue des Lilas", city: "AULNAY SOUS BOIS"),
            AddressQuery(text: "12 rue des Lilas", citycode: "93005"),
        ]
        for query in queries {
            let finding = try examiner.examine(query)
            #expect(finding.verdict.reason == .communeNotInGazetteer && finding.lacking == "93005", "\(query)")
            #expect(finding.openPlace == "Aulnay-sous-Bois (93005)")
        }
        for text in [
            "12 rue des Lilas Ombreville-le-Test", "12 rue des Lilas, Ombreville-le-Test", "3 rue du Moulin 23950",
        ] {
            #expect(try examiner.examine(AddressQuery(text: text)).verdict.reason != .communeNotInGazetteer, "\(text)")
        }
    }

    @Test("a commune is named on good ground only: a postcode in the text agrees, and namesakes are not chosen from")
    func lackingNamed() throws {
        let examiner = Hamlet.shared.examiner()
        func lacking(_ query: AddressQuery) throws -> [String?] {
            let finding = try examiner.examine(query)
            return [finding.verdict.reason == .communeNotInGazetteer ? finding.openPlace : nil, finding.lacking]
        }
        #expect(try lacking(AddressQuery(text: "12 rue des Lilas", city: "SAINT DENIS")) == ["Saint-Denis", nil])
        #expect(
            try lacking(AddressQuery(text: "12 rue des Lilas", postcode: "93200", city: "SAINT DENIS"))
                == ["Saint-Denis (93066)", "93066"])
        #expect(
            try lacking(AddressQuery(text: "2 rue Basse 02400 BEZU SAINT-"))
                == ["Bézu-Saint-Germain (02085)", "02085"])
        #expect(try lacking(AddressQuery(text: "2 rue des Lilas quartier SAINT-")) == [nil, nil])
        #expect(try lacking(AddressQuery(text: "PRINCE (12 rue des Lilas)")) == [nil, nil])
        #expect(try lacking(AddressQuery(text: "12 rue des Lilas, 57000 PRINCE"))[1] != "35232")
        #expect(try lacking(AddressQuery(text: "Nantes (44), 12 rue des Lilas"))[1] == "44109")
    }

    @Test("the code of a commune that another one took in is known where the base has it as a former one")
    func formerCommune() throws {
        let folder = try TemporaryFolder()
        let base = try folder.write(
            Hamlet.header
                + "\n23951_0010_00001;1;;Rue Basse;23950;23951;Ombreville-le-Test;93005;Dedans;700010;6600100;3.0001;46.5009;entrée\n",
            to: "base.csv")
        _ = try Gazetteer.build(inputs: [base], output: folder.path("base.qpvg"))
        let examiner = Examiner(atlas: Hamlet.shared.atlas, gazetteer: try Gazetteer(path: folder.path("base.qpvg")))
        let known = AddressQuery(text: "1 rue Basse", postcode: "23950", citycode: "93005")
        #expect(try examiner.examine(known).verdict.reason != .communeNotInGazetteer)
        let other = AddressQuery(text: "1 rue Basse", postcode: "23950", citycode: "93007")
        #expect(try examiner.examine(other).verdict.reason == .communeNotInGazetteer)
    }
}
