import Disclosure
package import Reports
import Wording

extension StatisticsReport {
    /// The sexes shown, nil for all together.
    private var sexes: [Sex?] { columns.sex == nil ? [nil] : Sex.allCases.map { $0 } + [nil] }

    /// The bands shown: ranks, the unknown one, and nil for all ages.
    private var bands: [Int?] { columns.hasAges ? (0...options.bands.bands.count).map { $0 } + [nil] : [nil] }

    private func title(band: Int?) -> String {
        guard let band else { return language("Tous âges", "All ages") }
        let bands = options.bands.bands
        return band < bands.count ? bands[band].title(language) : language("Âge inconnu", "Age unknown")
    }

    private func title(_ sex: Sex?) -> String { sex?.title(language) ?? language("Ensemble", "All") }

    private func name(_ sex: Sex?) -> String { sex.map { "\($0)" } ?? "all" }

    /// Ages in rows, sexes in columns: n, those inside, those decided, and the share; of groups each in turn.
    func ageSexTable(
        _ name: String, _ title: String, labels: [ReportTable.Column], groups: [NamedScope]
    ) -> ReportTable {
        var columns = labels + [.init("age", language("Âge", "Age"))]
        for sex in sexes {
            let group = self.title(sex), prefix = self.name(sex)
            columns += [
                .init("\(prefix)_n", "n", group: group),
                .init("\(prefix)_inside", language("en \(zone)", "inside"), group: group),
                .init("\(prefix)_decided", language("situés", "decided"), group: group),
                .init("\(prefix)_share", "% \(origin)", group: group),
            ]
        }
        var table = ReportTable(name: name, title: title, columns: columns)
        for group in groups {
            for band in bands {
                let cells = sexes.flatMap { sex -> [ReportCell] in
                    [ShareClass.all, .inside, .decided].map {
                        cell(publication.count(group.scope, $0, sex: sex, band: band))
                    } + [publication.share(group.scope, sex: sex, band: band).cell]
                }
                table.rows.append(
                    .init(
                        group.label.map { .text(shown($0)) } + [.text(self.title(band: band))] + cells,
                        role: band != nil ? .body : labels.isEmpty ? .total : .subtotal))
            }
        }
        table.notes = [
            language(
                "Unité : \(unit). Base : \(basis). % \(origin) : en \(zone) / situés (dedans ou dehors).",
                "Unit: \(unit). Basis: \(basis). % \(origin): inside / decided (inside or outside).")
        ]
        return table
    }

    var agesAndSexes: Report.Section {
        var blocks: [Report.Block] = [
            .table(
                ageSexTable("age_sex", language("Âge et sexe", "Age and sex"), labels: [], groups: [([], .all)])),
            .table(classesTable),
        ]
        if columns.hasAges, columns.sex != nil {
            blocks.append(
                .chart(
                    .pyramid(
                        title: language("Pyramide des âges, part en \(zone)", "Ages, and the part in \(zone)"),
                        bands: bands.dropLast().map { pyramidBand($0!) })))
        }
        return Report.Section(language("Par âge et sexe", "By age and sex"), blocks)
    }

    private func pyramidBand(_ band: Int) -> ReportChart.PyramidBand {
        func side(_ sex: Sex) -> (all: Int, inside: Int?)? {
            let divisor = options.unit == .euros ? 100 : 1
            guard let all = publication.count(.all, .all, sex: sex, band: band).value else { return nil }
            return (all / divisor, publication.count(.all, .inside, sex: sex, band: band).value.map { $0 / divisor })
        }
        return ReportChart.PyramidBand(title(band: band), women: side(.women), men: side(.men))
    }

    /// Each cell of the table of ages and sexes with its unknown ones apart, and its bounds.
    private var classesTable: ReportTable {
        let classes: [(ShareClass, String, String)] = [
            (.all, "n", language("Total", "All")), (.inside, "inside", language("En \(zone)", "Inside")),
            (.insideSure, "inside_sure", language("dont sûrs", "of these sure")),
            (.outside, "outside", language("Hors \(zone)", "Outside")),
            (.decided, "decided", language("Situés", "Decided")),
            (.uncertain, "uncertain", language("Indécidables", "Not decidable")),
            (.notLocated, "not_located", language("Non localisés", "Not located")),
        ]
        var table = ReportTable(
            name: "age_sex_classes",
            title: language("Âge et sexe : dedans, dehors, inconnus", "Age and sex: inside, outside, unknown"),
            columns: [
                .init("age", language("Âge", "Age")), .init("sex", language("Sexe", "Sex")),
            ] + classes.map { .init($0.1, $0.2) } + [
                .init("share_inside", language("% parmi les situés", "% among the decided")),
                .init("lower_bound", language("au moins", "at least")),
                .init("upper_bound", language("au plus", "at most")),
            ])
        for band in bands {
            for sex in sexes {
                let cells = classes.map { cell(publication.count(.all, $0.0, sex: sex, band: band)) }
                let shares = [
                    publication.share(.all, sex: sex, band: band), publication.lower(.all, sex: sex, band: band),
                    publication.upper(.all, sex: sex, band: band),
                ]
                table.rows.append(
                    .init(
                        [.text(title(band: band)), .text(title(sex))] + cells + shares.map(\.cell),
                        role: sex != nil ? .body : band == nil ? .total : .subtotal))
            }
        }
        return table
    }

    /// How many are inside each perimeter.
    package var perimeters: Report.Section {
        let scopes = counts.perimeters.enumerated().map { ($1.label, Publication.Scope.perimeter($0)) }
        var table = ReportTable(
            name: "by_perimeter", title: language("Par quartier", "By perimeter"),
            columns: [
                .init("code", "Code"), .init("name", language("Nom", "Name")),
                .init("inside", language("Dans le quartier", "Inside")),
                .init("inside_sure", language("dont sûrs", "of these sure")),
                .init("share_of_inside", language("% de ceux en \(zone)", "% of those inside")),
                .init("share_of_decided", language("% des situés", "% of the decided")),
            ])
        let inside = publication.count(.all, .inside), decided = publication.count(.all, .decided)
        for (label, scope) in scopes {
            let own = publication.count(scope, .inside)
            table.rows.append(
                .init(
                    label.map { .text(shown($0)) } + [
                        cell(own), cell(publication.count(scope, .insideSure)),
                        PublishedShare(own, of: inside, others: []).cell,
                        PublishedShare(own, of: decided, others: []).cell,
                    ]))
        }
        table.rows.append(
            .init(
                [
                    .text(language("Ensemble", "All")), .empty, cell(inside),
                    cell(publication.count(.all, .insideSure)),
                    PublishedShare(inside, of: inside, others: []).cell, publication.share(.all).cell,
                ], role: .total))
        table.notes = [language("Unité : \(unit). Base : \(basis).", "Unit: \(unit). Basis: \(basis).")]
        var blocks: [Report.Block] = [.table(table)]
        if hasAgeSex, publication.details.contains(.perimeters), !scopes.isEmpty {
            blocks.append(.table(perimeterAges(scopes)))
        }
        return Report.Section(language("Par quartier", "By perimeter"), blocks)
    }

    private func perimeterAges(_ scopes: [NamedScope]) -> ReportTable {
        var table = ReportTable(
            name: "age_sex_by_perimeter", title: language("Âge et sexe par quartier", "Age and sex by perimeter"),
            columns: [
                .init("code", "Code"), .init("name", language("Nom", "Name")), .init("age", language("Âge", "Age")),
            ] + sexes.map { .init("\(name($0))_inside", title($0)) })
        for (label, scope) in scopes {
            for band in bands {
                table.rows.append(
                    .init(
                        label.map { .text(shown($0)) } + [.text(title(band: band))]
                            + sexes.map { cell(publication.count(scope, .inside, sex: $0, band: band)) },
                        role: band == nil ? .subtotal : .body))
            }
        }
        table.notes = [
            language(
                "Ceux qui sont dans le quartier. Unité : \(unit). Base : \(basis).",
                "Those inside. Unit: \(unit). Basis: \(basis).")
        ]
        return table
    }
}
