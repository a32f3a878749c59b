import Gazetteer
import Testing

/// What is found for addresses as people write them.
@Suite("Sentences about addresses")
struct SentenceTests {
    private func expect(
        _ text: String, _ housenumber: String, _ street: String, _ city: String = "Valmorin",
        level: MatchLevel = .housenumber, _ location: SourceLocation = #_sourceLocation
    ) {
        let match = InventedBase.match(text)
        #expect(match.level == level, "\(text) -> \(match.label)", sourceLocation: location)
        #expect(match.housenumber == housenumber, "\(text) -> \(match.label)", sourceLocation: location)
        #expect(match.street == street, "\(text) -> \(match.label)", sourceLocation: location)
        #expect(match.city == city, "\(text) -> \(match.label)", sourceLocation: location)
    }

    @Test(
        "a plain address is found whatever its case, accents and punctuation",
        arguments: [
            "12 Rue de la Paix 99100 Valmorin", "12 RUE DE LA PAIX 99100 VALMORIN",
            "12, rue de la paix, 99100 valmorin",
            "  12   rue  de la   Paix\n99100\tValmorin ", "12 rue de la Paix Valmorin", "12 rue de la paix - 99100",
        ])
    func plain(text: String) {
        let match = InventedBase.match(text)
        #expect(match.label == "12 Rue de la Paix 99100 Valmorin")
        #expect(match.level == .housenumber && match.score > 0.9)
        #expect(match.id == "99001_v0_00012")
        #expect(match.places.count == 1 && match.places[0].weight == 1)
    }

    @Test(
        "abbreviations of types and titles are read",
        arguments: [
            ("3 r de la Paix 99100 Valmorin", "Rue de la Paix"), ("3 r. de la paix 99100 Valmorin", "Rue de la Paix"),
            ("3 av Victor Hugo 99100 Valmorin", "Avenue Victor Hugo"),
            ("3 ave V. Hugo 99100 Valmorin", "Avenue Victor Hugo"),
            ("3 r du gal Leclerc 99100 Valmorin", "Rue du Général Leclerc"),
            ("3 R DU GEN LECLERC 99100 VALMORIN", "Rue du Général Leclerc"),
            ("3 bd d Alsace 99100 Valmorin", "Boulevard d'Alsace"),
            ("3 bld d’alsace 99100 Valmorin", "Boulevard d'Alsace"),
            ("3 pl de l eglise 99100 Valmorin", "Place de l'Église"),
            ("3 imp des oeillets 99100 Valmorin", "Impasse des Œillets"),
            ("3 rte de Beaulac 99100 Valmorin", "Route de Beaulac"),
            ("3 ch du moulin 99100 Valmorin", "Chemin du Moulin"),
            ("3 rue du dr brunelat 99100 Valmorin", "Rue du Docteur Brunelat"),
            ("3 rue ste cunegonde 99100 Valmorin", "Rue Sainte-Cunégonde"),
            ("3 all des peupliers 99100 Valmorin", "Allée des Peupliers"), ("3 gde rue 99100 Valmorin", "Grande Rue"),
            ("3 av de la pte de sarnay 99100 Valmorin", "Avenue de la Porte de Sarnay"),
        ])
    func abbreviations(text: String, street: String) { expect(text, "3", street) }

    @Test(
        "numbers in names are the same in digits, in words and in Roman figures",
        arguments: [
            ("4 rue du huit mai 1945 99100 Valmorin", "Rue du 8 Mai 1945"),
            ("4 rue du 8 mai 1945 99100 Valmorin", "Rue du 8 Mai 1945"),
            ("4 rue henri 4 99100 Valmorin", "Rue Henri IV"),
            ("4 rue henri iv 99100 Valmorin", "Rue Henri IV"),
            ("4 rue du 4 septembre 99100 Valmorin", "Rue du Quatre Septembre"),
        ])
    func numbers(text: String, street: String) { expect(text, "4", street) }

    @Test("a number in the name of a street is not its house number")
    func numberInName() {
        let match = InventedBase.match("rue du 8 mai 1945 99100 Valmorin")
        #expect(match.level == .street && match.street == "Rue du 8 Mai 1945")
        #expect(match.flags.contains(.numberMissing))
    }

    @Test("the number may follow the street, and the town may come first")
    func order() {
        expect("rue de la Paix 12, 99100 Valmorin", "12", "Rue de la Paix")
        expect("99100 Valmorin, 12 rue de la Paix", "12", "Rue de la Paix")
        expect("Valmorin 99100 rue de la Paix 12", "12", "Rue de la Paix")
    }

    @Test("initials stand for first names")
    func initials() {
        expect("2 rue P. et M. Curie 99100 Valmorin", "2", "Rue Pierre et Marie Curie")
        expect("2 rue J. Jaurès 99100 Valmorin", "2", "Rue Jean Jaurès")
    }

    @Test("of two types of one name the one that was asked is taken")
    func types() {
        expect("2 rue Jean Jaurès 99100 Valmorin", "2", "Rue Jean Jaurès")
        expect("2 av Jean Jaurès 99100 Valmorin", "2", "Avenue Jean Jaurès")
    }

    @Test(
        "typing errors are forgiven and flagged",
        arguments: [
            "6 rue du Genéral Lecelrc 99100 Valmorin", "6 rue du general leclrec 99100 Valmorin",
            "6 rue du general lecler 99100 Valmorin", "6 rue du generall leclerc 99100 Valmorrin",
        ])
    func typos(text: String) {
        expect(text, "6", "Rue du Général Leclerc")
        #expect(InventedBase.match("6 rue du general leclrec 99100 Valmorin").flags.contains(.spellingCorrected))
    }

    @Test(
        "typing errors in types and articles are forgiven",
        arguments: [
            ("6 BOULEAVRD CARNOT", "Boulevard Carnot"), ("6 PLACE DS FETES", "Place des Fêtes"),
            ("6 PLACE DEES FETES", "Place des Fêtes"), ("6 ALLEE DSE PEUPLIERS", "Allée des Peupliers"),
            ("6 rue d la Paix", "Rue de la Paix"), ("6 rue dela Paix", "Rue de la Paix"),
        ])
    func misspeltSmallWords(text: String, street: String) {
        expect(text + " 99100 VALMORIN", "6", street)
        let match = InventedBase.match(text, postcode: "99100", city: "VALMORIN")
        #expect(match.street == street && match.score > 0.8, "\(text) -> \(match.label) \(match.score)")
    }

    @Test("France is a country behind a town or a postcode, and a name at the end of a street")
    func france() {
        for (text, postcode, city) in [
            ("n°6 rue Anatole France 99100 Valmorin", "", ""), ("6 RUE ANATOLE FRANCE 99100 VALMORIN", "", ""),
            ("6 RUE ANATOLE FRANCE", "99100", "VALMORIN"),
            ("6 RUE ANATOLE FRANCE VALMORIN", "", ""), ("6 rue Anatole France 99100 Valmorin France", "", ""),
            ("6 rue Anatole France, Valmorin, France", "", ""), ("6 rue Anatole France Valmorin France", "", ""),
            ("6 rue Anatole France, France", "99100", "Valmorin"),
        ] {
            let match = InventedBase.match(text, postcode: postcode, city: city)
            #expect(match.street == "Rue Anatole France" && match.housenumber == "6", "\(text) -> \(match.label)")
            #expect(match.score > 0.9, "\(text) -> \(match.label) \(match.score)")
        }
    }

    @Test(
        "what follows an address is left aside",
        arguments: [
            "6 rue Basse; \"Les Érables\"", "6 rue Basse, 3e étage porte 26", "6 rue Basse, 3ème étage, porte B",
            "6 rue Basse; 2e etage", "6 RUE BASSE ESC 2 PORTE 14", "6 rue Basse rdc", "6 rue Basse (étage 4)",
        ])
    func remarks(text: String) {
        expect(text + ", 99100 Valmorin", "6", "Rue Basse")
        let match = InventedBase.match(text, postcode: "99100", city: "Valmorin")
        #expect(match.housenumber == "6" && match.street == "Rue Basse", "\(text) -> \(match.label)")
        #expect(match.score > 0.8, "\(text) -> \(match.label) \(match.score)")
    }

    @Test(
        "of two numbers the one before the street is the house's, and the door's never is",
        arguments: [
            "porte 2 6 rue Basse", "lot 2 6 rue Basse", "esc 2 porte 3 6 rue Basse", "Esc 2 Porte 14 6 rue Basse",
            "Résidence les Tilleuls 4 6 rue Basse", "bat 3 6 rue Basse", "appt 12 6 rue Basse",
        ])
    func doorBefore(text: String) { expect(text + " 99100 Valmorin", "6", "Rue Basse") }

    @Test("a door that is part of a street's name stays there")
    func doorInName() { expect("3 avenue de la porte de sarnay 99100 Valmorin", "3", "Avenue de la Porte de Sarnay") }

    @Test(
        "a postcode with a slip of the hand does not lose the city",
        arguments: ["9910", "9100", "99010", "91900", "99101", "99100.0", "F-99100"])
    func slippedPostcode(postcode: String) {
        let match = InventedBase.match("6 rue Basse", postcode: postcode, city: "Valmorin")
        #expect(match.label == "6 Rue Basse 99100 Valmorin" && match.score > 0.8, "\(match.label) \(match.score)")
        let isRight = postcode.contains("99100")
        #expect(match.flags.contains(.communeMismatch) != isRight)
    }

    @Test("glued and split words are read")
    func glued() {
        expect("6 allée despeupliers 99100 Valmorin", "6", "Allée des Peupliers")
        expect("6 rue richardlenain 99100 Valmorin", "6", "Rue Richard Lenain")
        expect("6 allée des peu pliers 99100 Valmorin", "6", "Allée des Peupliers")
        expect("6 Rue de la PaixValmorin", "6", "Rue de la Paix")
        expect("6 ruedelapaix 99100 Valmorin", "6", "Rue de la Paix")
        expect("6 alleedespeupliers 99100 Valmorin", "6", "Allée des Peupliers")
        expect("6 boulevardcarnot 99100 Valmorin", "6", "Boulevard Carnot")
    }

    @Test(
        "what a scanner misreads is read",
        arguments: [
            ("6 rue B0sse", ""), ("6 AVENUE VICT0R HUGO", "Avenue Victor Hugo"),
            ("6 chemin du mouliri", "Chemin du Moulin"),
            ("6 boulevard camot", "Boulevard Carnot"), ("1O rue de la Paix", "Rue de la Paix"),
            ("6 rue du docteur brunclat", "Rue du Docteur Brunelat"),
        ])
    func misread(text: String, street: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(match.street == street || street.isEmpty, "\(text) -> \(match.label)")
        if text.hasPrefix("1O") { #expect(match.housenumber == "10") }
    }

    @Test(
        "a year may be short, a king's number in letters, and two initials one word",
        arguments: [
            ("4 rue du 8 mai 45", "Rue du 8 Mai 1945"), ("4 rue henri quatre", "Rue Henri IV"),
            ("4 rue PM Curie", "Rue Pierre et Marie Curie"),
        ])
    func shortNames(text: String, street: String) { expect(text + " 99100 Valmorin", "4", street) }

    @Test(
        "of a long name the last word is enough where nothing else has it",
        arguments: [
            ("3 rue Leclerc", "Rue du Général Leclerc"), ("3 rue Brunelat", "Rue du Docteur Brunelat"),
            ("3 rue Lenain", "Rue Richard Lenain"), ("3 rue Curie", "Rue Pierre et Marie Curie"),
        ])
    func lastWord(text: String, street: String) {
        expect(text + " 99100 Valmorin", "3", street)
        #expect(InventedBase.match(text + " 99100 Valmorin").score > 0.5)
    }

    @Test(
        "codes, floors, letterboxes and telephones are no house numbers",
        arguments: [
            "code 2957, 6 rue Basse", "code d'entrée 3582, 6 rue Basse", "digicode 46A93 6 rue Basse",
            "digicode 4693C, 6 rue Basse", "niveau 2, 6 rue Basse", "boîte aux lettres 29, 6 rue Basse",
            "escalier 8, 6 rue Basse", "Bt D, porte 21, 6 rue Basse", "appt A14, entrée 3, 6 rue Basse",
            "2e cour, 6 rue Basse", "6 rue Basse, tél 06 82 23 28 15", "6 rue Basse, +33 6 82 23 28 15",
            "Résidence du Parc, 6 rue Basse", "6, rue Basse, fond de cour",
        ])
    func otherNumbers(text: String) { expect(text + ", 99100 Valmorin", "6", "Rue Basse") }

    @Test(
        "initials alone name no street, nor do articles",
        arguments: ["12 rue du", "12 rue de", "12 rue X", "12 rue V H"])
    func initialsAlone(text: String) {
        let match = InventedBase.match(text + " 99100 Valmorin")
        #expect(match.level == .municipality, "\(text) -> \(match.label) \(match.score)")
    }

    @Test("house numbers in a row are no telephone")
    func numbersInARow() {
        expect("tel 06 12 34 56 78 6 rue Basse 99100 Valmorin", "6", "Rue Basse")
        #expect(InventedBase.match("2-4-6-8-10 rue Basse 99100 Valmorin").housenumber == "2")
    }

    @Test(
        "a postcode has four or five digits; nothing is cut to fit",
        arguments: ["991000", "0991009910", "2A004", "99100 B"])
    func oddPostcodes(postcode: String) {
        let match = InventedBase.match("6 rue du Lavoir", postcode: postcode)
        #expect(match.flags.contains(.communeGuessed) && match.postcode != "99100", "\(postcode) -> \(match.label)")
    }

    @Test("postcode and city in each other's columns are read")
    func swappedColumns() {
        let match = InventedBase.match("6 rue Basse", postcode: "Valmorin", city: "99100")
        #expect(match.label == "6 Rue Basse 99100 Valmorin")
    }

    @Test("a code and a postcode that contradict each other are said to, and the label is that of one commune")
    func codeAgainstPostcode() {
        let match = InventedBase.match("6 rue inconnue", postcode: "99200", citycode: "99001")
        #expect(match.label == "99100 Valmorin" && match.flags.contains(.communeMismatch))
    }

    @Test("a street without any commune is an answer, said to be a guess")
    func guessed() {
        #expect(InventedBase.match("6 rue des Tanneurs").flags.contains(.communeGuessed))
        #expect(!InventedBase.match("6 rue Basse 99100").flags.contains(.communeGuessed))
    }

    @Test("an INSEE code in the text tells the commune where it is no postcode")
    func codeInText() {
        expect("6 rue Basse (99001)", "6", "Rue Basse")
        expect("6 rue du Lavoir 98010", "6", "Rue du Lavoir", "Beaulac")
    }

    @Test("an arrondissement may stand apart from its city, and the number behind a town is the house's")
    func arrondissements() {
        for text in [
            "3 rue de Sarnay 1er arrondissement Grandmont", "3 rue de Sarnay Grandmont 1er",
            "3 rue de Sarnay 99501 Grandmont",
            "99501 Grandmont 3 rue de Sarnay", "3 rue de Sarnay Grandmont (1er)",
        ] {
            let match = InventedBase.match(text)
            #expect(
                match.citycode == "99501" && match.housenumber == "3", "\(text) -> \(match.label) \(match.citycode)")
        }
    }

    @Test("a town that is named is not left for a street elsewhere")
    func otherTown() {
        for text in [
            "6 rue des Forgerons, Valmorin", "6 quai Saint-Ernoul - Orvelle", "6 rue des Bateliers, Introuville",
        ] {
            let match = InventedBase.match(text)
            #expect(match.score < 0.5 || match.level == .municipality, "\(text) -> \(match.label) \(match.score)")
        }
    }

    @Test("a postcode of another département is weighed, said, and never empties the answer")
    func otherDepartment() {
        let match = InventedBase.match("6 rue Basse 33000 Valmorin")
        #expect(match.label == "6 Rue Basse 99100 Valmorin" && match.flags.contains(.communeMismatch))
    }

    @Test(
        "a number with a letter and a town is no street",
        arguments: ["6 B 99100 Valmorin", "n° 14 Valmorin", "bât 39 Valmorin"])
    func numberAlone(text: String) {
        let match = InventedBase.match(text)
        #expect(match.level == .municipality && match.city == "Valmorin", "\(text) -> \(match.label)")
    }

    @Test("columns that repeat the text, before it or misspelt, do not disturb")
    func repeatedColumns() {
        for text in [
            "Valmorin 99100, 6 rue Basse", "99100 Valmorin 6 rue Basse", "6 rue Basse Valmorrin",
            "Valmorin - 6 rue Basse",
        ] {
            let match = InventedBase.match(text, postcode: "99100", city: "Valmorin")
            #expect(match.label == "6 Rue Basse 99100 Valmorin", "\(text) -> \(match.label)")
        }
    }

    @Test(
        "buildings, boxes, persons and CEDEX do not disturb",
        arguments: [
            "Résidence Bellevue, 12 rue de la Paix, 99100 Valmorin", "chez M. Leroy 12 rue de la Paix 99100 Valmorin",
            "bat C 12 rue de la Paix 99100 Valmorin", "12 rue de la Paix bât. B appt 34 99100 Valmorin",
            "12 rue de la Paix BP 535 99100 Valmorin", "12 rue de la Paix 99100 VALMORIN CEDEX 4",
            "12 rue de la Paix CS 10023 99100 Valmorin France", "3ème étage 12 rue de la Paix 99100 Valmorin",
        ])
    func noise(text: String) { expect(text, "12", "Rue de la Paix") }

    @Test(
        "suffixes are read in every form",
        arguments: [
            ("12bis rue de la Paix 99100 Valmorin", "12bis"), ("12 BIS rue de la Paix 99100 Valmorin", "12bis"),
            ("12B rue de la Paix 99100 Valmorin", "12bis"), ("12 b rue de la Paix 99100 Valmorin", "12bis"),
            ("12 ter r de la Paix 99100 Valmorin", "12ter"), ("12T r de la Paix 99100 Valmorin", "12ter"),
        ])
    func suffixes(text: String, number: String) { expect(text, number, "Rue de la Paix") }

    @Test("a suffix that the base lacks gives the place of the plain number, flagged, and the reverse")
    func missingSuffix() {
        for (text, number) in [
            ("3 bis rue de la Paix 99100 Valmorin", "3bis"), ("20 rue de la Paix 99100 Valmorin", "20"),
        ] {
            let match = InventedBase.match(text)
            #expect(match.level == .interpolated && match.housenumber == number)
            #expect(match.flags.contains(.suffixNotFound))
            #expect(match.positionType == .interpolated)
        }
        let plain = InventedBase.match("3 rue de la Paix 99100 Valmorin")
        #expect(InventedBase.match("3 bis rue de la Paix 99100 Valmorin").score < plain.score)
    }

    @Test("a range reads as its first number, flagged")
    func ranges() {
        for text in ["2-4 rue de la Paix 99100 Valmorin", "2/4 rue de la Paix 99100 Valmorin"] {
            expect(text, "2", "Rue de la Paix")
            #expect(InventedBase.match(text).flags.contains(.severalNumbers))
        }
    }

    @Test("parts complete a text")
    func parts() {
        let gazetteer = InventedBase.built.gazetteer
        let whole = InventedBase.match("12bis rue de la Paix 99100 Valmorin")
        for query in [
            AddressQuery(text: "12bis rue de la paix", postcode: "99100", city: "VALMORIN"),
            AddressQuery(housenumber: "12 bis", street: "r de la paix", postcode: "99100", city: "Valmorin"),
            AddressQuery(text: "rue de la Paix Valmorin", housenumber: "12bis"),
            AddressQuery(housenumber: "12bis", street: "rue de la Paix", citycode: "99001"),
            AddressQuery(
                text: "12bis rue de la paix 99100 Valmorin", postcode: "99100", city: "Valmorin", citycode: "99001"),
        ] {
            let match = gazetteer.match(query)
            #expect(match.id == whole.id, "\(query) -> \(match.label)")
        }
    }

    @Test("the best position of a number is its entrance")
    func bestPosition() {
        #expect(InventedBase.match("1 rue de la Paix 99100 Valmorin").positionType == .entree)
    }

    @Test("a cadastral number is no part of the name")
    func cadastral() {
        expect("5 place du carillon 99100 Valmorin", "5", "Place du Carillon")
        expect("7s1 place du carillon 99100 Valmorin", "7s1", "Place du Carillon")
        #expect(InventedBase.match("7s1 place du carillon 99100 Valmorin").id == "99001_w5_00007_s1")
    }
}
