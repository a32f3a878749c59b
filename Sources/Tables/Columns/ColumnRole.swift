/// What a column of a user's file holds, recognised by its name.
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
    /// A whole address in one cell.
    case address
    /// What completes it: building, flat, "chez".
    case complement
    /// The house number alone.
    case housenumber
    /// bis, ter, A, B in a column of its own.
    case suffix
    /// The type of the street alone (rue, avenue).
    case streetType
    /// The street, with or without number.
    case street
    case postcode
    case city
    /// The INSEE code of the commune.
    case citycode
    case longitude
    case latitude
    case x
    case y

    /// The names looked for, folded as by ``ColumnNames/fold(_:)``; the first ones are preferred.
    public var names: [String] {
        switch self {
        case .address:
            [
                "adresse", "adresse_complete", "adresse_postale", "adresse_1", "adresse1", "libelle_adresse", "adr",
                "adresse_beneficiaire", "adresse_domicile", "adresse_personnelle", "residence", "address",
                "geo_adresse", "ligne_4", "adresse_ligne_1",
            ]
        case .complement:
            [
                "complement", "complement_adresse", "complement_d_adresse", "adresse_2", "adresse2", "cplt_adresse",
                "compl_adresse", "adresse_ligne_2",
            ]
        case .housenumber:
            ["numero", "num", "no", "n", "numero_voie", "numero_de_voie", "num_voie", "n_voie", "housenumber"]
        case .suffix:
            ["rep", "suffixe", "indice_repetition", "indice_de_repetition", "bis_ter", "btq", "repetition"]
        case .streetType:
            ["type_voie", "type_de_voie", "typevoie", "nature_voie"]
        case .street:
            ["voie", "rue", "nom_voie", "nom_de_voie", "libelle_voie", "libelle_de_voie", "nom_rue", "street"]
        case .postcode:
            ["cp", "code_postal", "codepostal", "code_post", "c_p", "postcode", "zip", "zipcode"]
        case .city:
            ["commune", "ville", "nom_commune", "libelle_commune", "localite", "nom_ville", "city", "lib_com"]
        case .citycode:
            [
                "insee", "code_insee", "codeinsee", "code_commune", "code_insee_commune", "insee_com", "depcom",
                "citycode", "codgeo", "com_insee",
            ]
        case .longitude: ["lon", "longitude", "lng", "long", "geo_lon", "lon_wgs84", "x_wgs84"]
        case .latitude: ["lat", "latitude", "geo_lat", "lat_wgs84", "y_wgs84"]
        case .x: ["x", "coord_x", "coordonnee_x", "x_l93", "x_lambert93", "x_lambert_93", "coordx", "easting"]
        case .y: ["y", "coord_y", "coordonnee_y", "y_l93", "y_lambert93", "y_lambert_93", "coordy", "northing"]
        }
    }
}
