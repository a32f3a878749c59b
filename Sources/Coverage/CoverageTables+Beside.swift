import Perimeters
import Reports
import Wording

/// The tables of what is asked beside the coverage: catchments, gaps, sites.
extension CoverageTables {
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
    package func gaps(_ gaps: Gaps) -> ReportTable {
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
                metres(coverage.options.distances[gap.distance]), .number(gap.area, decimals: 1),
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
