import Coverage
import Interchange
import Provenance
import Reports
import Wording

/// The files that a map rests on, as a reader wants them: what it is, its name, its SHA-256; and the program with its parameters.
struct MapSources {
    private(set) var lines: [(label: String, file: String, sha256: String?)] = []

    init(_ provenance: Provenance, _ language: Language) {
        let value = provenance.published
        let labels = [
            "perimeters": language("Périmètres", "Perimeters"), "layers": language("Périmètres", "Perimeters"),
            "audited": language("Fichier audité", "Audited file"), "places": language("Lieux", "Places"),
            "gazetteer": language("Base d’adresses", "Gazetteer"),
        ]
        for member in value.object?.members ?? [] {
            if let label = labels[member.name] { add(member.value, label) }
        }
        let program = ["name", "version"].compactMap { value["program"]?[$0]?.string }.joined(separator: " ")
        let parameters = ProvenanceLines(value["parameters"] ?? .object([:]), language).lines.map {
            "\($0.label)\(language("\u{A0}: ", ": "))\($0.value)"
        }
        let on = value["on"].map { [language("au \($0.text)", "on \($0.text)")] } ?? []
        let all = ([program + " map"] + on + parameters).joined(separator: language("\u{A0}; ", "; "))
        lines.append((language("Programme", "Program"), all, nil))
    }

    /// Every file that is stated somewhere in a value, once.
    private mutating func add(_ value: JSONValue, _ label: String) {
        switch value {
        case .object(let object):
            if let file = object["file"]?.string {
                let sha256 = object["sha256"]?.string
                let inside = object["layer"]?.string.map { " (\($0))" } ?? ""
                let line = (label, file + inside, sha256)
                if !lines.contains(where: { $0 == line }) { lines.append(line) }
            }
            for member in object.members { add(member.value, label) }
        case .array(let items): for item in items { add(item, label) }
        default: break
        }
    }
}
