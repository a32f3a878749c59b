import Geodesy
import Perimeters
import Reports
import Verdicts
package import Wording

extension Places {
    /// How many rows count for nothing, by what they lack; empty when all count.
    package func leftOut(_ language: Language) -> String {
        [
            (notLocated.count, language("non localisés", "not located")),
            (undated.count, language("à la date illisible", "with an unreadable date")),
            (notOpen.count, language("pas ouverts ce jour-là", "not open on that day")),
            (repeated.count, language("en double", "repeated")),
        ].filter { $0.0 > 0 }.map { "\($1) (\($0))" }.joined(separator: ", ")
    }
}

/// Lists of what is wrong with a file of places, for a report.
struct PlaceTables {
    private let places: Places
    private let language: Language
    private let prefix: String

    /// - Parameter prefix: what the names of the tables begin with.
    init(_ places: Places, _ language: Language, prefix: String = "") {
        self.places = places
        self.language = language
        self.prefix = prefix
    }

    /// Those that have rows.
    ///
    /// - Parameter elsewhere: for each layer its title, and the places in a territory without a perimeter of it.
    func tables(elsewhere: [(title: String, items: [Places.Item])]) -> [ReportTable] {
        [notLocated, repeated, undated, coordinates, self.elsewhere(elsewhere), dates].filter { !$0.rows.isEmpty }
            .map { table in
                var table = table
                table.name = prefix + table.name
                return table
            }
    }

    private var line: ReportTable.Column {
        places.unit == .line
            ? .init("line", language("Ligne", "Line")) : .init("feature", language("Objet", "Feature"))
    }
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
            let why =
                place.coordinateFault == Places.notAPoint
                ? language("la géométrie n’est pas un point", "the geometry is no point") : sentence(place.reason)
            return .init([
                .count(place.line), .text(place.label), .text(place.category), .text(why), .text(code),
            ])
        }
        return table
    }

    private func sentence(_ reason: Verdict.Reason) -> String {
        switch reason {
        case .addressEmpty: language("ni coordonnées ni adresse", "neither coordinates nor an address")
        case .municipalityOnly: language("seule la commune est connue", "only the commune is known")
        case .streetNotInGazetteer: language("la voie est inconnue dans la commune", "no such street in the commune")
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
            columns: [
                line, place,
                places.unit == .line
                    ? .init("first_line", language("comme la ligne", "as line"))
                    : .init("first_feature", language("comme l’objet", "as feature")),
            ])
        table.rows = places.repeated.map { .init([.count($0.line), .text($0.label), .count($0.first)]) }
        return table
    }

    private var undated: ReportTable {
        var table = ReportTable(
            name: "places_undated", title: language("Ouverture indécidable", "Opening not decidable"),
            columns: [line, place, .init("category", language("Catégorie", "Category"))])
        table.rows = places.undated.map { .init([.count($0.line), .text($0.label), .text($0.category)]) }
        return table
    }

    private var coordinates: ReportTable {
        var table = ReportTable(
            name: "coordinate_faults", title: language("Coordonnées inutilisables", "Coordinates that cannot be used"),
            columns: [line, .init("code", "Code")])
        table.rows = places.coordinateFaults.map { .init([.count($0.line), .text($0.code)]) }
        table.notes = [
            language(
                "L’adresse est utilisée à leur place quand il y en a une.",
                "The address serves instead where there is one.")
        ]
        return table
    }

    private var dates: ReportTable {
        var table = ReportTable(
            name: "date_faults", title: language("Dates à vérifier", "Dates to be checked"),
            columns: [
                line, .init("column", language("Colonne", "Column")), .init("kind", language("Pourquoi", "Why")),
                .init("text", language("Contenu", "Content")),
            ])
        table.rows = places.dateFaults.map { fault in
            let why =
                fault.isBeforeOpening
                ? language("fermeture avant l’ouverture", "closed before it opened")
                : language("illisible", "unreadable")
            return .init([.count(fault.line), .text(fault.column), .text(why), .text(fault.text)])
        }
        return table
    }

    /// The places that are in no territory of a layer; which layer that is where there are several.
    private func elsewhere(_ layers: [(title: String, items: [Places.Item])]) -> ReportTable {
        var table = ReportTable(
            name: "places_elsewhere",
            title: language("Lieux d’un territoire sans périmètre", "Places in a territory without a perimeter"),
            columns: [line, place, .init("territory", language("Territoire", "Territory"))])
        let isOne = layers.count == 1
        if !isOne { table.columns.append(.init("layer", language("Périmètres", "Perimeters"))) }
        table.rows = layers.flatMap { title, items in
            items.map { item in
                .init(
                    [.count(item.line), .text(item.label(language)), .text(item.territory.name)]
                        + (isOne ? [] : [.text(title)]))
            }
        }
        return table
    }
}
