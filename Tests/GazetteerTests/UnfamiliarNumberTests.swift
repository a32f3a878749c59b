import Gazetteer
import TestSupport
import Testing

/// Numbers, roads and towns beside those of the address.
@Suite("Unfamiliar numbers")
struct UnfamiliarNumberTests {
    /// A base of its own: a numbered road, an ordinal avenue, a regiment, a nought, a former commune in brackets.
    static let base: (folder: TemporaryFolder, gazetteer: Gazetteer) = {
        do {
            let commune = InventedBase.valmorin
            var rows = InventedBase.street(commune, "Route Nationale 20", 1...15, id: "a1")
            rows += InventedBase.street(commune, "3e Avenue", 1...15, id: "a2", shift: 1)
            rows += InventedBase.street(
                commune, "Rue du 7e Régiment d'Infanterie Coloniale", 1...15, id: "a3", shift: 2)
            rows += InventedBase.street(commune, "Chemin des Roches", 0...5, id: "a4", shift: 3)
            rows += InventedBase.street(commune, "Rue des Vanniers", 1...9, id: "a5", shift: 4)
            rows += InventedBase.street(commune, "Rue des Vanniers (Les Essarts)", 1...9, id: "a6", shift: 20)
            rows += InventedBase.street(commune, "Le Bas de la Rue Haute", 1...9, id: "a7", shift: 6)
            rows += InventedBase.street(commune, "Rue Haute", 1...9, id: "a8", shift: 7)
            let folder = try TemporaryFolder()
            let text = ([InventedBase.header] + rows).joined(separator: "\n") + "\n"
            let path = folder.path("numbers.qpvg")
            _ = try Gazetteer.build(inputs: [try folder.write(text, to: "numbers.csv")], output: path)
            return (folder, try Gazetteer(path: path))
        } catch { fatalError("the base cannot be built: \(error)") }
    }()

    @Test(
        "a floor, a flat or an entry of a list before the number is not the house's",
        arguments: [
            "1er étage - 6 rue Basse", "3e ét. 6 rue Basse", "8 ETG 6 rue Basse", "4ème, 6 rue Basse",
            "2) 6 rue Basse", "(9) 6 rue Basse", "#12, 6 rue Basse", "n° 40 - 6 rue Basse", "87 6 rue Basse",
        ])
    func leadingNumbers(text: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(match.housenumber == "6" && match.street == "Rue Basse", "\(text) -> \(match.label)")
    }

    @Test(
        "the number before the type of way is the house's, whatever numbers stand before it",
        arguments: [
            "chambre 579 - 6 rue Basse", "0747-86-0008 / 6 rue Basse", "000 AK 0101 / 6 rue Basse",
            "2 98 01 63 786 024 / 6 rue Basse", "+33(0)7 97.44.95.76 / 6 rue Basse", "unité 5, hall 3, 6 rue Basse",
            "88, 6 rue Basse", "LOT 2 - 6 rue Basse", "passage du 12/08/2023 - 6 rue Basse",
            "entre 8h et 18h30 au 6 rue Basse", "6 (au lieu du 8) rue Basse", "(EX 2-7-2) 6 rue Basse",
            "6 rue des euh pardon 6 rue Basse",
        ])
    func numbersOfOthers(text: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(match.housenumber == "6" && match.street == "Rue Basse", "\(text) -> \(match.label)")
    }

    @Test(
        "the first number behind the name is the house's, a further one that of a door",
        arguments: [
            "rue Basse 6 étage 7", "rue Basse 6 bus 9", "rue Basse No: 6 Daire: 5", "rue Basse 6 int. 5",
            "ancienne rue Haute aujourd'hui rue Basse, 6",
        ])
    func numbersBehind(text: String) {
        let match = InventedBase.match(text + ", 99100 Valmorin")
        #expect(match.housenumber == "6" && match.street == "Rue Basse", "\(text) -> \(match.label)")
    }

    @Test("houses in a list follow each other upwards")
    func lists() {
        for text in ["6-8 rue Basse", "6 - 8 rue Basse", "6, 8 rue Basse", "6/8 rue Basse"] {
            let match = InventedBase.match(text + " 99100 Valmorin")
            #expect(match.housenumber == "6" && match.flags.contains(.severalNumbers), "\(text) -> \(match.label)")
        }
        // Either may be the house: the one at the street is taken, and never surely.
        #expect(InventedBase.match("8/6 rue Basse 99100 Valmorin").flags.contains(.severalNumbers))
    }

    @Test(
        "a name without number and type of way, a number behind another word, and a number of something else are never sure",
        arguments: [
            "de la Paix 99100 Valmorin", "station rue Basse sortie 6 99100 Valmorin",
            "2 enfants rue Basse 99100 Valmorin",
            "3, 9 rue Basse 99100 Valmorin",
        ])
    func unsure(text: String) {
        let match = InventedBase.match(text)
        #expect(match.score < 0.8, "\(text) -> \(match.label) \(match.score)")
    }

    @Test("a postcode glued to letters, or of no town here behind one of a town, is not that of the address")
    func otherPostcodes() {
        for tail in ["Ref AB75367", "répondre STOP au 36179"] {
            let match = InventedBase.match("6 rue Basse 99100 Valmorin " + tail)
            #expect(match.label == "6 Rue Basse 99100 Valmorin", "\(tail) -> \(match.label)")
        }
    }

    @Test("the street stands behind postcode and town")
    func townFirst() {
        let match = InventedBase.match("un appartement sis à Valmorin (99100), 6 rue Basse, lots numéros 12, 45 et 78")
        #expect(match.name == "6 Rue Basse", "\(match.label)")
    }

    @Test("the number of a name, of a road and of a regiment is not the house's")
    func numbersOfNames() {
        for (text, label) in [
            ("11 RN20", "11 Route Nationale 20"), ("11 N 20", "11 Route Nationale 20"),
            ("11 3e avenue", "11 3e Avenue"),
            ("12 rue du 7e RIC", "12 Rue du 7e Régiment d'Infanterie Coloniale"),
            ("0 chemin des Roches", "0 Chemin des Roches"), ("2 Le Bas de la Rue Haute", "2 Le Bas de la Rue Haute"),
        ] {
            let match = Self.base.gazetteer.match(AddressQuery(text: text + " 99100 Valmorin"))
            #expect(match.name == label, "\(text) -> \(match.label) \(match.score)")
        }
    }

    @Test("a former commune in brackets tells streets of one name apart")
    func brackets() {
        let gazetteer = Self.base.gazetteer
        let inner = gazetteer.match(AddressQuery(text: "6 rue des Vanniers, Les Essarts 99100 Valmorin"))
        #expect(inner.id == "99001_a6_00006", "\(inner.label)")
        let outer = gazetteer.match(AddressQuery(text: "6 rue des Vanniers 99100 Valmorin"))
        #expect(outer.id == "99001_a5_00006", "\(outer.label)")
    }

    @Test(
        "figures that a scanner took for letters are read within a name",
        arguments: ["6 rue 8asse", "6 rue Ba5se"])
    func figuresInWords(text: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(match.street == "Rue Basse" && match.housenumber == "6", "\(text) -> \(match.label)")
    }

    @Test(
        "a town that is spelt as names of communes are binds although the base lacks it",
        arguments: [
            "Villers-sous-Orme, 6 rue Basse", "99777 Villers-sous-Orme, 6 rue Basse", "6 rue Basse Villers-sous-Orme",
            "Toulouse 6 rue Basse", "6 rue Basse Rennes",
        ])
    func missingTowns(text: String) {
        let match = InventedBase.match(text)
        #expect(match.street.isEmpty || match.score < 0.5, "\(text) -> \(match.label) \(match.score)")
    }

    @Test("a town misspelt by a letter is still found, and a doubtful correction is never sure")
    func corrections() {
        #expect(InventedBase.match("3 rue des Tanneurs Saint-Aubrrac-sur-Lende").city == "Saint-Aubrac-sur-Lende")
        let other = InventedBase.match("6 boulevard Corot 99100 Valmorin")
        #expect(other.score < 0.8, "\(other.label) \(other.score)")
    }

    @Test("bis behind a comma, a slash or in brackets is one address, and a date is none")
    func expressions() {
        for text in ["12, bis rue de la Paix", "12/bis rue de la Paix", "12 (bis) rue de la Paix"] {
            let read = AddressExpression.read(text)
            #expect(read.parts.count == 1 && read.parts[0].numbers.count == 1, "\(text) -> \(read.parts)")
        }
        let dated = AddressExpression.read("17/03/1958, 6 rue Basse")
        #expect(dated.parts.count == 1 && dated.parts[0].numbers.count == 1, "\(dated.parts)")
    }
}
