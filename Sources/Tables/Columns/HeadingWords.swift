import Foundation

/// The words of a heading, without case, accents, punctuation and filling words, each brought to one spelling:
/// `N° de voie`, `NUM_VOIE`, `numeroVoieEtablissement` and `numvoie` are `number way`.
struct HeadingWords: Sendable, Equatable {
    /// Words with a meaning of their own, in order; a word that is not known stands as it is.
    private(set) var words: [String] = []
    /// The words that say whose column it is: of the structure, of the seat.
    private(set) var owners: Set<String> = []
    /// The numbers in the heading: of a line of an address.
    private(set) var numbers: [Int] = []
    /// Whether the heading says that the column holds places: `Lieu`, `Localisation`, `Site d'implantation`.
    private(set) var saysPlace = false
    /// Whether nothing is said: empty, `colonne 3`, `Unnamed: 2`, `texte`.
    var saysNothing: Bool { words.allSatisfy { Self.empty.contains($0) } && owners.isEmpty }
    /// The name of the owner; empty when the heading names none.
    var owner: String { owners.count < 2 ? owners.first ?? "" : owners.sorted().joined(separator: " ") }
    /// The place of the owner in the order in which addresses are preferred: nobody, a person, an establishment, a seat, others.
    var ownerRank: Int { owners.map { Self.owning[$0] ?? Self.rankOfUnknownOwner }.max() ?? 0 }
    /// The words without order.
    var set: Set<String> { Set(words) }

    init(_ heading: String) {
        let folded = ColumnNames.fold(Self.spaced(ColumnNames.withoutEndings(heading)))
        let parts = folded.split(separator: "_").flatMap { Self.partedAtDigits(String($0)) }
        for part in Self.joined(parts) {
            if let number = Int(part) {
                numbers.append(number)
                continue
            }
            for word in Self.parted[part] ?? (Self.known(part) ? [part] : Self.compound(part) ?? [part]) { add(word) }
        }
        if heading.contains("%"), !words.contains("share") { words.insert("share", at: 0) }
    }

    /// The same without its first or its last word, which becomes the owner; nil where that word has a meaning of its own.
    func owned(byFirst isFirst: Bool) -> (word: String, heading: HeadingWords)? {
        guard words.count > 1, let word = isFirst ? words.first : words.last, !Self.known(word),
            !Self.meanings.keys.contains(word), !Self.neverOwners.contains(word), word.utf8.count > 1
        else { return nil }
        var heading = self
        heading.words.remove(at: isFirst ? 0 : words.count - 1)
        heading.owners.insert(word)
        return (word, heading)
    }

    private mutating func add(_ word: String) {
        if Self.filling.contains(word) { return }
        if Self.owning[word] != nil {
            owners.insert(word)
            return
        }
        let meaning = Self.spelling[word] ?? word
        if meaning == "site" || ["localisation", "emplacement"].contains(word) { saysPlace = true }
        words.append(meaning)
    }

    private static func known(_ word: String) -> Bool {
        spelling[word] != nil || filling.contains(word) || owning[word] != nil
    }

    /// `c.p.` is one word.
    private static func joined(_ parts: [String]) -> [String] {
        guard let at = parts.indices.dropLast().first(where: { parts[$0] == "c" && parts[$0 + 1] == "p" }) else {
            return parts
        }
        return Array(parts[..<at]) + ["cp"] + parts[(at + 2)...]
    }

    /// `codePostal` is two words; `N°` is one.
    private static func spaced(_ heading: String) -> String {
        var spaced = ""
        var before: Character?
        for character in heading.precomposedStringWithCanonicalMapping {
            if let before, before.isLowercase, character.isUppercase { spaced.append(" ") }
            spaced.append(character)
            before = character
        }
        return spaced
    }

    /// `adresse1` is two parts, `voie2etablissement` three; `l93` is one.
    private static func partedAtDigits(_ part: String) -> [String] {
        if ["l93", "wgs84", "2d"].contains(part) { return [part] }
        let head = part.prefix { $0.isLetter }, digits = part.dropFirst(head.count).prefix { $0.isNumber }
        let tail = part.dropFirst(head.count + digits.count)
        guard !head.isEmpty, !digits.isEmpty else { return [part] }
        if tail.isEmpty { return [String(head), String(digits)] }
        return tail.count > 2 && tail.allSatisfy(\.isLetter) ? [head, digits, tail].map { String($0) } : [part]
    }

    /// The known words that make up another one, such as `numvoie`; the longest first word wins.
    private static func compound(_ part: String) -> [String]? {
        // A word longer than this is none of a heading; its parts would be too many to try.
        guard 4...36 ~= part.utf8.count else { return nil }
        for length in (2..<part.utf8.count).reversed() {
            let head = String(part.prefix(length)), tail = String(part.dropFirst(length))
            guard compounding.contains(head) else { continue }
            let isAxis = tail == "x" || tail == "y"
            if compounding.contains(tail) || isAxis && spelling[head] == "position" { return [head, tail] }
            if let rest = compound(tail) { return [head] + rest }
        }
        return nil
    }

    /// The meanings, and the words that have each.
    private static let meanings: [String: [String]] = [
        "number": ["n", "no", "nr", "num", "numero", "numeros", "number", "nos", "nums", "nro", "numros"],
        "housenumber": ["housenumber"],
        "way": ["voie", "rue", "street", "voirie", "rues", "voies"],
        "type": ["type", "typ", "nature"],
        "name": ["nom", "libelle", "lib", "libell", "intitule", "designation", "name", "libl"],
        "code": ["code", "cod", "cde", "cd"],
        "post": ["postal", "post", "postale", "poste", "pos", "zip", "postcode", "zipcode"],
        "cp": ["cp", "cpos", "cpost", "cpostal"],
        "town": ["commune", "ville", "vil", "localite", "city", "town", "municipalite", "com", "communes"],
        "district": ["arrondissement", "arrdt", "arr", "ardt"],
        "routing": ["acheminement", "achemine", "distributeur"], "distribution": ["distrib", "distribution"],
        "insee": ["insee", "cog", "codgeo", "depcom", "citycode"],
        "address": [
            "adresse", "adr", "address", "addr", "localisation", "domicile", "emplacement", "adresses",
        ],
        "complement": ["complement", "compl", "complem", "cplt", "cpl", "cplmt", "comp", "cpt", "complements"],
        "suffix": ["rep", "repetition", "suffixe", "bis", "ter", "btq", "quater"],
        "index": ["indice", "ind"],
        "line": ["ligne", "lig"],
        "longitude": ["longitude", "long", "lon", "lng"],
        "latitude": ["latitude", "lat"],
        "x": ["x", "easting"], "y": ["y", "northing"],
        "position": [
            "coordonnee", "coordonnees", "coord", "coords", "coor", "point", "position", "geolocalisation", "geopoint",
            "geom", "geometry", "geometrie", "wkt", "latlon", "latlng", "latlong", "gps", "xy",
        ],
        "wgs": ["wgs84", "wgs"], "lambert": ["l93", "lambert93", "lambert", "rgf93"],
        "birth": ["naissance", "naiss", "birth", "ddn", "birthdate"],
        "date": ["date", "dat", "jour"], "born": ["ne", "nee"],
        "sex": ["sexe", "genre", "civilite", "sex", "gender", "civ"],
        "share": ["pct", "pourcentage", "pourcent", "pourc", "taux", "share", "percent", "part"],
        "qpv": ["qpv", "qp", "quartier", "quartiers"], "pair": ["pair"], "odd": ["impair"],
        "place": ["dit", "lieudit"], "site": ["lieu", "lieux", "site", "implantation", "situation"],
    ]
    private static let spelling = Dictionary(
        uniqueKeysWithValues: meanings.flatMap { meaning, words in words.map { ($0, meaning) } })
    /// Words that say nothing.
    private static let filling: Set<String> = [
        "de", "du", "d", "des", "la", "le", "les", "l", "et", "ou", "a", "au", "aux", "en", "the", "of", "e", "ban",
        "geo", "complete", "complet", "actuelle", "principale", "physique", "final", "finales", "finale",
        "normalisee", "2d", "geographique", "geographiques", "cedex", "s", "usuelle", "officiel", "officielle", "dec",
        "issu", "issus", "issue", "issues", "prioritaire", "prioritaires", "habitant", "habitants", "residant", "dont",
        "exact", "exacte",
    ]
    /// Words that say whose address it is, each with its place in the order in which addresses are preferred.
    private static let owning: [String: Int] = {
        let ranks: [[String]] = [
            [
                "beneficiaire", "beneficiaires", "benef", "usager", "usagers", "participant", "personne", "personnelle",
                "personnel", "stagiaire", "adherent", "adherents", "jeune", "enfant", "demandeur", "client", "individu",
                "eleve", "salarie", "allocataire", "locataire", "public", "residence", "foyer", "famille", "candidat",
                "dom",
            ],
            ["etablissement", "etab", "ets", "structure", "asso", "association", "uai", "rs"],
            ["siege"],
            [
                "gestion", "gestionnaire", "travail", "employeur", "entreprise", "proprietaire", "proprio",
                "exploitant",
                "bailleur", "correspondance", "correspondant", "contact", "facturation", "livraison", "mandataire",
                "representant", "tuteur", "conjoint", "parent", "parents", "operateur", "prescripteur",
                "referent", "dirigeant", "ancien", "ancienne", "precedent", "precedente", "secondaire",
            ],
        ]
        return Dictionary(
            uniqueKeysWithValues: ranks.enumerated().flatMap { rank, words in words.map { ($0, rank + 1) } })
    }()
    private static let rankOfUnknownOwner = 2
    /// Words before or after a part of an address that make another thing of it.
    private static let neverOwners: Set<String> = [
        "id", "identifiant", "nb", "nbre", "nombre", "total", "ref", "reference", "cle", "tel", "telephone", "mail",
        "email", "departement", "dep", "dept", "region", "reg", "pays", "canton", "epci", "iris", "zone", "secteur",
        "niveau", "score", "qualite", "naf", "ape", "rivoli", "fantoir",
    ]
    /// Prefixes of two meanings.
    private static let parted = ["adrs": ["adr", "siege"], "adrg": ["adr", "gestion"]]
    private static let empty: Set<String> = [
        "colonne", "column", "col", "champ", "field", "unnamed", "texte", "text", "valeur", "donnee", "f", "c", "code",
        "info", "libre",
    ]
    /// What compounds are made of: whole words, and not the shortest.
    private static let compounding: Set<String> = Set(
        spelling.keys.filter {
            $0.utf8.count >= 3 && !["ter", "bis", "dat", "ind", "cog", "jour"].contains($0)
        }
            + owning.keys.filter { $0.utf8.count >= 4 } + ["cp", "cd", "geo", "no"])
}
