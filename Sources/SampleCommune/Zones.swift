/// The files of perimeters, with the field names of the official ones.
enum Zones {
    static func perimeters2024() -> String {
        GeoJSON.text(name: "QPV 2024 fictifs de Valfictif-sur-Ombre", Perimeters.vintage2024) { index, perimeter in
            [
                ("fid", String(index + 1)), ("code_qp", GeoJSON.quoted(perimeter.code)),
                ("lib_qp", GeoJSON.quoted(perimeter.name)), ("insee_reg", GeoJSON.quoted("00")),
                ("lib_reg", GeoJSON.quoted("Région fictive")), ("insee_dep", GeoJSON.quoted("23")),
                ("lib_dep", GeoJSON.quoted("Département fictif")),
                ("insee_com", GeoJSON.quoted(perimeter.communes.map(\.code).joined(separator: ", "))),
                ("lib_com", GeoJSON.quoted(perimeter.communes.map(\.commune).joined(separator: ", "))),
                ("siren_epci", GeoJSON.quoted("000000000")),
            ]
        }
    }

    static func perimeters2015() -> String {
        GeoJSON.text(name: "QPV 2015 fictifs de Valfictif-sur-Ombre", Perimeters.vintage2015) { _, perimeter in
            [
                ("code_qp", GeoJSON.quoted(perimeter.code)), ("nom_qp", GeoJSON.quoted(perimeter.name)),
                ("commune_qp", GeoJSON.quoted(perimeter.communes.map(\.commune).joined(separator: ", "))),
            ]
        }
    }

    static func watched() -> String {
        GeoJSON.text(name: "Quartier de veille active fictif", Perimeters.watched) { _, perimeter in
            plainFields(perimeter, kind: "qva")
        }
    }

    static func lived() -> String {
        GeoJSON.text(name: "Territoire vécu fictif", Perimeters.lived) { _, perimeter in
            plainFields(perimeter, kind: "territoire-vecu") + [("code_qp_rattache", GeoJSON.quoted("QN09903I"))]
        }
    }

    private static func plainFields(_ perimeter: Perimeter, kind: String) -> [(String, String)] {
        [
            ("code", GeoJSON.quoted(perimeter.code)), ("nom", GeoJSON.quoted(perimeter.name)),
            ("type", GeoJSON.quoted(kind)),
            ("insee_com", GeoJSON.quoted(perimeter.communes.map(\.code).joined(separator: ", "))),
            ("lib_com", GeoJSON.quoted(perimeter.communes.map(\.commune).joined(separator: ", "))),
        ]
    }
}
