import Perimeters
import Reports
import Wording

/// The tables of one layer of perimeters.
struct CoverageTables {
    private let part: CoverageReport.Part
    let language: Language
    let prefix: String
    var coverage: Coverage { part.coverage }

    init(_ part: CoverageReport.Part, _ language: Language, prefix: String) {
        self.part = part
        self.language = language
        self.prefix = prefix
    }

    typealias Column = ReportTable.Column

    var first: Double { coverage.options.distances[0] }
    var metres: [String] { coverage.options.distances.map { CoverageReport.plain($0, language) } }

    /// A distance that was asked, as it was.
    func metres(_ distance: Double) -> ReportCell {
        .number(distance, decimals: distance == distance.rounded() ? 0 : 3)
    }

    /// What the points are called.
    var populationTitle: String {
        switch coverage.population?.unit {
        case .points(let weight?): weight
        case .points(nil): language("Points", "Points")
        case .addresses, nil: language("Adresses", "Addresses")
        }
    }

    func categoryTitle(_ category: String?) -> String {
        guard let category else { return language("toutes", "all") }
        return category.isEmpty ? language("sans catégorie", "no category") : category
    }

    func title(_ state: Coverage.State) -> String {
        switch state {
        case .covered: language("couvert", "covered")
        case .insufficient: language("insuffisamment couvert", "insufficiently covered")
        case .notCovered: language("non couvert", "not covered")
        }
    }

    func state(_ row: Coverage.Row) -> [ReportCell] {
        guard let (state, basis) = coverage.state(row) else { return [.unknown, .empty] }
        let basisTitle = basis == .area ? language("surface", "surface") : populationTitle.lowercased()
        return [.text(title(state)), .text(basisTitle)]
    }

    func name(_ row: Coverage.Row) -> [ReportCell] {
        guard let index = row.perimeter else { return [.text(language("Ensemble", "Together")), .empty] }
        let perimeter = coverage.atlas.perimeters[index]
        return [.text(perimeter.code), .text(perimeter.name)]
    }

    /// The cells of a row, not known where it is not measured.
    func known(_ row: Coverage.Row, _ cells: [ReportCell]) -> [ReportCell] {
        row.isKnown ? cells : cells.map { $0 == .empty ? .empty : .unknown }
    }

    func weight(_ weight: Double?) -> ReportCell {
        guard let weight else { return .empty }
        return weight == weight.rounded() && abs(weight) < 1e15 ? .count(Int(weight)) : .number(weight, decimals: 1)
    }

    func distances(_ row: Coverage.Row) -> [ReportCell] {
        guard coverage.population != nil else { return [.empty, .empty, .empty] }
        guard let found = row.distances else { return [.unknown, .unknown, .unknown] }
        return [found.median, found.ninetieth, found.maximum].map { .number($0, decimals: 0) }
    }

    func share(_ share: Double?) -> ReportCell { share.map { .share($0) } ?? .unknown }

    func weightShare(_ row: Coverage.Row, _ d: Int) -> ReportCell {
        coverage.population == nil ? .empty : share(row.weightShare(d))
    }

    var distanceColumns: [Column] {
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
            cells += known(row, [.count(row.inside), .count(row.edge), .count(row.within[0].places)])
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
                    .text(categoryTitle(row.category)), metres(distance),
                ]
                cells += row.perimeter != nil && d == 0 ? state(row) : [.empty, .empty]
                cells += known(row, [.count(row.inside), .count(row.edge), .count(row.within[d].places)])
                let hasShape = row.area > 0
                cells.append(hasShape ? .number(row.area, decimals: 1) : .unknown)
                cells += known(row, [.number(row.within[d].area, decimals: 1), share(row.areaShare(d))])
                cells.append(hasShape || coverage.population == nil ? weight(row.weight) : .unknown)
                cells += known(row, [coverage.population == nil ? .empty : weight(row.within[d].weight)])
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
}
