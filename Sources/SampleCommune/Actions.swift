/// The subsidised actions of a year of the (fictional) contrat de ville.
enum Actions {
    static let titles = [
        "Ateliers sociolinguistiques", "Accompagnement à la scolarité", "Permis citoyen", "Jardin partagé des Songes",
        "Chantier d'insertion espaces verts", "Parrainage vers l'emploi", "Médiation sociale de soirée",
        "École ouverte de l'imaginaire", "Santé et bien-être", "Coup de pouce vélo", "Café des parents",
        "Cinéma en plein air", "Aide aux devoirs numérique", "Créatrices d'entreprise", "Sport au pied des tours",
    ]
    private static let operators = [
        "Association La Fabrique Feinte", "Régie de quartier Mirage", "Mission locale de Nulle Part",
        "CCAS de Valfictif-sur-Ombre",
        "Maison des Chimères", "Club sportif des Deux Rives", "Compagnie Trompe-l'Œil",
    ]
    private static let scopes: [(String, Int)] = [
        ("QPV Les Tilleuls", 9), ("Tilleuls Fictifs", 5), ("QN09901M", 2), ("La Mare aux Fées", 7),
        ("mare aux fees", 2),
        ("Bois Feint", 8), ("QPV BOIS FEINT", 3), ("Deux Rives", 6), ("Tilleuls ; Bois Feint", 4), ("tous les QPV", 9),
        ("commune", 5), ("intercommunal", 5), ("Vieux Marché (ancien QPV)", 2), ("Quartier des Licornes", 1), ("", 2),
    ]
    static let columns = [
        "id", "annee", "intitule", "operateur", "perimetre_declare", "lieu_adresse", "lieu_code_postal", "lieu_commune",
        "cout_total", "subvention_etat", "subvention_agglo", "subvention_commune", "beneficiaires", "beneficiaires_qpv",
        "pct_qpv_declare",
    ]
    /// The rows whose stated percentage does not agree with their own counts.
    static let contradictory: Set<Int> = [7, 18, 26, 33, 45, 58]

    static func rows(_ town: Town) -> [[String]] {
        var dice = Dice(seed: town.seed, part: "actions")
        let venues = town.addresses.indices.filter { town.addresses[$0].suffix.isEmpty && !town.addresses[$0].isSecond }
        return [columns]
            + (1...60).map { number in
                let venue = dice.pick(venues)
                let hasVenue = !dice.chance(12)
                let street = town.street(of: venue)
                let people = dice.whole(8...320)
                let living = people * dice.whole(15...100) / 100
                let isWrong = contradictory.contains(number)
                let percent =
                    Double((living * 2000 + people) / (2 * people)) / 10
                    + (isWrong ? (living * 2 > people ? -14.5 : 21) : 0)
                let cost = dice.whole(20...900) * 100
                let silent = !isWrong && dice.chance(15)
                return [
                    "A" + padded(number, 3), dice.chance(70) ? "2024" : "2023",
                    titles[number % titles.count] + (number > titles.count ? " (\(number / titles.count + 1))" : ""),
                    dice.pick(operators), dice.pick(weighted: scopes),
                    hasVenue ? "\(town.addresses[venue].number) \(street.name)" : "",
                    hasVenue ? street.locality.postcode : "",
                    hasVenue ? street.locality.commune : "", String(cost), String(cost * dice.whole(10...35) / 100),
                    String(cost * dice.whole(0...25) / 100), String(cost * dice.whole(0...20) / 100), String(people),
                    silent ? "" : String(living), silent ? "" : frenchDecimal(percent),
                ]
            }
    }

    private static func frenchDecimal(_ value: Double) -> String {
        String(fixed(value, 1).map { $0 == "." ? "," : $0 })
    }
}
