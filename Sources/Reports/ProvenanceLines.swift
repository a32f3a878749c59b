package import Interchange
package import Provenance
package import Wording

/// A provenance as lines for people: what it is, and its value.
///
/// Members of members are named by their path. The names are those of the JSON, put into words where the report has a word.
package struct ProvenanceLines {
    package private(set) var lines: [(label: String, value: String)] = []
    private let language: Language

    package init(_ provenance: Provenance, _ language: Language) { self.init(provenance.published, language) }

    /// The lines of a part of one.
    package init(_ value: JSONValue, _ language: Language) {
        self.language = language
        add(value, at: [])
    }

    private mutating func add(_ value: JSONValue, at path: [String]) {
        switch value {
        case .object(let object):
            for member in object.members { add(member.value, at: path + [word(member.name)]) }
        case .array(let items) where items.contains { $0.object != nil || $0.array != nil }:
            for (rank, item) in items.enumerated() {
                add(item, at: items.count == 1 ? path : path + [String(rank + 1)])
            }
        case .array(let items):
            let texts = items.map(text)
            // Commas in the items would be taken for those between them.
            let isPlain = texts.allSatisfy { !$0.contains(",") }
            put(texts.joined(separator: isPlain ? ", " : language("\u{A0}; ", "; ")), path)
        case .number: put(text(value), path)
        case .bool(let flag): put(flag ? language("oui", "yes") : language("non", "no"), path)
        default: put(value.text, path)
        }
    }

    private func text(_ value: JSONValue) -> String {
        guard case .number(let text) = value else { return value.text }
        return language(text.replacing(".", with: ","), text)
    }

    private mutating func put(_ value: String, _ path: [String]) {
        let none = language("aucun", "none")
        lines.append((path.joined(separator: " · "), value.isEmpty ? none : value))
    }

    private func word(_ name: String) -> String {
        language(Self.french[name] ?? name, name.replacing("_", with: " "))
    }

    private static let french: [String: String] = [
        "program": "programme", "name": "nom", "version": "version", "command": "commande", "input": "données",
        "inputs": "fichiers", "file": "fichier", "files": "fichiers", "sheet": "feuille", "dialect": "format",
        "rows": "lignes", "columns": "colonnes", "perimeters": "périmètres", "kinds": "natures", "kind": "nature",
        "vintages": "millésimes", "vintage": "millésime", "count": "nombre", "metric_crs": "projection métrique",
        "layers": "couches", "layer": "couche", "gazetteer": "base d’adresses", "identity": "identité",
        "communes": "communes", "streets": "voies", "addresses": "adresses", "parameters": "paramètres",
        "sha256": "SHA-256", "crs": "système de coordonnées", "on": "au", "options": "options", "rules": "règles",
        "says": "énoncé", "caveat": "réserve", "used": "retenus", "converter": "convertisseur",
        "header_row": "ligne des titres", "notes": "remarques", "threshold": "seuil", "target": "cible",
        "funding": "financements", "ages": "tranches d’âge", "aliases": "autres noms", "summary": "résumé",
        "radius_m": "rayons (m)", "minimum_score": "score minimal", "inside_from": "dedans à partir de",
        "outside_up_to": "dehors jusqu’à", "sure_match_from": "adresse sûre à partir de", "within_m": "distances (m)",
        "source": "source", "basis": "base", "period": "période", "seed": "graine", "method": "méthode",
        "statistics": "statistiques", "unit": "unité", "bands": "tranches d’âge", "by": "par", "at": "âges au",
        "age_column": "colonne des âges", "birth_column": "colonne des dates de naissance",
        "band_column": "colonne des tranches d’âge", "sex_column": "colonne du sexe",
        "id_column": "colonne des identifiants", "value_column": "colonne des valeurs",
        "verdict_column": "colonne des verdicts",
        "places": "lieux", "points": "points", "weight": "poids", "candidates": "sites candidats",
        "catchments": "aires déclarées", "not_located": "non localisés", "open_on": "ouverts le",
        "categories": "catégories", "category": "catégorie", "address": "adresse", "id": "identifiant",
        "opens": "ouverture", "closes": "fermeture", "detour": "facteur de détour",
        "covered_from": "couvert à partir de", "insufficient_from": "insuffisamment couvert à partir de",
        "choose": "sites à choisir", "hexagons_m": "mailles (m)", "background": "fond de carte", "language": "langue",
        "disclosure": "secret statistique", "against": "comparé à", "detail": "âge et sexe par groupe",
    ]
}
