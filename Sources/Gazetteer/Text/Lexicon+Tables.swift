/// The tables of ``Lexicon``: a word, and after the bar its other spellings.
extension Lexicon {
    static let types = """
        rue|r ru rues re
        avenue|av ave aven avn
        boulevard|bd bld blvd boul bvd boulv bl
        route|rte rt
        chemin|ch che chem chm cm
        place|pl plce
        impasse|imp imps
        allee|all allees alle al
        square|sq squ sqre
        cours|crs cr
        cour
        quai|qu q
        residence|res resid rce residences
        lotissement|lot lotiss ltmt lotis
        cite|cte cites
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
        commandant|cdt cmdt comt cmdnt
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
        "bloc", "tour", "pavillon", "box", "code", "boite", "lettres",
    ]

    static let numbers: [(Int32, String)] = [
        (2, "deux"), (3, "trois"), (4, "quatre"), (5, "cinq"), (6, "six"), (7, "sept"), (8, "huit"), (9, "neuf"),
        (10, "dix"), (11, "onze"), (12, "douze"), (13, "treize"), (14, "quatorze"), (15, "quinze"), (16, "seize"),
        (20, "vingt vingts"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante"), (100, "cent"),
    ]

    /// Hashes of the months.
    static let months = Set(
        [
            "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
            "decembre",
        ].map { WordHash.of($0) })

    static let ordinals: [(Int32, String)] = [
        (1, "premier premiere"), (2, "deuxieme"), (3, "troisieme"), (4, "quatrieme"), (5, "cinquieme"),
        (6, "sixieme"), (7, "septieme"), (8, "huitieme"), (9, "neuvieme"), (10, "dixieme"), (11, "onzieme"),
        (12, "douzieme"), (13, "treizieme"), (14, "quatorzieme"), (15, "quinzieme"), (16, "seizieme"),
        (20, "vingtieme"),
    ]

    static let stops = ["de", "du", "des", "d", "la", "le", "les", "l", "au", "aux", "et", "en", "a", "lez"]

    static let suffixes = ["bis", "ter", "quater", "quinquies", "sexies"]

    /// Words that begin what is no part of the address.
    static let noiseHeads = [
        "bp", "cs", "tsa", "cedex", "cedx", "cidex", "bat", "bats", "batiment", "batiments", "esc", "appt", "apt",
        "appart", "appartement", "app", "etage", "etg", "hall", "interphone", "immeuble", "imm", "bte", "bt", "rdc",
        "logement", "logt", "lgt", "digicode",
    ]
}
