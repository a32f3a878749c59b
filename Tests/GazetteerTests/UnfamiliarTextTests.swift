import Gazetteer
import Testing

/// Kinds of text that offices, forms and programs write around an address or instead of it.
@Suite("Unfamiliar text")
struct UnfamiliarTextTests {
    private func expect(
        _ text: String, _ housenumber: String = "6", _ street: String = "Rue Basse", _ city: String = "Valmorin",
        _ location: SourceLocation = #_sourceLocation
    ) {
        let match = InventedBase.match(text)
        let found = "\(text) -> \(match.level) \(match.label) \(match.score)"
        #expect(match.housenumber == housenumber, "\(found)", sourceLocation: location)
        #expect(match.street == street && match.city == city, "\(found)", sourceLocation: location)
    }

    @Test(
        "dates, telephones, floors, halls, zones and files have numbers that are not the house's",
        arguments: [
            "06/05/1964, 6 rue Basse", "(06-05-1964) 6 rue Basse", "né le 6 mai 1964 6 rue Basse",
            "0612345678 6 rue Basse",
            "5108307 6 rue Basse", "12ème ét., 6 rue Basse", "6 rue Basse 3ème gauche", "6 rue Basse 5e face",
            "6 rue Basse rez de chaussée", "6 rue Basse ap 12", "6 rue Basse BAL 12", "ZAE 2, 6 rue Basse",
            "BAL 23 - 6 rue Basse", "hall 3 6 rue Basse", "Association Espoir 93 : 6 rue Basse", "6 rue Basse sous-sol",
            "6 - Appt 15 - rue Basse", "6 (Bât. 2) rue Basse", "6 rue Basse SIRET 13232948199668",
        ])
    func otherNumbers(text: String) { expect(text + " 99100 Valmorin") }

    @Test("the number before the type of way counts, not the one behind the name")
    func numberBeforeType() {
        expect("Foyer Alpha 6 rue Basse 18 99100 Valmorin")
        expect("Association Alpha 6 rue Basse 12e 99100 Valmorin")
    }

    @Test(
        "a number is read in words, in Roman figures, with decimals, in pieces and misread",
        arguments: [
            "six rue Basse", "VI rue Basse", "6.0 rue Basse", "6,00 rue Basse", "0006 rue Basse", "６ rue Basse",
        ])
    func numbers(text: String) { expect(text + " 99100 Valmorin") }

    @Test("bis is read in words behind a number in words, misspelt, and behind the street")
    func bis() {
        for text in [
            "douze bis rue de la Paix", "12 biss rue de la Paix", "12 (bis) rue de la Paix", "12/bis rue de la Paix",
            "12, bis rue de la Paix", "12 rue de la Paix bis",
        ] {
            expect(text + " 99100 Valmorin", "12bis", "Rue de la Paix")
        }
    }

    @Test(
        "numbers in words of any length are read",
        arguments: [
            ("sept cent trente cinq", "735"), ("cent vingt et un", "121"), ("mille neuf cent quarante cinq", "1945"),
            ("deux cent quatre vingt quinze", "295"), ("quatre vingt douze", "92"), ("deux mille cent", "2100"),
        ])
    func written(text: String, number: String) {
        let match = InventedBase.match("\(text) rue Basse 99100 Valmorin")
        #expect(match.street == "Rue Basse" && match.flags.contains(.numberNotFound), "\(match.label)")
    }

    @Test(
        "a number that only says what is near gives a place that is not sure",
        arguments: [
            "vis-à-vis du 6 rue Basse", "au niveau du 6 rue Basse", "en face du 6 rue Basse",
            "juste après le 6 rue Basse",
        ])
    func near(text: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(match.street == "Rue Basse" && match.score < 0.8, "\(text) -> \(match.label) \(match.score)")
    }

    @Test(
        "the commune is found however its place is written",
        arguments: [
            "6 rue Basse Valmorin (99)", "6 rue Basse cp: 99100 Valmorin", "6 rue Basse 99 100 Valmorin",
            "6 rue Basse 99.100 Valmorin", "6 rue Basse 99100 Valmorin 99100", "6 rue Basse Valmorin 99",
            "6 rue Basse 9910O Valmorin", "6 rue Basse 99100 Valmorin 99100 Valmorin",
            "France, 99100 Valmorin, 6 rue Basse",
            "6 rue Basse 99100 Valmorin 6 rue Basse 99100 Valmorin", "6 rue Basse 6 RUE BASSE 99100 Valmorin",
            "6 99100 rue Basse Valmorin", "99100 6 rue Basse - Valmorin",
        ])
    func places(text: String) { expect(text) }

    @Test(
        "the house's number may stand behind the town",
        arguments: ["rue Basse 99100 Valmorin 6", "rue Basse, Valmorin, 6, 99100"])
    func numberBehindTown(text: String) { expect(text) }

    @Test(
        "a form's labels and a program's object are read",
        arguments: [
            "n°voie=6 voie=Rue Basse cp=99100 ville=Valmorin",
            "numéro: 6; voie: Rue Basse; cp: 99100; ville: Valmorin",
            "N° 6 Rue/Av : Rue Basse Code postal : 99100 Commune : Valmorin",
            "{\"numero\": \"6\", \"voie\": \"Rue Basse\", \"codePostal\": \"99100\", \"commune\": \"Valmorin\"}",
        ])
    func labels(text: String) { expect(text) }

    @Test(
        "damage to the encoding is undone",
        arguments: [
            "6 All&eacute;e des &Eacute;rables 99100 Valmorin", "6 AllÃ©e des Ã‰rables 99100 Valmorin",
            "6+All%C3%A9e+des+%C3%89rables+99100+Valmorin", "6 All\\u00e9e des \\u00c9rables 99100 Valmorin",
            "6 Alle\u{301}e des E\u{301}rables 99100 Valmorin", "6 Allée des Érables \\n99100 Valmorin",
            "6 Аllée des Érаbles 99100 Valmorin", "6 Allée des Érables <br/>99100 Valmorin",
        ])
    func encodings(text: String) { expect(text, "6", "Allée des Érables") }

    @Test(
        "what follows or leads is a remark",
        arguments: [
            "6 rue Basse angle rue de la Paix", "6 rue Basse chez M. Martin", "6 rue Basse métro Ligne 7",
            "6 rue Basse résidence Les Lilas", "6 rue Basse fond de cour", "6 rue Basse Centre commercial Les Arcades",
            "6 rue Basse EHPAD Les Glycines", "Awa MOREAU 6 rue Basse", "J'habite au 6 rue Basse", "(null) 6 rue Basse",
            "6 rue Basse jean.robert@example.org", "6 rue Basse 46.198525, 2.765706",
        ])
    func remarks(text: String) {
        expect(text + " 99100 Valmorin")
        #expect(InventedBase.match(text + " 99100 Valmorin").score > 0.5, "\(text)")
    }

    @Test("a single letter between number and name may be the type of way")
    func letterType() {
        expect("6 B Carnot 99100 Valmorin", "6", "Boulevard Carnot")
        expect("6 P des Fêtes 99100 Valmorin", "6", "Place des Fêtes")
        expect("6 A des Peupliers 99100 Valmorin", "6", "Allée des Peupliers")
        expect("12 B rue de la Paix 99100 Valmorin", "12bis", "Rue de la Paix")
    }

    @Test("a postcode, a former commune or its code tells streets of one name apart")
    func namesakes() {
        for (query, id) in [
            (AddressQuery(text: "3 rue du Puits", postcode: "99100", city: "Les Essarts"), "99001_w1_00003"),
            (AddressQuery(text: "3 rue du Puits", postcode: "99100", citycode: "99032"), "99001_w2_00003"),
        ] {
            let match = InventedBase.built.gazetteer.match(query)
            #expect(match.id == id && match.score > 0.9, "\(query) -> \(match.id) \(match.score)")
            #expect(!match.flags.contains(.ambiguousStreet))
        }
    }

    @Test(
        "a town of France that the base lacks is no misspelt town, and no street of the base answers for it",
        arguments: [
            "6 rue Basse Nantes", "6 rue Basse, Lyon", "Lyon 6 rue Basse", "Nantes, 6 rue Basse",
            "6 rue Basse 44000 Nantes",
        ])
    func missingTowns(text: String) {
        let match = InventedBase.match(text)
        #expect(match.level == .none || match.score < 0.5, "\(text) -> \(match.level) \(match.label) \(match.score)")
    }

    @Test(
        "another adjective, another day and a firm named like a street are not the street",
        arguments: ["6 rue du Vieux Moulin", "6 rue du 15 mai 1945", "Cabinet de la Paix"])
    func nearNames(text: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(
            match.level == .municipality || match.score < 0.5, "\(text) -> \(match.level) \(match.label) \(match.score)"
        )
    }

    @Test("the city's cell may hold the postcode or the département, and the postcode's cell a town")
    func cells() {
        for city in ["99100 VALMORIN", "VALMORIN 99100", "F-99100 Valmorin", "99 - Valmorin"] {
            let match = InventedBase.match("6 rue Basse", city: city)
            #expect(match.label == "6 Rue Basse 99100 Valmorin", "\(city) -> \(match.label)")
        }
        let match = InventedBase.match("6 rue Basse", postcode: "Nogent-l'Absent")
        #expect(match.score < 0.5, "\(match.label) \(match.score)")
    }
}
