/// The tables of one layer of perimeters.
struct CoverageTables {
    private let part: CoverageReport.Part
    private let language: Language
    private let prefix: String
    private var coverage: Coverage { part.coverage }

    init(_ part: CoverageReport.Part, _ language: Language, prefix: String) {
        self.part = part
        self.language = language
        self.prefix = prefix
    }

    typealias Column = ReportTable.Column

    private var first: Double { coverage.options.distances[0] }
    private var metres: [String] { coverage.options.distances.map { CoverageReport.plain($0, language) } }

    /// What the points are called.
    private var populationTitle: String {
        switch coverage.population?.unit {
        case .points(let weight?): weight
        case .points(nil): language("Points", "Points")
        case .addresses, nil: language("Adresses", "Addresses")
        }
    }

    private func categoryTitle(_ category: String?) -> String {
        guard let category else { return language("toutes", "all") }
        return category.isEmpty ? language("sans catégorie", "no category") : category
    }

    private func title(_ state: Coverage.State) -> String {
        switch state {
        case .covered: language("couvert", "covered")
        case .insufficient: language("insuffisamment couvert", "insufficiently covered")
        case .notCovered: language("non couvert", "not covered")
        }
    }

    private func state(_ row: Coverage.Row) -> [ReportCell] {
        guard let (state, basis) = coverage.state(row) else { return [.unknown, .empty] }
        let basisTitle = basis == .area ? language("surface", "surface") : populationTitle.lowercased()
        return [.text(title(state)), .text(basisTitle)]
    }

    private func name(_ row: Coverage.Row) -> [ReportCell] {
        guard let index = row.perimeter else { return [.text(language("Ensemble", "Together")), .empty] }
        let perimeter = coverage.atlas.perimeters[index]
        return [.text(perimeter.code), .text(perimeter.name)]
    }

    private func weight(_ weight: Double?) -> ReportCell {
        guard let weight else { return .empty }
        return weight == weight.rounded() && abs(weight) < 1e15 ? .count(Int(weight)) : .number(weight, decimals: 1)
    }

    private func distances(_ row: Coverage.Row) -> [ReportCell] {
        guard coverage.population != nil else { return [.empty, .empty, .empty] }
        guard let found = row.distances else { return [.unknown, .unknown, .unknown] }
        return [found.median, found.ninetieth, found.maximum].map { .number($0, decimals: 0) }
    }

    private func share(_ share: Double?) -> ReportCell { share.map { .share($0) } ?? .unknown }

    private func weightShare(_ row: Coverage.Row, _ d: Int) -> ReportCell {
        coverage.population == nil ? .empty : share(row.weightShare(d))
    }

    private var distanceColumns: [Column] {
        let group = language("Distance au plus proche (m)", "Distance to the nearest (m)")
        return [
            Column("median_m", language("médiane", "median"), group: group),
            Column("p90_m", language("9 sur 10", "9 in 10"), group: group),
            Column("maximum_m", language("la plus grande", "largest"), group: group),
        ]
    }

    /// How many perimeters are in which state, by category.
    var states: ReportTable {
        var table = ReportTable(
            name: prefix + "states", title: language("États à \(metres[0]) m", "States at \(metres[0]) m"),
            columns: [Column("category", language("Catégorie", "Category"))]
                + Coverage.State.allCases.map { Column($0.rawValue, title($0)) }
                + [Column("unknown", language("non connu", "not known"))])
        table.rows = coverage.categories.map { category in
            let states = coverage.rows.filter { $0.category == category }.map { coverage.state($0)?.state }
            return .init(
                [.text(categoryTitle(category))]
                    + (Coverage.State.allCases + [nil]).map { state in .count(states.count { $0 == state }) })
        }
        return table
    }

    /// The share of each perimeter at the first distance.
    var chart: ReportChart {
        .shares(
            title: language("Part couverte à \(metres[0]) m", "Share covered at \(metres[0]) m"),
            items: coverage.rows.filter { $0.category == nil }.map { row in
                .init(
                    coverage.atlas.perimeters[row.perimeter!].name, share: row.weightShare(0) ?? row.areaShare(0),
                    bounds: nil)
            }, target: coverage.options.coveredFrom)
    }

    /// All places together at the first distance, one row a perimeter.
    var byPerimeter: ReportTable {
        let group = language("Lieux", "Places"), within = language("À moins de \(metres[0]) m", "Within \(metres[0]) m")
        var table = ReportTable(
            name: prefix + "by_perimeter", title: language("Par périmètre, tous lieux", "By perimeter, all places"),
            columns: [
                Column("code", "Code"), Column("name", language("Périmètre", "Perimeter")),
                Column("state", language("État", "State")),
                Column("basis", language("jugé sur", "judged by")),
                Column("inside", language("dans", "inside"), group: group),
                Column("edge", language("en limite", "at the edge"), group: group),
                Column("places", language("lieux", "places"), group: within),
                Column("area_share", language("surface", "surface"), group: within),
                Column("population_share", populationTitle.lowercased(), group: within),
            ] + distanceColumns)
        let rows = coverage.rows.filter { $0.category == nil } + [coverage.totals[0]]
        table.rows = rows.map { row in
            var cells: [ReportCell] = name(row)
            cells += row.perimeter == nil ? [.empty, .empty] : state(row)
            cells += [.count(row.inside), .count(row.edge), .count(row.within[0].places)]
            cells += [share(row.areaShare(0)), weightShare(row, 0)] + distances(row)
            return .init(cells, role: row.perimeter == nil ? .total : .body)
        }
        return table
    }

    /// One row a perimeter, category and distance.
    var detail: ReportTable {
        let population = populationTitle.lowercased()
        var table = ReportTable(
            name: prefix + "coverage",
            title: language("Par périmètre, catégorie et distance", "By perimeter, category and distance"),
            columns: [
                Column("code", "Code"), Column("name", language("Périmètre", "Perimeter")),
                Column("category", language("Catégorie", "Category")),
                Column("within_m", language("à moins de (m)", "within (m)")),
                Column("state", language("État", "State")), Column("basis", language("jugé sur", "judged by")),
                Column("places_inside", language("lieux dans", "places inside")),
                Column("places_edge", language("lieux en limite", "places at the edge")),
                Column("places_within", language("lieux à moins de d", "places within d")),
                Column("area_m2", language("surface (m²)", "surface (m²)")),
                Column("area_within_m2", language("surface couverte (m²)", "surface covered (m²)")),
                Column("area_share", language("part de la surface", "share of the surface")),
                Column("population", population),
                Column("population_within", language("\(population) à moins de d", "\(population) within d")),
                Column("population_share", language("part (\(population))", "share (\(population))")),
            ] + distanceColumns)
        for (rank, row) in (coverage.rows + coverage.totals).enumerated() {
            for (d, distance) in coverage.options.distances.enumerated() {
                var cells = name(row)
                cells += [
                    .text(categoryTitle(row.category)),
                    .number(distance, decimals: distance == distance.rounded() ? 0 : 3),
                ]
                cells += row.perimeter != nil && d == 0 ? state(row) : [.empty, .empty]
                cells += [.count(row.inside), .count(row.edge), .count(row.within[d].places)]
                cells += [
                    .number(row.area, decimals: 1), .number(row.within[d].area, decimals: 1), share(row.areaShare(d)),
                ]
                cells += [weight(row.weight), coverage.population == nil ? .empty : weight(row.within[d].weight)]
                cells += [weightShare(row, d)] + distances(row)
                table.rows.append(.init(cells, role: rank < coverage.rows.count ? .body : .total))
            }
        }
        table.notes = [
            language(
                "Ensemble : un lieu et une adresse comptent une fois ; les surfaces s’additionnent, recouvrements compris.",
                "Together: a place and an address count once; areas are added up, overlaps included.")
        ]
        return table
    }

    /// The share of each perimeter in declared catchments.
    func catchments(_ catchments: Catchments) -> ReportTable {
        var table = ReportTable(
            name: prefix + "catchments",
            title: language("Part dans l’aire déclarée d’un lieu", "Share in the declared catchment of a place"),
            columns: [
                Column("code", "Code"), Column("name", language("Périmètre", "Perimeter")),
                Column("category", language("Catégorie", "Category")),
                Column("area_share", language("part de la surface", "share of the surface")),
                Column(
                    "population_share",
                    language("part (\(populationTitle.lowercased()))", "share (\(populationTitle.lowercased()))")),
            ])
        table.rows = catchments.rows.map { row in
            let perimeter = coverage.atlas.perimeters[row.perimeter]
            return .init([
                .text(perimeter.code), .text(perimeter.name), .text(categoryTitle(row.category)),
                share(row.areaShare), coverage.population == nil ? .empty : share(row.weightShare),
            ])
        }
        table.notes = [
            language(
                "Une aire déclarée est un contour fourni, jamais un cercle autour du lieu.",
                "A declared catchment is an outline that was given, never a circle around the place.")
        ]
        return table
    }

    /// What no place covers.
    func gaps(_ gaps: Gaps) -> ReportTable {
        var table = ReportTable(
            name: prefix + "gaps", title: language("Hors de portée de tout lieu", "Out of reach of every place"),
            columns: [
                Column("code", "Code"), Column("name", language("Périmètre", "Perimeter")),
                Column("beyond_m", language("à plus de (m)", "beyond (m)")),
                Column("area_m2", language("surface (m²)", "surface (m²)")),
                Column("area_share", language("part de la surface", "share of the surface")),
                Column("population", populationTitle.lowercased()), Column("streets", language("voies", "streets")),
            ])
        table.rows = gaps.gaps.map { gap in
            let perimeter = coverage.atlas.perimeters[gap.perimeter]
            return .init([
                .text(perimeter.code), .text(perimeter.name),
                .number(coverage.options.distances[gap.distance], decimals: 0), .number(gap.area, decimals: 1),
                share(perimeter.area > 0 ? gap.area / perimeter.area : nil), weight(gap.weight),
                gap.streets.map { .count($0) } ?? .empty,
            ])
        }
        table.notes = [
            language(
                "Surfaces exactes ; dans le fichier des contours, un arc est fait de cordes à moins de 1 cm de lui.",
                "Areas are exact; in the file of outlines an arc is made of chords less than 1 cm from it.")
        ]
        return table
    }

    /// The sites chosen, one after another.
    func sites(_ choice: SiteChoice, _ candidates: Places) -> ReportTable {
        var table = ReportTable(
            name: prefix + "best_sites",
            title: language("Sites qui ajoutent le plus à \(metres[0]) m", "Sites that add most at \(metres[0]) m"),
            columns: [
                Column("rank", language("rang", "rank")), Column("id", language("identifiant", "identifier")),
                Column("site", language("site", "site")), Column("line", language("ligne", "line")),
                Column(
                    "gain", language("\(populationTitle.lowercased()) en plus", "more \(populationTitle.lowercased())")),
                Column("remaining", language("restant hors de portée", "still out of reach")),
                Column("ties", language("à égalité", "equal")),
            ])
        var remaining = choice.open
        table.rows = choice.steps.enumerated().map { rank, step in
            remaining -= step.gain
            let site = candidates.items[step.candidate]
            return .init([
                .count(rank + 1), .text(site.id), .text(site.label(language)), .count(site.line), weight(step.gain),
                weight(remaining),
                .text(step.ties.map { candidates.items[$0].label(language) }.joined(separator: ", ")),
            ])
        }
        return table
    }
}
