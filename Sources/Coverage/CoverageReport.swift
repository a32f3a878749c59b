import Perimeters
import Planar
public import Provenance
public import Reports
import Tables
public import Wording

/// The report on what places cover.
public struct CoverageReport {
    /// One layer of perimeters and what was asked of it.
    public struct Part: Sendable {
        /// What the names of its tables begin with, but for the first part.
        public var prefix: String
        /// How a person is told what it is.
        public var title: String
        /// What the places cover.
        public var coverage: Coverage
        /// Declared catchments; nil when there are none.
        public var catchments: Catchments?
        /// What no place covers; nil when it was not asked for.
        public var gaps: Gaps?
        /// The sites chosen; nil when it was not asked for.
        public var sites: SiteChoice?

        /// A part without anything beside the coverage.
        public init(prefix: String, title: String, coverage: Coverage) {
            self.prefix = prefix
            self.title = title
            self.coverage = coverage
        }
    }

    package let parts: [Part]
    private let candidates: Places?
    package let language: Language
    package var places: Places { parts[0].coverage.places }
    package var options: Coverage.Options { parts[0].coverage.options }

    /// Prepares a report.
    ///
    /// - Parameters:
    ///   - parts: one at least.
    ///   - candidates: the sites to choose from.
    public init(_ parts: [Part], candidates: Places? = nil, language: Language) {
        self.parts = parts
        self.candidates = candidates
        self.language = language
    }

    /// The report as a document.
    public func report(provenance: Provenance) -> Report {
        var report = Report(
            title: language("Couverture des périmètres par des lieux", "How places cover the perimeters"),
            subtitle: places.source.path.fileName, language: language, provenance: provenance)
        report.sections = [.init(language("Lieux", "Places"), overview)]
        for (rank, part) in parts.enumerated() {
            let tables = CoverageTables(part, language, prefix: rank == 0 ? "" : part.prefix + "_")
            var blocks: [Report.Block] = [.table(tables.states), .chart(tables.chart), .table(tables.byPerimeter)]
            blocks += notices(part).map { .notice($0) }
            report.sections.append(.init(part.title, blocks))
            report.sections.append(
                .init(
                    language("\(part.title) : détail", "\(part.title): detail"), [.table(tables.detail)]))
            if let catchments = part.catchments {
                report.sections.append(
                    .init(
                        language("\(part.title) : aires déclarées", "\(part.title): declared catchments"),
                        [.table(tables.catchments(catchments))] + unmatched(catchments)))
            }
            if let gaps = part.gaps {
                report.sections.append(
                    .init(language("Ce qui n’est pas couvert", "What is not covered"), [.table(tables.gaps(gaps))]))
            }
            if let sites = part.sites, let candidates {
                report.sections.append(
                    .init(
                        language("Où ajouter un lieu", "Where to add a place"),
                        [.table(tables.sites(sites, candidates))] + proof(sites, candidates)))
            }
        }
        let faults = PlaceTables(places, language).tables(elsewhere: parts.map { ($0.title, $0.coverage.elsewhere) })
        if !faults.isEmpty {
            report.sections.append(.init(language("À vérifier", "To be checked"), faults.map { .table($0) }))
        }
        let sites = candidates.map { PlaceTables($0, language, prefix: "candidates_").tables(elsewhere: []) } ?? []
        if !sites.isEmpty {
            report.sections.append(
                .init(
                    language("Sites candidats à vérifier", "Candidate sites to be checked"), sites.map { .table($0) }))
        }
        report.sections.append(.init(language("Définitions", "Definitions"), [.list(definitions)]))
        return report
    }

    private var overview: [Report.Block] {
        var figures: [(label: String, value: ReportCell, note: String)] = [
            (language("Lignes du fichier", "Rows of the file"), .count(places.rows), "")
        ]
        if places.otherCategories > 0 {
            figures.append(
                (language("Lignes d’autres catégories", "Rows of other categories"), .count(places.otherCategories), "")
            )
        }
        figures += [
            (language("Lieux retenus", "Places taken"), .count(places.items.count), basisNote),
            (language("Lieux non localisés", "Places not located"), .count(places.notLocated.count), ""),
        ]
        if !places.repeated.isEmpty {
            figures.append(
                (
                    language("Lignes en double", "Repeated rows"), .count(places.repeated.count),
                    language(
                        "même nom et même catégorie à moins d’un mètre", "same name and category less than a metre away"
                    )
                ))
        }
        if let date = places.date {
            figures.append(
                (
                    language("Pas ouverts le \(date.french)", "Not open on \(date)"), .count(places.notOpen.count), ""
                ))
            if !places.undated.isEmpty {
                figures.append(
                    (
                        language("Ouverture indécidable", "Opening not decidable"), .count(places.undated.count),
                        language("date illisible : non comptés", "unreadable date: not counted")
                    ))
            }
        }
        var blocks: [Report.Block] = [.figures(figures)]
        if places.items.isEmpty {
            blocks.append(
                .notice(
                    places.isUnknown(nil)
                        ? language(
                            "Aucun lieu n’est retenu, et il en manque : rien n’est connu.",
                            "No place is taken, and some are missing: nothing is known.")
                        : language(
                            "Aucun lieu n’est retenu : rien n’est couvert.", "No place is taken: nothing is covered.")))
        }
        if let dates = places.uncheckedDates(language) { blocks.append(.notice(dates)) }
        let unknown = places.listedCategories.filter(places.isUnknown)
        if !unknown.isEmpty, unknown.count < places.listedCategories.count {
            let names = unknown.joined(separator: ", ")
            blocks.append(
                .notice(
                    language(
                        "Catégories dont aucun lieu n’est connu, alors que le fichier en cite : \(names). Ce qu’elles couvrent n’est pas connu.",
                        "Categories of which no place is known, though the file has some: \(names). What they cover is not known."
                    )))
        }
        if places.isIncomplete() {
            blocks.append(
                .notice(
                    language(
                        "Des lieux manquent, faute de position ou de date : les parts couvertes sont des minima.",
                        "Places are missing, for want of a position or a date: the shares covered are lower bounds.")))
        }
        return blocks
    }

    private var basisNote: String {
        let coordinates = places.items.count { $0.basis == .coordinates }
        let address = places.items.count { $0.basis == .address }
        let street = places.items.count { $0.basis == .street }
        return language(
            "\(coordinates) par leurs coordonnées, \(address) par leur adresse, \(street) par leur voie seule",
            "\(coordinates) by their coordinates, \(address) by their address, \(street) by their street alone")
    }

    private func notices(_ part: Part) -> [String] {
        let coverage = part.coverage
        var notices: [String] = []
        if !coverage.elsewhere.isEmpty {
            notices.append(
                language(
                    "Lieux dans un territoire sans périmètre, comptés à part : \(coverage.elsewhere.count).",
                    "Places in a territory without a perimeter, counted apart: \(coverage.elsewhere.count)."))
        }
        let unusable = coverage.atlas.perimeters.filter(\.shape.isEmpty).map(\.code)
        if !unusable.isEmpty {
            notices.append(
                language(
                    "Périmètres sans contour utilisable : \(unusable.joined(separator: ", ")). Rien n’y est mesuré, et l’ensemble ne les compte pas.",
                    "Perimeters without a usable shape: \(unusable.joined(separator: ", ")). Nothing is measured there, and all together are without them."
                ))
        }
        guard let population = coverage.population else { return notices }
        let without = coverage.rows.filter { $0.category == nil && $0.weight == 0 && $0.area > 0 }.count
        if without > 0 {
            notices.append(
                language.say(
                    without,
                    (
                        "# périmètre sans adresse ni point connu : son état est jugé sur la surface.",
                        "# périmètres sans adresse ni point connu : leur état est jugé sur la surface."
                    ),
                    (
                        "# perimeter without a known address or point: judged by its surface.",
                        "# perimeters without a known address or point: judged by their surface."
                    )))
        }
        let left = [
            (population.outside, language("hors de tout périmètre", "in no perimeter")),
            (population.notLocated, language("sans position en France", "without a position in France")),
            (population.unreadableWeights, language("au poids illisible", "with an unreadable weight")),
            (population.negativeWeights, language("au poids négatif", "with a negative weight")),
        ].filter { $0.0 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
        if !left.isEmpty {
            notices.append(
                language(
                    "Points du fichier qui ne comptent pas, sur \(population.rows) : \(left).",
                    "Points of the file that do not count, of \(population.rows): \(left)."))
        }
        return notices
    }

    private func unmatched(_ catchments: Catchments) -> [Report.Block] {
        guard !catchments.unmatched.isEmpty else { return [] }
        let codes = catchments.unmatched.joined(separator: ", ")
        return [
            .notice(
                language(
                    "Aires dont le code n’est ni celui d’un lieu retenu ni une catégorie : \(codes). Elles ne comptent pas.",
                    "Catchments whose code is neither that of a place taken nor a category: \(codes). They do not count."
                ))
        ]
    }

    private func proof(_ sites: SiteChoice, _ candidates: Places) -> [Report.Block] {
        var text = language(
            "Choix glouton : à chaque pas le site qui ajoute le plus (Church et ReVelle 1974). ",
            "Greedy choice: at each step the site that adds most (Church and ReVelle 1974). ")
        if let optimum = sites.optimum {
            if optimum.gain > sites.gain * (1 + 1e-9) {
                let names = optimum.candidates.map { candidates.items[$0].label(language) }.joined(separator: ", ")
                let gain = Self.plain(optimum.gain, language)
                text += language(
                    "Le meilleur choix possible, cherché jusqu’au bout, est autre : \(names), avec un gain de \(gain).",
                    "The best choice there is, searched to the end, is another one: \(names), with a gain of \(gain).")
            } else {
                text += language(
                    "Aucun autre choix ne fait mieux : la recherche a été menée jusqu’au bout.",
                    "No other choice does better: the search was carried to its end.")
            }
        } else {
            text += language(
                "La recherche du meilleur choix a été abandonnée, trop longue ; le glouton en atteint au moins 63 % (Nemhauser et al. 1978).",
                "The search for the best choice was given up as too long; the greedy one has at least 63% of it (Nemhauser et al. 1978)."
            )
        }
        let left = candidates.leftOut(language)
        if !left.isEmpty {
            text += language(" Sites candidats laissés de côté : \(left).", " Candidates left aside: \(left).")
        }
        return [.paragraph(text)]
    }
}
