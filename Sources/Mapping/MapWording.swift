import Coverage
import Disclosure
import Perimeters
import Wording

/// The sentences of a map: what is on it, what is not, and how figures were made.
package struct MapWording {
    let language: Language
    private let spelling: NumberSpelling
    private var colon: String { language("\(spelling.gap): ", ": ") }
    private var semicolon: String { language("\(spelling.gap); ", "; ") }

    init(_ language: Language) {
        self.language = language
        spelling = .typographic(language)
    }

    /// The same sentences in English.
    var english: MapWording { MapWording(.english) }

    func number(_ value: Int) -> String { spelling.number(Double(value), decimals: 0) }

    /// A count, or that it is not shown.
    private func number(_ count: PublishedCount) -> String {
        count.value.map(number) ?? language("secret", "withheld")
    }

    // MARK: What is on the map

    /// What a layer is called: its kind and its vintages.
    func title(_ layer: Layer) -> String {
        let vintages = layer.atlas.vintages.map(String.init).joined(separator: ", ")
        return KindName(layer.kind).several(language) + (vintages.isEmpty ? "" : " " + vintages)
    }

    /// How many perimeters a layer has: `1 609 QPV 2024`.
    func count(_ layer: Layer) -> String {
        let count = layer.atlas.perimeters.count
        return ([number(count), KindName(layer.kind).short(count, language)] + layer.atlas.vintages.map(String.init))
            .joined(separator: " ")
    }

    private func rows(_ count: Int) -> String { language.say(count, ("# ligne", "# lignes"), ("# row", "# rows")) }

    func rows(_ count: PublishedCount) -> String {
        count.value.map(rows) ?? language("lignes : nombre secret", "rows: number withheld")
    }

    func places(_ count: Int) -> String { language.say(count, ("# lieu", "# lieux"), ("# place", "# places")) }

    /// From a count to another: `5 à 9`.
    func range(_ from: Int, _ to: Int) -> String {
        from == to ? number(from) : number(from) + language(" à ", " to ") + number(to)
    }

    private func metres(_ metres: Double) -> String {
        spelling.number(metres, decimals: metres == metres.rounded() ? 0 : 2) + language(spelling.gap, " ") + "m"
    }

    private func metres(_ grid: HexagonGrid) -> String { metres(grid.spacing) }

    func within(_ distance: Double) -> String {
        language(
            "Surface à moins de \(metres(distance)) d’un lieu", "Area within \(metres(distance)) of a place")
    }

    func beyond(_ distance: Double) -> String {
        language(
            "Parties à plus de \(metres(distance)) de tout lieu",
            "Parts farther than \(metres(distance)) from every place"
        )
    }

    func hexagons(_ grid: HexagonGrid) -> String {
        language("Lignes par maille de \(metres(grid))", "Rows by cell of \(metres(grid))")
    }

    func hexagon(_ grid: HexagonGrid) -> String {
        language("Maille de \(metres(grid))", "Cell of \(metres(grid))")
    }

    /// What ground without a cell means.
    func blank(hasWithheld: Bool) -> String {
        hasWithheld
            ? language("Sans couleur : aucune ligne, ou effectif secret", "No colour: no row, or a count withheld")
            : language("Sans couleur : aucune ligne", "No colour: no row")
    }

    // MARK: What is not on the map

    func shapeless(_ count: Int) -> String {
        language.say(
            count,
            (
                "# périmètre sans contour utilisable est dans le tableau, mais pas sur la carte.",
                "# périmètres sans contour utilisable sont dans le tableau, mais pas sur la carte."
            ),
            (
                "# perimeter without a usable shape is in the table, but not on the map.",
                "# perimeters without a usable shape are in the table, but not on the map."
            ))
    }

    /// - Parameter rows: how many rows are in them; nil where that cannot be told.
    func hiddenCells(rows: Int?) -> String {
        language(
            "Des mailles ne sont pas montrées, en application du secret statistique",
            "Some cells are not shown, for disclosure control")
            + (rows.map { colon + language("\(self.rows($0)) en tout.", "\(self.rows($0)) altogether.") }
                ?? language("\(semicolon)le nombre de leurs lignes non plus.", "; nor is the number of their rows."))
    }

    private var withoutOneAddress: String {
        language(
            "sans adresse unique (commune seule, homonymes, commune contradictoire ou plusieurs adresses)",
            "without one address (commune only, namesakes, contradictory commune or several addresses)")
    }

    /// What a layer is told of that the audited file has no verdict on.
    func unknown(_ layer: Layer) -> String {
        title(layer) + colon
            + language(
                "le fichier audité n’en dit rien. Les effectifs sont inconnus, et non nuls.",
                "the audited file says nothing about them. Counts are unknown, not zero.")
    }

    /// Why other layers have no counts.
    func onlyCounts(of layer: Layer) -> String {
        language(
            "Les effectifs ne sont donnés que pour une couche\(colon)\(title(layer)). Ceux d’une autre couche laisseraient déduire des effectifs secrets.",
            "Counts are given for one layer only: \(title(layer)). Those of another would let withheld counts be found."
        )
    }

    /// What there is to say of the rows about one layer.
    func notices(of layer: Layer, _ counts: PublishedRows.LayerCounts) -> [String] {
        let name = title(layer) + colon
        let verdicts: [(count: PublishedCount, of: String, isRare: Bool)] = [
            (counts.allInside, language("lignes dans un périmètre", "rows inside"), false),
            (
                counts.insideOthers,
                language("dont dans un périmètre absent de la carte", "of which in one that is not on the map"), true
            ),
            (counts.allUncertain, language("incertaines", "uncertain"), false),
            (
                counts.uncertainOthers,
                language(
                    "dont le périmètre le plus proche n’est pas sur la carte",
                    "of which nearest to none of the map"), true
            ),
            (
                counts.uncertainAnywhere,
                language("dont \(withoutOneAddress)", "of which \(withoutOneAddress)"), true
            ),
            (counts.outside, language("hors périmètre", "outside"), false),
            (counts.notLocated, language("non localisées", "not located"), false),
            (counts.unreadable, language("au verdict illisible", "with a verdict that cannot be read"), true),
        ]
        let parts = verdicts.filter { !$0.isRare || $0.count != .shown(0) }.map { part in
            "\(part.of)\(colon)\(number(part.count))"
        }
        let withheld = language.say(
            counts.withheld,
            (
                "# effectif de périmètre n’est pas montré (secret statistique).",
                "# effectifs de périmètres ne sont pas montrés (secret statistique)."
            ),
            (
                "# count of a perimeter is withheld (disclosure control).",
                "# counts of perimeters are withheld (disclosure control)."
            ))
        return [name + parts.joined(separator: semicolon) + "."]
            + (counts.withheld > 0 ? [name + withheld] : [])
    }

    /// What there is to say of the positions of rows.
    func notices(of rows: PublishedRows) -> [String] {
        [
            (rows.withoutPosition, language("sans position", "without a position")),
            (rows.withoutOnePosition, withoutOneAddress),
            (rows.badPositions, language("aux coordonnées inutilisables", "with coordinates that cannot be used")),
        ].filter { $0.0 != .shown(0) }.map { count, which in
            language(
                "Lignes que la carte ne place pas, \(which)\(colon)\(number(count)).",
                "Rows that have no place on the map, \(which): \(number(count)).")
        } + (rows.rows.dots.isEmpty ? [] : [points])
    }

    /// What there is to say of the rows of a file of places that are none on the map.
    func notices(of places: Places) -> [String] {
        [
            (places.notLocated.count, language("non localisés", "not located")),
            (places.notOpen.count, language("non ouverts à la date demandée", "not open on the day asked")),
            (places.undated.count, language("dont la date est illisible", "with a date that cannot be read")),
            (places.repeated.count, language("déjà comptés une fois", "repeated")),
        ].filter { $0.0 > 0 }.map { count, why in
            language(
                "Lieux absents de la carte, \(why) : \(number(count)).",
                "Places that are not on the map, \(why): \(number(count)).")
        } + [places.uncheckedDates(language)].compactMap { $0 }
    }

    /// The warning about a map of persons.
    var points: String {
        language(
            "Chaque point est une ligne du fichier, donc peut-être une personne et son domicile : carte à ne pas diffuser.",
            "Each point is a row of the file, so perhaps a person and their home: not for publication.")
    }

    // MARK: How figures were made

    func measures(_ layers: Layers) -> String {
        let systems = Set(layers.all.flatMap(\.atlas.metricSystems)).sorted().joined(separator: ", ")
        return language(
            "Les surfaces sont en hectares de la projection légale du territoire (\(systems)). Les contours sont ceux du fichier ; seuls le décret et sa carte font foi.",
            "Areas are in hectares of the territory's legal projection (\(systems)). Outlines are those of the file; only the decree and its map are authoritative."
        )
    }

    func grid(_ grid: HexagonGrid) -> String {
        language(
            "Les mailles sont des hexagones dont les centres sont à \(metres(grid)) l’un de l’autre dans la projection légale du territoire ; la grille ne dépend pas des données.",
            "Cells are hexagons whose centres are \(metres(grid)) apart in the territory's legal projection; the grid does not depend on the data."
        )
    }

    var coverage: String {
        language(
            "Distances aux lieux : à vol d’oiseau, en mètres de la projection légale. Un lieu non localisé peut couvrir ce qui paraît ne pas l’être.",
            "Distances to places: straight lines, in metres of the legal projection. A place that is not located may cover what seems not covered."
        )
    }

    func disclosure(threshold: Int) -> String {
        language(
            "Secret statistique : un effectif de 1 à \(threshold - 1) n’est pas montré, ni ceux, totaux compris, qui permettraient de le retrouver par différence. Superposer des mailles et des périmètres, ou rapprocher plusieurs cartes des mêmes personnes, peut en apprendre davantage.",
            "Disclosure control: a count from 1 to \(threshold - 1) is not shown, nor those, totals too, from which it could be found. Cells laid over perimeters, or several maps of the same people, may tell more when they are compared."
        )
    }
}
