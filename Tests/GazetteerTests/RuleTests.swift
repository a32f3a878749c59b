import Foundation
import Gazetteer
import Testing

/// What must never happen, and how doubt is told.
@Suite("Rules of matching")
struct RuleTests {
    @Test("a missing number lies between its neighbours of the same side")
    func interpolated() throws {
        let match = InventedBase.match("7 rue de la Paix 99100 Valmorin")
        #expect(match.level == .interpolated && match.housenumber == "7")
        #expect(match.street == "Rue de la Paix" && match.flags.contains(.numberNotFound))
        let (low, high) = (
            InventedBase.match("3 rue de la Paix 99100 Valmorin"), InventedBase.match("9 rue de la Paix 99100 Valmorin")
        )
        #expect(abs(match.longitude - (low.longitude + (high.longitude - low.longitude) * 4 / 6)) < 1e-6)
        guard case .interpolated(_, _, let radius) = try #require(match.places.first).place else {
            Issue.record("not a computed point: \(match.places)")
            return
        }
        #expect(radius >= 10 && radius < 40)
    }

    @Test("a number far beyond the end of the street gives the street")
    func beyond() {
        let match = InventedBase.match("250 rue de la Paix 99100 Valmorin")
        #expect(match.level == .street && match.housenumber.isEmpty && match.flags.contains(.numberNotFound))
        #expect(match.street == "Rue de la Paix")
    }

    @Test("a missing number never becomes another street")
    func neverAnotherStreet() {
        for number in [5, 7, 11, 14, 250, 4000] {
            #expect(InventedBase.match("\(number) rue Jean Jaurès 99100 Valmorin").street == "Rue Jean Jaurès")
        }
    }

    @Test("a wrong postcode within one city keeps the street and is flagged")
    func wrongArrondissement() {
        let match = InventedBase.match("5 quai Saint-Ernoul 99502 Grandmont")
        #expect(match.street == "Quai Saint-Ernoul" && match.citycode == "99501")
        #expect(match.flags.contains(.communeMismatch))
    }

    @Test("of two arrondissements that share a street the one with the number answers")
    func sharedStreet() {
        #expect(InventedBase.match("8 rue de Sarnay 99501 Grandmont").citycode == "99502")
        #expect(InventedBase.match("7 rue de Sarnay Grandmont").citycode == "99501")
    }

    @Test(
        "an arrondissement is read in every form",
        arguments: [
            "7 rue des Bateliers Grandmont 2e", "7 rue des Bateliers Grandmont 2ème arrondissement",
            "7 rue des Bateliers GRANDMONT 2", "7 rue des Bateliers Grandmont IIe",
            "7 rue des Bateliers 99502 Grandmont",
        ])
    func arrondissements(text: String) {
        let match = InventedBase.match(text)
        #expect(match.citycode == "99502" && match.housenumber == "7", "\(match.label)")
        #expect(match.city == "Grandmont")
    }

    @Test("a postcode of another town never moves the answer there in silence")
    func wrongPostcode() {
        let match = InventedBase.match("3 rue des Tanneurs 99100 Saint-Aubrac-sur-Lende")
        #expect(match.citycode == "99002" && match.flags.contains(.communeMismatch))
        // The street is only in the town of the postcode, not in the town that is named.
        let other = InventedBase.match("3 rue des Peupliers 99100 Orvelle")
        #expect(other.level == .municipality || other.flags.contains(.communeMismatch))
    }

    @Test("a street named after a town is a street")
    func streetNamedAfterTown() {
        let match = InventedBase.match("3 route de Beaulac 99100 Valmorin")
        #expect(match.street == "Route de Beaulac" && match.city == "Valmorin")
        let parts = InventedBase.match("3 route de Beaulac", city: "Valmorin")
        #expect(parts.street == "Route de Beaulac" && parts.city == "Valmorin")
        let alone = InventedBase.match("3 route de Beaulac")
        #expect(alone.street == "Route de Beaulac" && alone.city == "Valmorin")
    }

    @Test("communes that share a postcode are told apart by their names")
    func sharedPostcode() {
        #expect(InventedBase.match("3 rue de la Mairie 99110 Orvelle").citycode == "99003")
        #expect(InventedBase.match("3 rue de la Mairie 99110 St Aubrac s/ Lende").citycode == "99002")
        let both = InventedBase.match("3 rue de la Mairie 99110")
        #expect(both.flags.contains(.ambiguousCommune) && both.places.count == 2)
        #expect(both.score < 0.6)
        #expect(abs(both.places.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    }

    @Test("communes of one name are told apart by the postcode, and flagged without it")
    func sameName() {
        #expect(InventedBase.match("3 rue du Lavoir 98200 Beaulac").citycode == "98010")
        #expect(InventedBase.match("3 rue du Lavoir 99200 Beaulac").citycode == "99010")
        let both = InventedBase.match("3 rue du Lavoir Beaulac")
        #expect(both.flags.isSuperset(of: [.ambiguousStreet, .ambiguousCommune]) && both.places.count == 2)
    }

    @Test("streets of one name in one commune are told apart by the old commune, and flagged without it")
    func oldCommunes() {
        let gazetteer = InventedBase.built.gazetteer
        #expect(InventedBase.match("3 rue du Puits 99100 Les Essarts").id == "99001_w1_00003")
        #expect(InventedBase.match("3 rue du Puits 99100 Charmeil").id == "99001_w2_00003")
        let both = InventedBase.match("3 rue du Puits 99100 Valmorin")
        #expect(both.flags.contains(.ambiguousStreet) && !both.flags.contains(.ambiguousCommune))
        #expect(both.places.map(\.weight) == [0.5, 0.5])
        var points = 0
        for place in both.places { gazetteer.forEachPoint(of: place.place) { _, _, _, _ in points += 1 } }
        #expect(points == 2)
    }

    @Test(
        "a street that does not exist gives its commune, never a lookalike elsewhere",
        arguments: [
            "3 rue Zéphyrin Oudinard 99100 Valmorin", "3 rue des Forgerons 99100 Valmorin",
            "3 avenue Curie Dupont-Vasseur 99100 Valmorin",
        ])
    func unknownStreet(text: String) {
        let match = InventedBase.match(text)
        #expect(match.citycode == "99001" && match.level == .municipality, "\(match.label) \(match.score)")
        #expect(match.flags.contains(.streetNotFound))
    }

    @Test("a commune that the base lacks gives nothing, though a street of that name exists elsewhere")
    func unknownCommune() {
        for text in ["3 rue des Tanneurs 12345 Ailleurs", "3 rue Victor Hugo 69008 Lyon"] {
            let match = InventedBase.match(text)
            #expect(match.level == .none || match.score < 0.3, "\(match.label) \(match.score)")
        }
    }

    @Test("lieux-dits are found, with addresses of their own or of streets")
    func localities() {
        let own = InventedBase.match("La Grange Rouge 99100 Valmorin")
        #expect(own.level == .locality && own.street == "La Grange Rouge")
        let beside = InventedBase.match("Les Hauts de Brume 99100 Valmorin")
        #expect(beside.level == .locality && beside.street == "Les Hauts de Brume")
        var points = 0
        InventedBase.built.gazetteer.forEachPoint(of: beside.places[0].place) { _, _, _, _ in points += 1 }
        #expect(points == 4)
    }

    @Test("a commune alone gives all its addresses")
    func municipality() {
        let match = InventedBase.match("99110 Orvelle")
        #expect(match.level == .municipality && match.citycode == "99003" && match.id == "99003")
        var points = 0
        InventedBase.built.gazetteer.forEachPoint(of: match.places[0].place) { _, _, _, _ in points += 1 }
        #expect(points == 18)
    }

    @Test("every number of a street is a point of it, once")
    func streetPoints() {
        let match = InventedBase.match("rue de la Paix 99100 Valmorin")
        var points = 0
        InventedBase.built.gazetteer.forEachPoint(of: match.places[0].place) { _, _, _, radius in
            points += 1
            #expect(radius == nil)
        }
        #expect(points == 12)
    }

    @Test("an empty query says so")
    func empty() {
        for text in ["", "   ", ",.;-", "\n"] {
            let match = InventedBase.match(text)
            #expect(match.level == .none && match.flags == .emptyQuery && match.places.isEmpty)
        }
    }

    @Test("an explanation shows the words, the readings and the runner-up")
    func explanation() throws {
        let explanation = InventedBase.built.gazetteer.explain(
            AddressQuery(text: "2 av Jean Jaures BP 12 99100 Valmorin"))
        #expect(explanation.match == InventedBase.match("2 av Jean Jaures BP 12 99100 Valmorin"))
        #expect(explanation.words.map(\.role).contains("noise"))
        #expect(explanation.words[1].typed == "av" && explanation.words[1].read == "avenue")
        #expect(explanation.considered.first?.street == "Avenue Jean Jaurès")
        #expect(explanation.considered.contains { $0.street == "Rue Jean Jaurès" })
        #expect(explanation.description.contains("0: number 2, street \"avenue jean jaures"))
        #expect(explanation.stages.first?.name == "words as they are")
        #expect(explanation.runnerUp.first?.hasPrefix("Rue Jean Jaurès, Valmorin is 5.0 logits behind") == true)
        #expect(explanation.runnerUp.contains { $0.contains("-5.0 type") })
        let worth = try #require(explanation.worth)
        let logit = worth.bias - worth.losses.reduce(0) { $0 + $1.logits * $1.weight }
        #expect(abs(worth.share / (1 + exp(-logit)) - explanation.match.score) < 1e-9)
    }

    @Test("what is explained is what is answered, whatever is asked")
    func explanationIsAnswer() {
        for text in [
            "", "6 rue Basse 99100 Valmorin", "6 ruebasse 99100 Valmorin", "6 rue inconnue 99100 Valmorin", "zzz",
            "6 rue du Lavoir Beaulac", "rue du Puits Valmorin", "6 boulevarddalsace 99100 Valmorin",
        ] {
            let explanation = InventedBase.built.gazetteer.explain(AddressQuery(text: text))
            #expect(explanation.match == InventedBase.match(text), "\(text)")
            #expect(explanation.worth.map { abs($0.probability - explanation.match.score) < 1e-12 } != false, "\(text)")
            #expect((explanation.worth == nil) == (explanation.match.level == .none), "\(text)")
        }
    }
}
