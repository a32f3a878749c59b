/// The sentences of a map: what is on it, what is not, and how figures were made.
struct MapWording {
    let language: Language
    private let threshold: Int
    private let spelling: ReportSpelling

    init(_ language: Language, threshold: Int) {
        self.language = language
        self.threshold = threshold
        spelling = .typographic(language)
    }

    /// The same sentences in English.
    var english: MapWording { MapWording(.english, threshold: threshold) }

    func number(_ value: Int) -> String { spelling.number(Double(value), decimals: 0) }

    /// A sentence about a count, which stands for `#`: in French and in English, about one and about several.
    private func say(
        _ count: Int, _ french: (one: String, several: String), _ english: (one: String, several: String)
    ) -> String {
        let sentence = language(
            count < 2 ? french.one : french.several, count == 1 ? english.one : english.several)
        return sentence.replacing("#", with: number(count))
    }

    // MARK: What is on the map

    /// How many perimeters a layer has: `1 609 QPV 2024`.
    func count(_ layer: Layer) -> String {
        let count = layer.atlas.perimeters.count
        return ([number(count), KindName(layer.kind).short(count, language)] + layer.atlas.vintages.map(String.init))
            .joined(separator: " ")
    }

    func rows(_ count: Int) -> String { say(count, ("# ligne", "# lignes"), ("# row", "# rows")) }

    func places(_ count: Int) -> String { say(count, ("# lieu", "# lieux"), ("# place", "# places")) }

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

    // MARK: What is not on the map

    func shapeless(_ count: Int) -> String {
        say(
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

    func rest(cells: Int, rows: Int) -> String {
        let counted =
            rows < threshold
            ? language("moins de \(threshold) lignes", "fewer than \(threshold) rows") : self.rows(rows)
        return say(
            cells, ("# maille n’est pas montrée", "# mailles ne sont pas montrées"),
            ("# cell is not shown", "# cells are not shown"))
            + language(
                ", en application du secret statistique : \(counted) en tout.",
                ", for disclosure control: \(counted) altogether.")
    }

    /// What there is to say of the rows about one layer.
    func notices(of layer: Layer, _ counts: AuditedRows.LayerCounts?, withheld: Int) -> [String] {
        let name = KindName(layer.kind).several(language) + language(" : ", ": ")
        guard let counts else {
            return [
                name
                    + language(
                        "le fichier audité n’en dit rien. Les effectifs sont inconnus, et non nuls.",
                        "the audited file says nothing about them. Counts are unknown, not zero.")
            ]
        }
        let sentences = [
            (
                withheld,
                say(
                    withheld,
                    (
                        "# effectif n’est pas montré (secret statistique).",
                        "# effectifs ne sont pas montrés (secret statistique)."
                    ),
                    ("# count is withheld (disclosure control).", "# counts are withheld (disclosure control)."))
            ),
            (
                counts.insideOthers,
                say(
                    counts.insideOthers,
                    (
                        "# ligne est dans un périmètre absent de la carte.",
                        "# lignes sont dans des périmètres absents de la carte."
                    ),
                    (
                        "# row is in a perimeter that is not on the map.",
                        "# rows are in perimeters that are not on the map."
                    ))
            ),
            (
                counts.uncertainOthers,
                say(
                    counts.uncertainOthers,
                    (
                        "# ligne incertaine n’a pas de périmètre le plus proche sur la carte.",
                        "# lignes incertaines n’ont pas de périmètre le plus proche sur la carte."
                    ),
                    (
                        "# uncertain row has no nearest perimeter on the map.",
                        "# uncertain rows have no nearest perimeter on the map."
                    ))
            ),
            (
                counts.unreadable,
                say(
                    counts.unreadable,
                    (
                        "# ligne a un verdict illisible et n’est pas comptée.",
                        "# lignes ont un verdict illisible et ne sont pas comptées."
                    ),
                    (
                        "# row has a verdict that cannot be read and is not counted.",
                        "# rows have a verdict that cannot be read and are not counted."
                    ))
            ),
            (
                counts.notLocated,
                say(
                    counts.notLocated, ("# ligne n’est pas localisée.", "# lignes ne sont pas localisées."),
                    ("# row is not located.", "# rows are not located."))
            ),
        ]
        return sentences.filter { $0.0 > 0 }.map { name + $0.1 }
    }

    /// What there is to say of the positions of rows.
    func notices(of rows: AuditedRows) -> [String] {
        let sentences = [
            (
                rows.withoutPosition,
                say(
                    rows.withoutPosition,
                    (
                        "# ligne sans position n’est pas sur la carte.",
                        "# lignes sans position ne sont pas sur la carte."
                    ),
                    ("# row without a position is not on the map.", "# rows without a position are not on the map."))
            ),
            (
                rows.badPositions,
                say(
                    rows.badPositions,
                    (
                        "# ligne aux coordonnées inutilisables n’est pas sur la carte.",
                        "# lignes aux coordonnées inutilisables ne sont pas sur la carte."
                    ),
                    (
                        "# row with coordinates that cannot be used is not on the map.",
                        "# rows with coordinates that cannot be used are not on the map."
                    ))
            ),
        ]
        return sentences.filter { $0.0 > 0 }.map(\.1) + (rows.dots.isEmpty ? [] : [points])
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
        }
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

    var disclosure: String {
        language(
            "Secret statistique : un effectif de 1 à \(threshold - 1) n’est pas montré, ni ceux qui permettraient de le retrouver par différence avec le total. Chaque couche est protégée pour elle-même : rapprocher plusieurs couches, ou plusieurs cartes des mêmes personnes, peut en apprendre davantage.",
            "Disclosure control: a count from 1 to \(threshold - 1) is not shown, nor those from which it could be found with the total. Each layer is protected by itself: several layers, or several maps of the same people, may tell more when they are compared."
        )
    }
}
