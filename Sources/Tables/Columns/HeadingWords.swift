import Foundation

/// The words of a heading, without case, accents, punctuation and filling words, each brought to one spelling:
/// `N° de voie`, `NUM_VOIE`, `numeroVoieEtablissement` and `numvoie` are `number way`.
struct HeadingWords: Sendable, Equatable {
    /// Words with a meaning of their own, in order; a word that is not known stands as it is.
    private(set) var words: [String] = []
    /// How many filling words say whose column it is: of the structure, of the seat.
    private(set) var owners = 0
    /// The numbers in the heading: of a line of an address.
    private(set) var numbers: [Int] = []
    /// Whether nothing is said: empty, `colonne 3`, `Unnamed: 2`, `texte`.
    var saysNothing: Bool { words.allSatisfy { Self.empty.contains($0) } && owners == 0 }
    /// The words without order.
    var set: Set<String> { Set(words) }

    init(_ heading: String) {
        let folded = ColumnNames.fold(Self.spaced(ColumnNames.withoutEndings(heading)))
        let parts = folded.split(separator: "_").flatMap { Self.partedAtDigits(String($0)) }
        for part in parts {
            if let number = Int(part) {
                numbers.append(number)
                continue
            }
            for word in Self.known(part) ? [part] : Self.compound(part) ?? [part] { add(word) }
        }
        if heading.contains("%"), !words.contains("share") { words.insert("share", at: 0) }
    }

    private mutating func add(_ word: String) {
        if Self.filling.contains(word) { return }
        if Self.owning.contains(word) {
            owners += 1
        } else {
            words.append(Self.spelling[word] ?? word)
        }
    }

    private static func known(_ word: String) -> Bool {
        spelling[word] != nil || filling.contains(word) || owning.contains(word)
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

    /// `adresse1` is two parts; `l93` is one.
    private static func partedAtDigits(_ part: String) -> [String] {
        if ["l93", "wgs84", "2d"].contains(part) { return [part] }
        guard let start = part.firstIndex(where: { ("0"..."9").contains($0) }), start > part.startIndex else {
            return [part]
        }
        let tail = part[start...]
        return tail.allSatisfy { ("0"..."9").contains($0) } ? [String(part[..<start]), String(tail)] : [part]
    }

    /// The known words that make up another one, such as `numvoie`; the longest first word wins.
    private static func compound(_ part: String) -> [String]? {
        // A word longer than this is none of a heading; its parts would be too many to try.
        guard 4...36 ~= part.utf8.count else { return nil }
        for length in (2..<part.utf8.count).reversed() {
            let head = String(part.prefix(length)), tail = String(part.dropFirst(length))
            guard compounding.contains(head) else { continue }
            if compounding.contains(tail) { return [head, tail] }
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
        "code": ["code", "cod", "cde"],
        "post": ["postal", "post", "postale", "poste", "zip", "postcode", "zipcode"],
        "cp": ["cp", "cpost", "codpost", "cpostal"],
        "town": ["commune", "ville", "vil", "localite", "city", "town", "municipalite", "com", "communes"],
        "district": ["arrondissement", "arrdt", "arr", "ardt"],
        "routing": ["acheminement", "distributeur"],
        "insee": ["insee", "cog", "codgeo", "depcom", "citycode"],
        "address": [
            "adresse", "adr", "address", "addr", "localisation", "domicile", "emplacement", "adresses",
        ],
        "complement": ["complement", "compl", "cplt", "cpl", "cplmt", "comp", "cpt", "complements"],
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
        "place": ["dit", "lieudit", "lieu"],
    ]
    private static let spelling = Dictionary(
        uniqueKeysWithValues: meanings.flatMap { meaning, words in words.map { ($0, meaning) } })
    /// Words that say nothing.
    private static let filling: Set<String> = [
        "de", "du", "d", "des", "la", "le", "les", "l", "et", "ou", "a", "au", "aux", "en", "the", "of", "e", "ban",
        "geo", "complete", "complet", "actuelle", "principale", "physique", "final", "finales", "finale",
        "normalisee", "2d", "geographique", "geographiques", "cedex", "s", "usuelle", "officiel", "officielle", "dec",
        "issu", "issus", "issue", "issues", "prioritaire", "prioritaires", "habitant", "habitants", "residant", "dont",
    ]
    /// Words that say whose address it is.
    private static let owning: Set<String> = [
        "etablissement", "beneficiaire", "beneficiaires", "usager", "siege", "structure", "participant", "personne",
        "stagiaire", "adherent", "jeune", "enfant", "demandeur", "client", "personnelle", "individu", "uai", "eleve",
        "salarie", "allocataire", "locataire", "public", "residence", "usagers", "adherents", "foyer", "famille",
        "asso",
        "association", "candidat", "rs",
    ]
    private static let empty: Set<String> = [
        "colonne", "column", "col", "champ", "field", "unnamed", "texte", "text", "valeur", "donnee", "f", "c", "code",
        "info", "libre",
    ]
    /// What compounds are made of: whole words, and not the shortest.
    private static let compounding: Set<String> = Set(
        spelling.keys.filter {
            $0.utf8.count >= 3 && !["ter", "bis", "dat", "ind", "cog", "jour"].contains($0)
        }
            + ["cp", "geo", "no", "etablissement", "residence", "siege"])
}
