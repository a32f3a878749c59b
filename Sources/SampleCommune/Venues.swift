/// Services and facilities of the towns.
enum Venues {
    private static let kinds: [(kind: String, names: [String], capacity: ClosedRange<Int>)] = [
        (
            "école",
            [
                "École des Songes", "École Mélusine", "École du Griffon", "École Jules-Chimère", "École du Mirage",
                "École de la Feinte",
            ], 80...320
        ),
        ("crèche", ["Crèche Pomme de Lune", "Crèche Les Farfadets", "Crèche Nuage"], 18...60),
        ("collège", ["Collège de l'Imaginaire", "Collège Fictif"], 380...620),
        (
            "centre social", ["Centre social Mirage", "Centre social des Deux Rives", "Maison de quartier Feinte"],
            60...200
        ),
        (
            "médecin",
            ["Cabinet des Illusions", "Cabinet du Leurre", "Maison de santé des Songes", "Cabinet Trompe-l'Œil"], 1...6
        ),
        ("pharmacie", ["Pharmacie du Philtre", "Pharmacie de la Potion", "Pharmacie de l'Élixir"], 1...3),
        ("bibliothèque", ["Médiathèque des Fables", "Bibliothèque de la Lune"], 30...120),
        ("poste", ["Bureau de poste fictif", "Relais postal du Mirage"], 1...4),
        ("gymnase", ["Gymnase Pégase", "Gymnase du Centaure", "Salle Licorne"], 100...500),
        ("France services", ["Espace France services fictif"], 4...8),
        ("emploi", ["Mission locale de Nulle Part", "Agence pour l'emploi fictive"], 10...40),
        ("commerce", ["Épicerie du Rêve", "Boulangerie Feinte", "Supérette Chimère", "Marché des Songes"], 5...50),
        (
            "arrêt de bus",
            [
                "Arrêt Tilleuls Fictifs", "Arrêt Bois Feint", "Arrêt Pont de l'Ombre", "Arrêt Mare aux Fées",
                "Arrêt Gare Fictive",
            ], 0...0
        ),
    ]
    static let columns = [
        "id", "categorie", "nom", "capacite", "date_ouverture", "date_fermeture", "adresse", "code_postal", "commune",
        "longitude", "latitude",
    ]

    static func rows(_ town: Town) -> [[String]] {
        var dice = Dice(seed: town.seed, part: "venues")
        let places = town.addresses.indices.filter { town.addresses[$0].suffix.isEmpty && !town.addresses[$0].isSecond }
        let named = kinds.flatMap { kind in kind.names.map { (kind.kind, $0, kind.capacity) } }
        return [columns]
            + named.enumerated().map { index, item in
                let address = dice.pick(places)
                let street = town.street(of: address)
                let isStop = item.0 == "arrêt de bus"
                let point = town.addresses[address].point + Point(dice.between(-4, 4), dice.between(-4, 4))
                let degrees = Lambert93.unproject(x: TownPlan.origin.x + point.x, y: TownPlan.origin.y + point.y)
                let opening = dice.whole(1968...2022)
                let closing = dice.chance(15) ? day(&dice, dice.whole((opening + 1)...2024)) : ""
                let hasAddress = !isStop
                let hasPosition = isStop || dice.chance(65)
                return [
                    "L" + padded(index + 1, 3), item.0, item.1, isStop ? "" : String(dice.whole(item.2)),
                    day(&dice, opening), closing, hasAddress ? "\(town.addresses[address].number) \(street.name)" : "",
                    hasAddress ? street.locality.postcode : "", hasAddress ? street.locality.commune : "",
                    hasPosition ? fixed(degrees.longitude, 6) : "", hasPosition ? fixed(degrees.latitude, 6) : "",
                ]
            }
    }

    private static func day(_ dice: inout Dice, _ year: Int) -> String {
        "\(year)-\(padded(dice.whole(1...12), 2))-\(padded(dice.whole(1...28), 2))"
    }
}
