/// The départements of France: numbers and names.
enum Departement {
    /// Names without articles, by the words of ``CommuneName/text(_:_:)``, with their numbers as in postcodes.
    static let names: [String: [Int]] = {
        var names: [String: [Int]] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            var words = WordList()
            words.read(String(parts[1]))
            names[CommuneName.text(words, words.words.indices), default: []].append(Int(parts[0]) ?? 0)
        }
        return names
    }()

    /// The hashes of the last words of the names.
    static let lastWords: Set<UInt32> = Set(
        names.keys.map { name in WordHash.of(String(name.split(separator: " ").last ?? "")) })

    /// Most words of a name.
    static let longest = 5

    /// The regions have the number 0.
    private static let table = """
        1 Ain
        2 Aisne
        3 Allier
        4 Alpes-de-Haute-Provence
        5 Hautes-Alpes
        6 Alpes-Maritimes
        7 Ardèche
        8 Ardennes
        9 Ariège
        10 Aube
        11 Aude
        12 Aveyron
        13 Bouches-du-Rhône
        14 Calvados
        15 Cantal
        16 Charente
        17 Charente-Maritime
        18 Cher
        19 Corrèze
        20 Corse-du-Sud
        20 Haute-Corse
        21 Côte-d'Or
        22 Côtes-d'Armor
        23 Creuse
        24 Dordogne
        25 Doubs
        26 Drôme
        27 Eure
        28 Eure-et-Loir
        29 Finistère
        30 Gard
        31 Haute-Garonne
        32 Gers
        33 Gironde
        34 Hérault
        35 Ille-et-Vilaine
        36 Indre
        37 Indre-et-Loire
        38 Isère
        39 Jura
        40 Landes
        41 Loir-et-Cher
        42 Loire
        43 Haute-Loire
        44 Loire-Atlantique
        45 Loiret
        46 Lot
        47 Lot-et-Garonne
        48 Lozère
        49 Maine-et-Loire
        50 Manche
        51 Marne
        52 Haute-Marne
        53 Mayenne
        54 Meurthe-et-Moselle
        55 Meuse
        56 Morbihan
        57 Moselle
        58 Nièvre
        59 Nord
        60 Oise
        61 Orne
        62 Pas-de-Calais
        63 Puy-de-Dôme
        64 Pyrénées-Atlantiques
        65 Hautes-Pyrénées
        66 Pyrénées-Orientales
        67 Bas-Rhin
        68 Haut-Rhin
        69 Rhône
        70 Haute-Saône
        71 Saône-et-Loire
        72 Sarthe
        73 Savoie
        74 Haute-Savoie
        76 Seine-Maritime
        77 Seine-et-Marne
        78 Yvelines
        79 Deux-Sèvres
        80 Somme
        81 Tarn
        82 Tarn-et-Garonne
        83 Var
        84 Vaucluse
        85 Vendée
        86 Vienne
        87 Haute-Vienne
        88 Vosges
        89 Yonne
        90 Territoire de Belfort
        91 Essonne
        92 Hauts-de-Seine
        93 Seine-Saint-Denis
        94 Val-de-Marne
        95 Val-d'Oise
        97 Guadeloupe
        97 Martinique
        97 Guyane
        97 La Réunion
        97 Mayotte
        0 Île-de-France
        0 Auvergne-Rhône-Alpes
        0 Rhône-Alpes
        0 Bourgogne-Franche-Comté
        0 Bretagne
        0 Centre-Val de Loire
        0 Grand Est
        0 Hauts-de-France
        0 Normandie
        0 Nouvelle-Aquitaine
        0 Occitanie
        0 Pays de la Loire
        0 Provence-Alpes-Côte d'Azur
        0 PACA
        0 IDF
        0 France métropolitaine
        0 Alsace
        0 Lorraine
        0 Picardie
        """
}
