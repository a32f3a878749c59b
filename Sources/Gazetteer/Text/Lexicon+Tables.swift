/// The tables of ``Lexicon``: a word, and after the bar its other spellings.
extension Lexicon {
    static let types = """
        rue|r ru rues re
        avenue|av ave aven avn
        boulevard|bd bld blvd boul bvd boulv bl
        route|rte rt
        chemin|ch che chem chm cm
        place|pl plce plc
        impasse|imp imps ipse
        allee|all allees alle al
        square|sq squ sqre
        cours|crs
        cour
        quai|qu q
        residence|res resid rce residences
        lotissement|lot lotiss ltmt lotis
        cite|cte cites
        lieudit|ld
        faubourg|fg fbg faub fbrg
        passage|psg psge pass passg passag
        villa|vla vlla
        za
        zi
        zac
        rondpoint|rpt rdpt
        sentier|sen sntier
        sente|snt
        promenade|prom promen
        esplanade|esp espl
        village|vge vlge vil
        ruelle|rle
        montee|mte mtee
        traverse|trav
        hameau|ham hmeau
        galerie|gale
        parvis|prv
        carrefour|carr crf carref
        chaussee|chs chau
        cote
        venelle|ven
        voie|voi
        clos
        domaine|doma
        descente|dsc
        placette|plt
        port
        pont
        porte|pte
        parc
        mail
        rampe
        boucle|bcle
        terrasse|tsse
        jardin
        levee
        digue
        rocade|roc
        escalier|esca
        corniche|corn
        quartier|quart qrt
        enclos
        peristyle
        passerelle|passle
        arcade
        berge
        draille
        """

    static let titles = """
        docteur|dr doct docteurs
        general|gal gen gnal gnl genl
        marechal|mal mchal marl
        president|pdt prdt presid
        colonel|col cnl
        commandant|cdt cmdt comt cmdnt comdt
        capitaine|cpt cne capit capt cpne
        lieutenant|lt lieut ltn
        saint|st sts saints
        sainte|ste stes saintes
        monseigneur|mgr
        professeur|pr prof profess
        ingenieur|ing
        sergent|sgt
        amiral|amir
        adjudant|adj
        caporal|capo
        grande|gde grde
        grand|gd grd
        vieux|vx vieu
        vieille|vlle vle
        haut|ht
        haute|hte
        hauts|hts
        moulin|mln
        chateau|cht
        eglise|egl
        hopital|hopit
        chanoine|chne chan
        cardinal|card
        fontaine|fne
        nouveau|nv
        nouvelle|nvle nvl
        resistance|resist
        republique|repub
        liberation|liber
        nationale|nat natle
        departementale|dept dpt
        petit|pt
        petite|ptite
        notre dame|nd
        sous|ss
        monsieur|mr mons
        madame|mme
        mademoiselle|mlle
        freres|frs
        arrondissement|arr arrdt arrond ardt arrt
        senateur|senat
        conseiller|cons
        industrielle|indus industriel
        artisanale|artis
        """

    /// Short forms that are words of their own, and count only with a dot.
    static let dotted = """
        passage|pas
        place|pla
        capitaine|cap
        chateau|chat
        hopital|hop
        abbe|ab
        fontaine|font
        republique|rep
        departementale|dep
        marechal|mar
        """

    /// What a number or a letter makes a door or a floor of, not a street.
    static let doors = [
        "escalier", "porte", "entree", "niveau", "niv", "palier", "studio", "chambre", "chbre", "casier", "local",
        "bloc", "tour", "pavillon", "box", "code", "boite", "lettres", "bal", "cage", "bureau", "cellule", "case",
        "sas",
    ]

    /// Where a flat lies on its floor: "3e gauche".
    static let sides = Set(
        ["droite", "gauche", "face", "dte", "drt", "gche", "gch", "milieu", "fond", "centre"].map { WordHash.of($0) })

    /// Types of way that name places too, by number.
    static let placeTypes = Set(
        ["parc", "jardin", "residence", "domaine", "village", "quartier", "port", "pont", "clos", "cite"].compactMap {
            Lexicon.shared.typeNames.firstIndex(of: $0)
        })

    /// Other words that an abbreviation may stand for than the one that it is read as: "Pt" is "petit" and "pont".
    static let otherMeanings: [UInt32: [String]] = [WordHash.of("petit"): ["pont", "port", "point"]]

    /// What is said before something is said again.
    static let hesitations = Set(
        ["pardon", "euh", "heu", "non", "enfin", "plutot", "erreur", "rectification"].map { WordHash.of($0) })

    /// What stands between two streets that meet.
    static let cornerWords = Set(
        ["angle", "coin", "intersection", "croisement", "carrefour", "entre"].map { WordHash.of($0) })

    /// What says that a number is only near: "en face du 12 rue Basse".
    static let nearWords = Set(
        [
            "niveau", "droit", "vis", "face", "apres", "avant", "pres", "cote", "hauteur", "derriere", "devant",
            "proche",
            "proximite",
        ].map { WordHash.of($0) })

    /// What begins a remark behind a street: "angle rue du Bois", "métro Liège".
    static let remarkHeads = Set(
        [
            "angle", "entre", "metro", "rer", "tram", "bus", "arret", "gare", "face", "pres", "derriere", "devant",
            "proche",
            "cote",
            "fond", "bout", "chez", "s", "c", "centre", "ilot", "ehpad", "ecole", "college", "local", "batiment",
            "foyer",
            "association", "ets", "sarl", "sas", "pharmacie", "immeuble", "copropriete", "lieudit", "ancien",
            "ancienne",
        ].map { WordHash.of($0) })

    /// Adjectives that make another street of a name.
    static let adjectives = Set(
        [
            "vieux", "vieille", "grand", "grande", "petit", "petite", "haut", "haute", "hauts", "bas", "basse",
            "nouveau",
            "nouvelle", "neuf", "neuve", "ancien", "ancienne", "sous", "sur", "saint", "sainte",
        ].map { WordHash.of($0) })

    static let numbers: [(Int32, String)] = [
        (2, "deux"), (3, "trois"), (4, "quatre"), (5, "cinq"), (6, "six"), (7, "sept"), (8, "huit"), (9, "neuf"),
        (10, "dix"), (11, "onze"), (12, "douze"), (13, "treize"), (14, "quatorze"), (15, "quinze"), (16, "seize"),
        (20, "vingt vingts"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante"),
        (100, "cent cents"), (1000, "mille"), (0, "zero"),
    ]

    /// Hashes of the months.
    static let months = Set(monthNames.map { WordHash.of($0) })

    /// Hashes of short forms of the months.
    static let monthStarts = Set(
        ["jan", "janv", "fev", "fevr", "avr", "jui", "juil", "aou", "sep", "sept", "oct", "nov", "dec"].map {
            WordHash.of($0)
        })

    /// The months in order.
    static let monthNames = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]

    static let ordinals: [(Int32, String)] = [
        (1, "premier premiere"), (2, "deuxieme"), (3, "troisieme"), (4, "quatrieme"), (5, "cinquieme"),
        (6, "sixieme"), (7, "septieme"), (8, "huitieme"), (9, "neuvieme"), (10, "dixieme"), (11, "onzieme"),
        (12, "douzieme"), (13, "treizieme"), (14, "quatorzieme"), (15, "quinzieme"), (16, "seizieme"),
        (20, "vingtieme"),
    ]

    static let stops = ["de", "du", "des", "d", "la", "le", "les", "l", "au", "aux", "et", "en", "a", "lez"]

    /// Signs of numbered roads, with the words that they stand for.
    static let roads = [
        ("rd", "route departementale"), ("rn", "route nationale"), ("cd", "route departementale"),
        ("cr", "chemin rural"), ("vc", "voie communale"), ("cv", "chemin vicinal"), ("d", "departementale"),
        ("n", "nationale"),
    ].map { (sign: Array($0.0.utf8), words: $0.1.split(separator: " ").map { Array($0.utf8) }) }

    /// Words that the number of a road follows.
    static let roadWords = Set(
        ["departementale", "nationale", "rural", "vicinal", "communale", "europeenne"].map { WordHash.of($0) })

    static let suffixes = ["bis", "ter", "quater", "quinquies", "sexies"]

    /// Words that begin what is no part of the address.
    static let noiseHeads = [
        "bp", "cs", "tsa", "cedex", "cedx", "cidex", "bat", "bats", "batiment", "batiments", "esc", "appt", "apt",
        "appart", "appartement", "app", "etage", "etg", "hall", "interphone", "immeuble", "imm", "bte", "bt", "rdc",
        "logement", "logt", "lgt", "digicode", "aptt", "appat", "rch", "rdj", "entresol", "mezzanine", "ap",
    ]
}
