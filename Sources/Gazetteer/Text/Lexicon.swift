/// The words that have other spellings: types of way, titles, numbers, articles.
///
/// Both the names of the base and the queries go through it, so that an abbreviation only has to be read the same way
/// on both sides. Sources: the abbreviations of the standard XP Z10-011 for postal addresses and common usage.
struct Lexicon: Sendable {
    /// What a spelling stands for.
    struct Entry: Sendable {
        var text: [UInt8]
        var flags: WordFlags
        var type: UInt8
        var value: Int32
    }

    static let shared = Lexicon()

    /// Names of the types, by number; 0 is "no type".
    let typeNames: [String]
    private let entries: [Entry]
    /// Open addressing on the hash of the spelling: entry index + 1, or 0.
    private let slots: [UInt16]
    private let keys: [UInt32]
    private let mask: Int

    /// The entry of a spelling, by the hash of its letters.
    func entry(_ hash: UInt32) -> Entry? {
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if keys[slot] == hash { return entries[Int(slots[slot]) - 1] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static let types = """
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

    private static let titles = """
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
        chateau|chau cht
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
    private static let dotted = """
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
    private static let doors = [
        "escalier", "porte", "entree", "niveau", "niv", "palier", "studio", "chambre", "chbre", "casier", "local",
        "bloc", "tour", "pavillon", "box", "code", "boite", "lettres",
    ]

    private static let numbers: [(Int32, String)] = [
        (2, "deux"), (3, "trois"), (4, "quatre"), (5, "cinq"), (6, "six"), (7, "sept"), (8, "huit"), (9, "neuf"),
        (10, "dix"), (11, "onze"), (12, "douze"), (13, "treize"), (14, "quatorze"), (15, "quinze"), (16, "seize"),
        (20, "vingt vingts"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante"), (100, "cent"),
    ]

    /// Hashes of the months.
    static let months = Set(
        [
            "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
            "decembre",
        ].map { Array($0.utf8).withUnsafeBufferPointer { WordHash.of($0) } })

    private static let ordinals: [(Int32, String)] = [
        (1, "premier premiere"), (2, "deuxieme"), (3, "troisieme"), (4, "quatrieme"), (5, "cinquieme"),
        (6, "sixieme"), (7, "septieme"), (8, "huitieme"), (9, "neuvieme"), (10, "dixieme"), (11, "onzieme"),
        (12, "douzieme"), (13, "treizieme"), (14, "quatorzieme"), (15, "quinzieme"), (16, "seizieme"),
        (20, "vingtieme"),
    ]

    private init() {
        var names = [""]
        var entries: [Entry] = []
        var spellings: [(String, Int)] = []
        func add(_ forms: [String], _ entry: Entry) {
            entries.append(entry)
            for form in forms { spellings.append((form, entries.count - 1)) }
        }
        func lines(_ text: String) -> [(String, [String])] {
            text.split(separator: "\n").map { line in
                let parts = line.split(separator: "|")
                return (String(parts[0]), parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : [])
            }
        }
        for (name, forms) in lines(Self.types) {
            names.append(name)
            let type = UInt8(names.count - 1)
            var long = Entry(text: Array(name.utf8), flags: .type, type: type, value: -1)
            if Self.doors.contains(name) { long.flags.insert(.door) }
            add([name], long)
            var short = long
            short.flags.insert(.expanded)
            add(forms, short)
        }
        for (name, forms) in lines(Self.titles) {
            add(forms, Entry(text: Array(name.utf8), flags: .expanded, type: 0, value: -1))
        }
        for (name, forms) in lines(Self.dotted) {
            add(forms, Entry(text: Array(name.utf8), flags: [.expanded, .dotted], type: 0, value: -1))
        }
        for door in Self.doors {
            add([door], Entry(text: Array(door.utf8), flags: .door, type: 0, value: -1))
        }
        for (value, forms) in Self.numbers {
            add(
                forms.split(separator: " ").map(String.init),
                Entry(text: Array(String(value).utf8), flags: [.number, .written], type: 0, value: value))
        }
        for (value, forms) in Self.ordinals {
            add(
                forms.split(separator: " ").map(String.init),
                Entry(text: Array(String(value).utf8), flags: [.number, .ordinal], type: 0, value: value))
        }
        for stop in ["de", "du", "des", "d", "la", "le", "les", "l", "au", "aux", "et", "en", "a", "lez"] {
            add([stop], Entry(text: Array(stop.utf8), flags: .stop, type: 0, value: -1))
        }
        for suffix in ["bis", "ter", "quater", "quinquies", "sexies"] {
            add([suffix], Entry(text: Array(suffix.utf8), flags: .suffix, type: 0, value: -1))
        }
        let heads = [
            "bp", "cs", "tsa", "cedex", "cedx", "cidex", "bat", "bats", "batiment", "batiments", "esc", "appt", "apt",
            "appart", "appartement", "app", "etage", "etg", "hall", "interphone", "immeuble", "imm", "bte", "bt",
            "rdc", "logement", "logt", "lgt", "digicode",
        ]
        for head in heads {
            add([head], Entry(text: Array(head.utf8), flags: .noiseHead, type: 0, value: -1))
        }
        var size = 64
        while size < spellings.count * 3 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        var keys = [UInt32](repeating: 0, count: size)
        for (form, index) in spellings {
            let hash = Array(form.utf8).withUnsafeBufferPointer { WordHash.of($0) }
            var slot = Int(hash) & (size - 1)
            while slots[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & (size - 1) }
            if slots[slot] != 0 { continue }
            slots[slot] = UInt16(index + 1)
            keys[slot] = hash
        }
        typeNames = names
        self.entries = entries
        self.slots = slots
        self.keys = keys
        mask = size - 1
    }
}
