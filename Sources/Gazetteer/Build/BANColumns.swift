import Foundation

/// Where the columns of the BAN stand in one file.
struct BANColumns {
    var id = -1, number = -1, suffix = -1, street = -1, postcode = -1, code = -1, name = -1
    var oldCode = -1, oldName = -1, longitude = -1, latitude = -1, position = -1, locality = -1, routing = -1

    /// Reads a header line.
    ///
    /// - Throws: ``GazetteerError/missingColumn(path:column:header:)`` without street, commune code, lon or lat.
    init(header: [String], path: String) throws {
        let folded = header.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        func find(_ names: String...) -> Int {
            for name in names {
                if let index = folded.firstIndex(of: name) { return index }
            }
            return -1
        }
        id = find("id", "id_ban", "id_ban_adresse", "cle_interop")
        number = find("numero", "housenumber")
        suffix = find("rep", "suffixe", "repetition")
        street = find("nom_voie", "voie_nom", "nom_lieu_dit", "street")
        postcode = find("code_postal", "postcode")
        code = find("code_insee", "commune_insee", "citycode")
        name = find("nom_commune", "commune_nom", "city")
        oldCode = find("code_insee_ancienne_commune", "commune_deleguee_insee")
        oldName = find("nom_ancienne_commune", "commune_deleguee_nom")
        longitude = find("lon", "long", "longitude")
        latitude = find("lat", "latitude")
        position = find("type_position", "position")
        locality = find("nom_ld", "lieudit_complement_nom")
        routing = find("libelle_acheminement")
        for (index, column) in [(street, "nom_voie"), (code, "code_insee"), (longitude, "lon"), (latitude, "lat")]
        where index < 0 {
            throw GazetteerError.missingColumn(path: path, column: column, header: header)
        }
    }
}
