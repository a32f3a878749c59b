import Geodesy

/// Lists of what is wrong with a file of places, for a report.
struct PlaceTables {
    private let places: Places
    private let language: Language

    init(_ places: Places, _ language: Language) {
        self.places = places
        self.language = language
    }

    /// Those that have rows.
    ///
    /// - Parameter elsewhere: for each layer, the places in a territory without a perimeter.
    func tables(elsewhere: [[Places.Item]]) -> [ReportTable] {
        [
            notLocated, repeated, undated, coordinates, self.elsewhere(elsewhere),
            ReportTable.faults(places.faults, language: language),
        ].compactMap { $0 }.filter { !$0.rows.isEmpty }
    }

    private var line: ReportTable.Column { .init("line", language("Ligne", "Line")) }
    private var place: ReportTable.Column { .init("place", language("Lieu", "Place")) }

    private var notLocated: ReportTable {
        var table = ReportTable(
            name: "places_not_located", title: language("Lieux non localisés", "Places not located"),
            columns: [
                line, place, .init("category", language("Catégorie", "Category")),
                .init("reason", language("Pourquoi", "Why")), .init("code", "Code"),
            ])
        table.rows = places.notLocated.map { place in
            let code = place.coordinateFault.map { "\(place.reason.rawValue) (\($0))" } ?? place.reason.rawValue
            return .init([
                .count(place.line), .text(place.label), .text(place.category), .text(sentence(place.reason)),
                .text(code),
            ])
        }
        return table
    }

    private func sentence(_ reason: Verdict.Reason) -> String {
        switch reason {
        case .addressEmpty: language("ni coordonnées ni adresse", "neither coordinates nor an address")
        case .municipalityOnly: language("seule la commune est connue", "only the commune is known")
        case .ambiguousStreet: language("plusieurs voies possibles", "several streets answer to it")
        case .ambiguousCommune: language("plusieurs communes possibles", "several communes answer to it")
        case .communeMismatch:
            language("la commune trouvée n’est pas celle écrite", "the commune found is not the one written")
        case .coordinatesInvalid: language("coordonnées inutilisables", "coordinates that cannot be used")
        default: language("adresse introuvable", "address not found")
        }
    }

    private var repeated: ReportTable {
        var table = ReportTable(
            name: "places_repeated", title: language("Lieux en double", "Places said twice"),
            columns: [line, place, .init("first_line", language("comme la ligne", "as line"))])
        table.rows = places.repeated.map { .init([.count($0.line), .text($0.label), .count($0.first)]) }
        return table
    }

    private var undated: ReportTable {
        var table = ReportTable(
            name: "places_undated", title: language("Ouverture indécidable", "Opening not decidable"), columns: [line])
        table.rows = places.undated.map { .init([.count($0)]) }
        return table
    }

    private var coordinates: ReportTable {
        var table = ReportTable(
            name: "coordinate_faults", title: language("Coordonnées inutilisables", "Coordinates that cannot be used"),
            columns: [line, .init("code", "Code")])
        table.rows = places.coordinateFaults.map { .init([.count($0.line), .text($0.code)]) }
        table.notes = [
            language(
                "L’adresse sert à leur place quand il y en a une.", "The address serves instead where there is one.")
        ]
        return table
    }

    private func elsewhere(_ layers: [[Places.Item]]) -> ReportTable {
        var table = ReportTable(
            name: "places_elsewhere",
            title: language("Lieux d’un territoire sans périmètre", "Places in a territory without a perimeter"),
            columns: [line, place, .init("territory", language("Territoire", "Territory"))])
        table.rows = (layers.first ?? []).map {
            .init([.count($0.line), .text($0.label(language)), .text($0.territory.name)])
        }
        return table
    }
}
