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

    /// What is counted.
    enum Noun {
        case perimeters(Layer), rows, places
    }

    func number(_ value: Int) -> String { spelling.number(Double(value), decimals: 0) }

    /// A number with its noun: `1 609 périmètres`.
    func count(_ count: Int, _ noun: Noun) -> String {
        let words: (french: (String, String), english: (String, String)) =
            switch noun {
            case .perimeters(let layer):
                layer.kind == .qpv || layer.kind == .qva
                    ? (("quartier", "quartiers"), ("neighbourhood", "neighbourhoods"))
                    : (("périmètre", "périmètres"), ("perimeter", "perimeters"))
            case .rows: (("ligne", "lignes"), ("row", "rows"))
            case .places: (("lieu", "lieux"), ("place", "places"))
            }
        return number(count) + " "
            + language(
                count < 2 ? words.french.0 : words.french.1, count == 1 ? words.english.0 : words.english.1)
    }

    /// From a count to another: `5 à 9`.
    func range(_ from: Int, _ to: Int) -> String {
        from == to ? number(from) : number(from) + language(" à ", " to ") + number(to)
    }

    private func metres(_ grid: HexagonGrid) -> String {
        spelling.number(grid.spacing, decimals: grid.spacing == grid.spacing.rounded() ? 0 : 2)
            + language(spelling.gap, " ") + "m"
    }

    func hexagons(_ grid: HexagonGrid) -> String {
        language("Lignes par maille de \(metres(grid))", "Rows by cell of \(metres(grid))")
    }

    func hexagon(_ grid: HexagonGrid) -> String {
        language("Maille de \(metres(grid))", "Cell of \(metres(grid))")
    }

    // MARK: What is not on the map

    func shapeless(_ count: Int) -> String {
        language(
            "\(number(count)) périmètre(s) sans contour utilisable : dans le tableau, mais pas sur la carte.",
            "\(number(count)) perimeter(s) without a usable shape: in the table, but not on the map.")
    }

    func rest(cells: Int, rows: Int) -> String {
        let shown = rows < threshold ? language("moins de \(threshold)", "fewer than \(threshold)") : number(rows)
        return language(
            "\(number(cells)) maille(s) non montrée(s), par secret statistique : \(shown) lignes en tout.",
            "\(number(cells)) cell(s) not shown, for disclosure control: \(shown) rows altogether.")
    }

    /// What there is to say of the rows about one layer.
    func notices(of layer: Layer, _ counts: AuditedRows.LayerCounts?, withheld: Int) -> [String] {
        let name = KindName(layer.kind).several(language)
        guard let counts else {
            return [
                language(
                    "\(name) : le fichier audité n’en dit rien. Les effectifs sont inconnus, et non nuls.",
                    "\(name): the audited file says nothing about them. Counts are unknown, not zero.")
            ]
        }
        var lines: [String] = []
        if withheld > 0 {
            lines.append(
                language(
                    "\(name) : \(number(withheld)) effectif(s) « secret », par secret statistique.",
                    "\(name): \(number(withheld)) count(s) withheld, for disclosure control."))
        }
        let others = counts.insideOthers + counts.uncertainOthers
        if others > 0 {
            lines.append(
                language(
                    "\(name) : \(number(others)) ligne(s) d’un périmètre absent des fichiers, ou incertaines sans périmètre proche, ne sont comptées dans aucun.",
                    "\(name): \(number(others)) row(s) of a perimeter that is not in the files, or uncertain without a near one, are counted in none."
                ))
        }
        if counts.unreadable > 0 {
            lines.append(
                language(
                    "\(name) : \(number(counts.unreadable)) ligne(s) au verdict illisible, non comptées.",
                    "\(name): \(number(counts.unreadable)) row(s) with a verdict that cannot be read, not counted."))
        }
        if counts.notLocated > 0 {
            lines.append(
                language(
                    "\(name) : \(number(counts.notLocated)) ligne(s) non localisée(s).",
                    "\(name): \(number(counts.notLocated)) row(s) not located."))
        }
        return lines
    }

    /// What there is to say of the positions of rows.
    func notices(of rows: AuditedRows) -> [String] {
        var lines: [String] = []
        if rows.withoutPosition > 0 {
            lines.append(
                language(
                    "\(number(rows.withoutPosition)) ligne(s) sans position : pas sur la carte.",
                    "\(number(rows.withoutPosition)) row(s) without a position: not on the map."))
        }
        if rows.badPositions > 0 {
            lines.append(
                language(
                    "\(number(rows.badPositions)) ligne(s) aux coordonnées inutilisables : pas sur la carte.",
                    "\(number(rows.badPositions)) row(s) with coordinates that cannot be used: not on the map."))
        }
        if !rows.dots.isEmpty { lines.append(points) }
        return lines
    }

    /// What there is to say of the rows of a file of places that are none on the map.
    func notices(of places: Places) -> [String] {
        [
            (places.notLocated.count, language("non localisé(s)", "not located")),
            (places.notOpen.count, language("non ouvert(s) à la date demandée", "not open on the day asked")),
            (places.undated.count, language("à la date illisible", "with a date that cannot be read")),
            (places.repeated.count, language("en double", "repeated")),
        ].filter { $0.0 > 0 }.map { count, why in
            language(
                "Lieux : \(number(count)) \(why), pas sur la carte.", "Places: \(number(count)) \(why), not on the map."
            )
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
            "Surfaces en hectares de la projection légale du territoire (\(systems)). Les contours sont ceux du fichier ; seuls le décret et sa carte font foi.",
            "Areas in hectares of the territory's legal projection (\(systems)). Outlines are those of the file; only the decree and its map are authoritative."
        )
    }

    func grid(_ grid: HexagonGrid) -> String {
        language(
            "Mailles hexagonales de \(metres(grid)) d’un centre à l’autre, dans la projection légale du territoire, toujours au même endroit.",
            "Hexagonal cells, \(metres(grid)) from centre to centre, in the territory's legal projection, always in the same place."
        )
    }

    var disclosure: String {
        language(
            "Secret statistique : un effectif de 1 à \(threshold - 1) n’est pas montré, ni ceux qui permettraient de le retrouver par différence avec le total. Chaque couche est protégée pour elle-même ; comparer des cartes des mêmes personnes peut en apprendre davantage.",
            "Disclosure control: a count from 1 to \(threshold - 1) is not shown, nor those from which it could be found with the total. Each layer is protected by itself; comparing maps of the same people may tell more."
        )
    }
}
