import Foundation

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

/// The columns of a file, found by their names.
public struct ColumnNames: Sendable {
    /// The names as the file gives them.
    public let header: [String]
    private let folded: [String]

    /// Folds the names of a header once.
    public init(_ header: [String]) {
        self.header = header
        folded = header.map(Self.fold)
    }

    /// A name without case, accents and punctuation: `Code Postal` and `CODE-POSTAL` are `code_postal`.
    public static func fold(_ name: String) -> String {
        foldASCII(name) ?? foldUnicode(name)
    }

    /// Nil when there is a character that is not ASCII.
    private static func foldASCII(_ name: String) -> String? {
        var out: [UInt8] = []
        out.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): out.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
            case 0x80...: return nil
            default: if let last = out.last, last != UInt8(ascii: "_") { out.append(UInt8(ascii: "_")) }
            }
        }
        if out.last == UInt8(ascii: "_") { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private static func foldUnicode(_ name: String) -> String {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "fr"))
            .replacingOccurrences(of: "œ", with: "oe")
        var out = ""
        for scalar in plain.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                out.unicodeScalars.append(scalar)
            } else if !out.isEmpty, out.last != "_" {
                out.append("_")
            }
        }
        while out.last == "_" { out.removeLast() }
        return out
    }

    /// The column that plays a role; nil when no name fits.
    ///
    /// - Throws: ``ColumnError`` when two columns bear the very name that fits best.
    public func column(for role: ColumnRole) throws(ColumnError) -> Int? {
        for name in role.names {
            let fitting = folded.indices.filter { folded[$0] == name }
            if fitting.count > 1 {
                throw ColumnError.ambiguousColumn(header[fitting[0]], positions: fitting.map { $0 + 1 })
            }
            if let only = fitting.first { return only }
        }
        return nil
    }

    /// The first column that bears the first of these names, folded as by ``fold(_:)``, that any column bears; nil for none.
    package func first(_ names: [String]) -> Int? {
        names.lazy.compactMap { folded.firstIndex(of: $0) }.first
    }

    /// The column that the user named, exactly or after folding.
    ///
    /// - Throws: ``ColumnError`` when there is none, or more than one.
    public func column(named name: String) throws(ColumnError) -> Int {
        var fitting = header.indices.filter { header[$0] == name }
        if fitting.isEmpty { fitting = folded.indices.filter { folded[$0] == Self.fold(name) } }
        guard let first = fitting.first else { throw ColumnError.unknownColumn(name, header: header) }
        if fitting.count > 1 { throw ColumnError.ambiguousColumn(name, positions: fitting.map { $0 + 1 }) }
        return first
    }
}
