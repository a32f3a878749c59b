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

    /// Headings that have the role, for messages. The words of ``ColumnVocabulary`` are what is looked for.
    public var examples: [String] {
        switch self {
        case .address:
            ["adresse", "adresse_complete", "adresse_postale", "adresse_1", "adresse1", "libelle_adresse"]
        case .complement: ["complement", "complement_adresse", "complement_d_adresse", "adresse_2"]
        case .housenumber: ["numero", "num", "no", "n", "numero_voie", "numero_de_voie"]
        case .suffix: ["rep", "suffixe", "indice_repetition", "bis_ter"]
        case .streetType: ["type_voie", "type_de_voie", "typevoie", "nature_voie"]
        case .street: ["voie", "rue", "nom_voie", "nom_de_voie", "libelle_voie", "libelle_de_voie"]
        case .postcode: ["cp", "code_postal", "codepostal", "code_post", "c_p", "postcode"]
        case .city: ["commune", "ville", "nom_commune", "libelle_commune", "localite", "nom_ville"]
        case .citycode: ["insee", "code_insee", "codeinsee", "code_commune", "code_insee_commune", "insee_com"]
        case .longitude: ["lon", "longitude", "lng", "long", "geo_lon", "lon_wgs84"]
        case .latitude: ["lat", "latitude", "geo_lat", "lat_wgs84", "y_wgs84"]
        case .x: ["x", "coord_x", "coordonnee_x", "x_l93", "x_lambert93", "x_lambert_93"]
        case .y: ["y", "coord_y", "coordonnee_y", "y_l93", "y_lambert93", "y_lambert_93"]
        }
    }
}
