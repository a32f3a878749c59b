import Gazetteer
import TestSupport
import Testing

/// How texts that name several addresses are read, without any base.
@Suite("Address expressions")
struct ExpressionTests {
    static func notation(_ text: String) -> String {
        AddressExpression.read(text).parts.map(\.notation).joined(separator: " | ")
    }

    static func codes(_ text: String) -> [ExpressionAmbiguity.Code] {
        AddressExpression.read(text).ambiguities.map(\.code)
    }

    @Test(
        "a form gives its numbers and its street",
        arguments: [
            ("2 à 10 rue Foch", "2..10 step 2 rue Foch"), ("3 à 9, rue Foch", "3..9 step 2 rue Foch"),
            ("2 A 10 RUE FOCH", "2..10 step 2 RUE FOCH"), ("1à 5 allée Foch", "1..5 step 2 allée Foch"),
            ("du 2 au 10 rue Foch", "2..10 step 2 rue Foch"), ("2 jusqu'à 10 rue Foch", "2..10 step 2 rue Foch"),
            ("1 à 6 place Foch", "1..6 place Foch"), ("2 à 6 cour Foch", "2..6 cour Foch"),
            ("1 à 7 square Foch", "1..7 square Foch"), ("1 à 4 impasse Foch", "1..4 impasse Foch"),
            ("3 et 4 rue Foch", "3, 4 rue Foch"), ("1 à 2 rue Foch", "1..2 rue Foch"),
            ("93-97-99-101-103 rue Foch", "93, 97, 99, 101, 103 rue Foch"), ("1/3/5/7 rue Foch", "1, 3, 5, 7 rue Foch"),
            ("1, 3 et 5 rue Foch", "1, 3, 5 rue Foch"), ("2-4-6 rue Foch", "2, 4, 6 rue Foch"),
            ("2 - 4 - 6 rue Foch", "2, 4, 6 rue Foch"), ("2-4 rue Foch", "2, 4 rue Foch"),
            ("7-8 rue Foch", "7, 8 rue Foch"),
            ("2 & 4 rue Foch", "2, 4 rue Foch"), ("2+4 rue Foch", "2, 4 rue Foch"), ("4bis rue Foch", "4bis rue Foch"),
            ("4 bis et ter rue Foch", "4bis, 4ter rue Foch"), ("4, 4 bis et 4 ter rue Foch", "4, 4bis, 4ter rue Foch"),
            ("12 A à 12 D rue Foch", "12a..12d rue Foch"), ("12 A, B et C rue Foch", "12a, 12b, 12c rue Foch"),
            ("12A-12B rue Foch", "12a, 12b rue Foch"), ("12 B rue Foch", "12b rue Foch"),
            ("n° 5 rue Foch", "5 rue Foch"),
            ("n°5 et n°7 rue Foch", "5, 7 rue Foch"), ("nos 5 à 9 rue Foch", "5..9 step 2 rue Foch"),
            ("1 à 10 pairs rue Foch", "2..10 step 2 rue Foch"), ("1 à 10 (impairs) rue Foch", "1..9 step 2 rue Foch"),
            ("2 à 12 et 62 à 80 rue Foch", "2..12 step 2, 62..80 step 2 rue Foch"),
            ("2-4-6 à 10 rue Foch", "2, 4, 6..10 step 2 rue Foch"), ("2 et 4 Le Clos Joli", "2, 4 Le Clos Joli"),
        ])
    func forms(text: String, expected: String) {
        #expect(Self.notation(text) == expected)
        #expect(Self.codes(text).isEmpty, "\(AddressExpression.read(text).explanation)")
    }

    @Test(
        "several streets are told apart with separators and without",
        arguments: [
            (
                "2 à 10 rue du Bugey 2 à 10 rue du Nivernais",
                "2..10 step 2 rue du Bugey | 2..10 step 2 rue du Nivernais"
            ),
            ("1 rue Foch et 3 rue Ney", "1 rue Foch | 3 rue Ney"),
            ("1 rue Foch - 3 bis r Ney", "1 rue Foch | 3bis r Ney"),
            ("1 rue Foch / 3 rue Ney", "1 rue Foch | 3 rue Ney"), ("1 rue Foch\n3 rue Ney", "1 rue Foch | 3 rue Ney"),
            ("1 rue Foch ; 3 et 5 av. Ney", "1 rue Foch | 3, 5 av. Ney"),
            ("rue Foch, rue Ney, rue Lyautey", "rue Foch | rue Ney | rue Lyautey"),
            ("rue Foch et avenue Ney", "rue Foch | avenue Ney"),
            ("rue Foch 2 à 10, rue Ney 4 et 6", "2..10 step 2 rue Foch | 4, 6 rue Ney"),
            ("rue Foch 2 à 10 rue Ney 4 et 6", "2..10 step 2 rue Foch | 4, 6 rue Ney"),
            ("rue Foch 2 et 4", "2, 4 rue Foch"),
            ("1 rue Foch, 4 et 6 Grande Rue", "1 rue Foch | 4, 6 Grande Rue"),
            ("12 rue Foch, du 2 au 8 rue Ney", "12 rue Foch | 2..8 step 2 rue Ney"),
            (
                "10 à 16 rue Foch et 105 à 109 rue Pierre et Marie Curie",
                "10..16 step 2 rue Foch | 105..109 step 2 rue Pierre et Marie Curie"
            ),
            ("2 et 4 r de l eglise - 3 et 5 pl de la Porte", "2, 4 r de l eglise | 3, 5 pl de la Porte"),
        ])
    func streets(text: String, expected: String) {
        #expect(Self.notation(text) == expected)
        #expect(Self.codes(text).isEmpty, "\(AddressExpression.read(text).explanation)")
    }

    @Test(
        "numbers in the name of a street stay there",
        arguments: [
            ("2 à 6 rue du 18 Juin, 3 et 5 rue Ney", "2..6 step 2 rue du 18 Juin | 3, 5 rue Ney"),
            ("2 et 4 rue du 8 mai 1945, 12 rue Ney", "2, 4 rue du 8 mai 1945 | 12 rue Ney"),
            ("2 et 4 rue du 8 mai 1945 12 rue Ney", "2, 4 rue du 8 mai 1945 | 12 rue Ney"),
            ("2 et 4 rue du 20e corps américain", "2, 4 rue du 20e corps américain"),
            ("1 et 3 rue de la 2e DB 7 et 9 rue Ney", "1, 3 rue de la 2e DB | 7, 9 rue Ney"),
            ("5 et 6 place des 4 vents", "5, 6 place des 4 vents"),
            ("2 et 4 rue du 19-Mars-1962", "2, 4 rue du 19-Mars-1962"),
            ("3 rue Henri 4, 12 rue Ney", "3 rue Henri 4 | 12 rue Ney"),
        ])
    func names(text: String, expected: String) { #expect(Self.notation(text) == expected) }

    @Test(
        "an ordinary address is single, whatever else it holds",
        arguments: [
            "12 rue Foch", "12, rue Foch", "12bis rue Foch 57000 Metz", "55 route de Thionville", "rue Foch", "Metz",
            "", " ", "12",
            "3 rue du 8 mai 1945", "Bat 3 Appt 12 4 rue Foch", "4 rue Foch, bat C, 3 étage, 57000 Metz",
            "12 rue Pierre et Marie Curie",
            "Résidence Les Lilas 12 rue Foch", "12 rue Foch, Résidence Les Lilas", "chez M. Durand, 12 rue Foch",
            "Place Foch, 12 rue Ney",
            "2 chez Mme Durand 12 rue Foch", "BP 123 12 rue Foch", "12 rue Foch BP 40123 57000 Metz Cedex 1",
            "rue Foch 12",
            "Rue Foch, 12", "Chambre 12, 14 rue Foch", "12 r d'Alsace", "12 A rue Foch", "4 a rue Foch",
            "12 rue de la Place",
            "12 rue du 1er Régiment", "12 rue Foch 1er étage porte 4", "4 Les Vergers 12 rue Foch", "n°5 rue Foch",
            "12e rue Foch", "12 14 rue Foch",
            "57000 Metz 12 rue Foch", "12 rue Foch - 57000 - METZ", "12 rue Foch (Résidence Les Pins 4)",
            "Villa 3, 12 rue Foch",
        ])
    func ordinary(text: String) {
        let expression = AddressExpression.read(text)
        #expect(expression.isSingle, "\(expression.explanation)")
    }

    @Test(
        "what can be read in two ways is read in the wider one, and says so",
        arguments: [
            ("2-10 rue Foch", "2..10 step 2 rue Foch", [ExpressionAmbiguity.Code.dashPair]),
            ("3-8 rue Foch", "3..8 rue Foch", [.dashPair, .bothSides]),
            ("2-4 place Foch", "2..4 place Foch", [.dashPair]),
            ("1 à 8 rue Foch", "1..8 rue Foch", [.bothSides]),
            ("10 à 2 rue Foch", "2..10 step 2 rue Foch", [.descending]),
            ("10-2 rue Foch", "10, 2 rue Foch", [.descending]),
            ("2 à 6 à 10 rue Foch", "2..10 step 2 rue Foch", [.rangeChain]),
            ("2bis à 10 rue Foch", "2bis..10 step 2 rue Foch", [.suffixInRange]),
            ("5/204 rue Foch", "5, 204 rue Foch", [.slashPair]), ("4, 6 rue Foch", "4, 6 rue Foch", [.commaPair]),
            ("2 et 4 rue Foch, rue Ney", "2, 4 rue Foch | rue Ney", [.wholeStreet]),
            ("12 rue Foch, rue Ney", "12 rue Foch | rue Ney", [.wholeStreet]),
            ("rue du Bugey rue du Nivernais", "rue du Bugey | rue du Nivernais", [.separatorMissing]),
        ])
    func ambiguous(text: String, expected: String, codes: [ExpressionAmbiguity.Code]) {
        #expect(Self.notation(text) == expected)
        #expect(Set(Self.codes(text)) == Set(codes))
        for code in codes {
            #expect(AddressExpression.read(text).explanation.contains("ambiguous (\(code.rawValue)), part"))
        }
    }

    @Test("a town at the end is that of all streets before it")
    func town() {
        let one = AddressExpression.read("2 à 10 rue Foch et 4 rue Ney 57000 METZ")
        #expect(one.parts.map(\.street) == ["rue Foch", "rue Ney"])
        #expect(one.parts.allSatisfy { $0.postcode == "57000" && $0.city == "METZ" })
        let two = AddressExpression.read("2 à 10 rue Foch 57000 METZ, 4 et 6 rue Ney, 57140 Woippy")
        #expect(two.parts.map(\.postcode) == ["57000", "57140"])
        #expect(two.parts.map(\.city) == ["METZ", "Woippy"])
        let first = AddressExpression.read("57000 METZ 2 à 10 rue Foch 4 et 6 rue Ney")
        #expect(first.parts.map(\.street) == ["rue Foch", "rue Ney"])
        #expect(first.parts.allSatisfy { $0.postcode == "57000" && $0.city == "METZ" })
    }

    @Test("names of residences are left aside, before and after, and said")
    func residences() {
        for text in [
            "Résidence Les Lilas 2 à 10 rue Foch", "2 à 10 rue Foch Résidence Les Lilas",
            "2 à 10 rue Foch, Résidence Les Lilas",
            "2 à 10 rue Foch (Résidence Les Lilas)", "Résidence Les Lilas - 2 à 10 rue Foch",
        ] {
            let expression = AddressExpression.read(text)
            #expect(expression.parts.map(\.notation) == ["2..10 step 2 rue Foch"], "\(text)")
            #expect(expression.asides == ["Résidence Les Lilas"], "\(text)")
            #expect(expression.explanation.contains("left aside: \"Résidence Les Lilas\""))
        }
    }

    @Test("the explanation has a line for each street, with its numbers in words")
    func explanation() {
        #expect(
            AddressExpression.read("2 à 10 rue Foch, 1 à 8 rue Ney, place Foch 57000 METZ").explanation == """
                part 1: street "rue Foch", even numbers from 2 to 10, in 57000 METZ
                part 2: street "rue Ney", all numbers from 1 to 8, in 57000 METZ
                ambiguous (both_sides), part 2: 1 à 8 has ends of different parity: both sides
                left aside: "place Foch"
                """)
    }

    @Test("ten thousand numbers are bounded, and say so")
    func long() {
        for separator in [", ", "-", "/", " et ", " à ", " "] {
            let text = (1...10_000).map(String.init).joined(separator: separator) + " rue Foch"
            let expression = AddressExpression.read(text)
            #expect(expression.parts.allSatisfy { $0.numbers.count <= 1000 })
            #expect(expression.ambiguities.contains { $0.code == .tooLong }, "\(separator)")
        }
        let ranges = (1...1500).map { "\($0) rue Foch" }.joined(separator: ", ")
        #expect(AddressExpression.read(ranges).isCut)
    }

    @Test("no text makes it fail, and what the quick look passes over is single", arguments: [UInt64(57)])
    func fuzz(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "2", "10", "12", "1945", "57000", "4bis", "bis", "ter", "A", "b", "à", "a", "et", "-", " - ", "/", ",", ";",
            "n°", "n", "du", "au", "de",
            "la", "rue", "r", "place", "cour", "résidence", "Foch", "Metz", "Grande", "8 mai", "2e", "1er", "étage",
            "bat", "pairs", "l'", "é", "\n",
            "(", ")", "+", "&", "rond point", "vingt", "🏠", "\u{301}", "\u{0}", "99999999999999", "BP", "cedex",
            "jusqu'à", "impairs", "d", ".",
        ]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...14, using: &generator) {
                text += pieces.randomElement(using: &generator)!
                if Bool.random(using: &generator) { text += " " }
            }
            let expression = AddressExpression.read(text)
            _ = expression.explanation
            for part in expression.parts {
                #expect(!part.street.isEmpty, "seed \(seed): \(text)")
                for end in part.numbers.flatMap(\.ends) {
                    #expect((0...10_000).contains(end.value), "seed \(seed): \(text)")
                }
            }
            if !AddressExpression.mayBeSeveral(text) {
                #expect(expression.isSingle, "seed \(seed): \(text)\n\(expression.explanation)")
            }
        }
        for piece in pieces {
            _ = AddressExpression.read(String(repeating: piece, count: 5000)).explanation
            _ = AddressExpression.read(String(repeating: piece + " ", count: 5000)).explanation
        }
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = AddressExpression.read(String(decoding: bytes, as: UTF8.self))
        }
    }
}
