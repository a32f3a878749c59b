import Communes
import Geodesy

extension Perimeter {
    /// The département by the code, else by the first commune; nil when neither tells.
    package var departement: Departement? {
        Departement(ofPerimeter: code) ?? communeCodes.lazy.compactMap { Departement(ofCommune: $0) }.first
    }

    /// The INSEE codes of its communes: those of the file, else the only communes of their names in the département.
    package var knownCommuneCodes: [String] {
        if !communeCodes.isEmpty { return communeCodes }
        let own = Departement(ofPerimeter: code)
        return communeNames.flatMap { name in
            let found = CommuneTable.communes(named: name).filter { commune in
                own.map { Departement(ofCommune: commune.code) == $0 } ?? true
            }
            let today = Set(found.map { $0.postcodes.isEmpty ? CommuneTable.current($0.code) : $0.code })
            return today.count == 1 ? Array(today) : []
        }
    }

    /// Whether a text, or a word of it, is the name of a commune: "Bondy (93)", "Metz Métropole".
    private static func namesCommune(_ text: String) -> Bool {
        let words = text.split { " ()[],;/".contains($0) }
        return ([text[...]] + words).contains { $0.count > 2 && !CommuneTable.communes(named: String($0)).isEmpty }
    }

    /// Whether the official geographic code knows neither its communes nor the département of its code.
    var isOfInventedPlace: Bool {
        Departement(ofPerimeter: code) == nil
            && communeCodes.allSatisfy { CommuneTable.communes(code: $0).isEmpty }
            && (!communeCodes.isEmpty || !communeNames.contains(where: Self.namesCommune))
    }
}
