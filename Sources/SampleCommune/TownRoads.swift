/// The streets whose course is drawn by hand.
enum TownRoads {
    /// The names along each road, from the square outwards; empty where nobody lives.
    static let roads = [
        ["Rue de la République", "Avenue du Général Leclerc", "Route de Saint-Fictif"],
        ["Rue Saint-Jacques", "Avenue Jean Jaurès", "Route de la Fonderie"],
        ["Rue du Vieux Marché", "Avenue de la Gare", "Rue du 18 Juin 1940"],
        ["Rue des Carmes", "Avenue du Président Kennedy", "Route de Vieux-Fictif"],
        ["Rue de la Monnaie", "Rue Pierre et Marie Curie", "Avenue de la Mare aux Fées"],
        ["Rue du Docteur Calmette", "Avenue du Maréchal Foch", "Route de Feinte-les-Bois"],
        ["Rue des Tanneurs", "Rue du Capitaine Dreyfus", "Rue de l'Abreuvoir"],
    ]
    /// The roads that go on beyond the outer ring.
    static let continued: Set<Int> = [1, 2, 4]

    /// The rings: which one, and from which roads its named pieces start.
    static let rings: [(name: String, ring: Int, sectors: [Int])] = [
        ("Boulevard de l'Église", 1, [0, 1]), ("Boulevard Gambetta", 1, [2, 3]), ("Boulevard des Remparts", 1, [4]),
        ("Boulevard Carnot", 1, [5, 6]), ("Boulevard Pierre Mendès France", 2, [0]), ("Rue du Stade", 2, [1]),
        ("Boulevard de l'Europe", 2, [2]), ("Avenue des Tilleuls", 2, [3]), ("Rue de Verdun", 2, [4]),
        ("Boulevard Salvador Allende", 2, [5]), ("Rue du Faubourg de l'Ombre", 2, [6]), ("Quai de l'Ombre", 3, [0]),
        ("Quai Marcel Pagnol", 3, [6]), ("Chemin de la Mare aux Fées", 3, [3]),
    ]

    static let squares: [(name: String, middle: Point, radius: Double, locality: Locality)] = [
        ("Place de l'Hôtel de Ville", Point(0, 0), 52, .town),
        ("Place du 8 Mai 1945", TownPlan.crossing(road: 2, ring: 1), 36, .town),
        ("Square Saint-Exupéry", TownPlan.tilleuls.point(Place(0.72, 0.52)), 34, .town),
        ("Place de la Libération", TownPlan.crossing(road: 6, ring: 2), 34, .town),
        ("Place des Fêtes", TownPlan.bois.point(Place(0.3, 0.62)), 38, .town),
        ("Place de la Mairie", TownPlan.neighbourStreet.at(0.55), 34, .neighbour),
        ("Cour des Miracles", TownPlan.sector(1, outside: 1).point(Place(0.55, 0.35)), 26, .town),
    ]

    /// Roads between the towns, and hamlets on them.
    static let country:
        [(
            name: String, from: Point, to: Point, bulge: Double, locality: Locality, metric: Bool, hamlet: String
        )] = [
            ("Route de Valfictif", Point(-1620, 1330), Point(-1130, 700), 40, .former, true, ""),
            ("Chemin des Meuniers", Point(-1960, 1760), Point(-2350, 2250), -50, .former, false, "Les Meuniers"),
            ("Route d'Ailleurs", Point(1780, -170), Point(2700, -330), -60, .neighbour, true, ""),
            ("La Grange aux Chimères", Point(2300, 150), Point(2420, 260), 10, .neighbour, false, ""),
            ("Route de Valfictif", Point(-540, -2640), Point(-430, -1640), 60, .village, true, ""),
            ("Chemin du Bois Feint", Point(-1010, -2990), Point(-1600, -3300), 60, .village, true, "Le Bois Feint"),
            ("Les Songes", Point(-1500, -2500), Point(-1400, -2380), 12, .village, false, ""),
            ("Le Moulin de Nulle Part", Point(-1900, -700), Point(-1780, -600), -15, .town, false, ""),
            ("Chemin de la Lune", Point(560, 1350), Point(60, 1180), 40, .town, false, "La Lune"),
        ]
}
