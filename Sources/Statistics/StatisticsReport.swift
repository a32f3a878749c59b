public import Disclosure
public import Provenance
public import Reports
public import Wording

/// Makes the report of the counts of a file.
public struct StatisticsReport: Sendable {
    package let counts: StatisticsCounts
    package let columns: StatisticsColumns
    package let options: StatisticsOptions
    package private(set) var language: Language
    let publication: Publication
    /// What the perimeters are called: QPV, QVA.
    package let zone: String
    /// An earlier report of the same kind.
    package let earlier: EarlierFigures?

    /// Decides what is published.
    ///
    /// - Parameters:
    ///   - zone: what the perimeters are called in headings.
    ///   - earlier: the figures to compare with; nil for none.
    /// - Throws: ``DisclosureError`` for a threshold that protects nobody.
    public init(
        _ counts: StatisticsCounts, _ statistics: Statistics, zone: String = "QPV", language: Language,
        earlier: EarlierFigures? = nil
    ) throws(DisclosureError) {
        self.counts = counts
        columns = statistics.columns
        options = statistics.options
        self.zone = zone
        self.language = language
        self.earlier = earlier
        publication = try Publication(counts, columns, options)
        differencedCounts = comparedWithEarlier()
    }

    /// The whole report.
    ///
    /// - Parameter source: what was counted: the name of the file.
    public func report(of source: String, _ provenance: Provenance) -> Report {
        let source = source.fileName
        var report = Report(
            title: title,
            subtitle: language("\(source) – base : \(basis)", "\(source) – basis: \(basis)"), language: language,
            provenance: provenance)
        report.sections = [essentials]
        if hasAgeSex { report.sections.append(agesAndSexes) }
        report.sections += columns.by.indices.map(section(grouping:))
        report.sections.append(perimeters)
        if !counts.communes.isEmpty { report.sections.append(communes) }
        if counts.moves != nil { report.sections.append(moves) }
        report.sections += [faults, method]
        return report
    }

    package var unit: String { options.unit.title(language) }
    package var basis: String { options.basis.title(language) }
    /// What a share is a share of, after a percent sign: people come from somewhere, dwellings and money are there.
    package var origin: String {
        options.unit.isPersonal
            ? language("issus des \(zone)", "from \(zone)") : language("en \(zone)", "in \(zone)")
    }
    private var title: String {
        switch options.unit {
        case .persons: language("Part des personnes issues des \(zone)", "Share of persons from \(zone)")
        case .euros: language("Part des montants en \(zone)", "Share of the money in \(zone)")
        case .contacts, .files, .dwellings: language("Part des \(unit) \(origin)", "Share of \(unit) \(origin)")
        }
    }
    var hasAgeSex: Bool { columns.hasAges || columns.sex != nil }

    /// A count as a cell, in euros where it is one.
    package func cell(_ count: PublishedCount) -> ReportCell {
        guard let value = count.value else { return .suppressed }
        return options.unit == .euros ? .euros(Double(value) / 100) : .count(value)
    }

    private var essentials: Report.Section {
        let share = publication.share(.all), lower = publication.lower(.all), upper = publication.upper(.all)
        var figures: [(label: String, value: ReportCell, note: String)] = [
            (language("Total", "Total"), cell(publication.count(.all, .all)), unit),
            (
                "% \(origin)", share.cell,
                language("parmi ce qui est situé dedans ou dehors", "among what is inside or outside")
            ),
            (
                language("au moins", "at least"), lower.cell,
                language("sûrement dedans, sur le total", "surely inside, of all")
            ),
            (
                language("au plus", "at most"), upper.cell,
                language("tout sauf ce qui est dehors, sur le total", "all but what is outside, of all")
            ),
        ]
        if let target = options.target {
            figures.append(
                (language("Cible", "Target"), .share(target), TargetAnswer(target, lower, upper).title(language)))
            if let value = share.value {
                figures.append((language("Écart à la cible", "Gap"), .points(value - target), ""))
            }
        }
        var blocks: [Report.Block] = [.figures(figures)]
        if publication.lacksDetails {
            blocks.append(
                .notice(
                    language(
                        "Des tableaux d’âges et de sexes par groupe ne sont pas publiés : les effectifs y sont trop faibles pour être protégés sans "
                            + "masquer les totaux. Un document interne, non diffusé, peut les donner.",
                        "Some tables of ages and sexes of groups are not published: the counts are too small to be protected without hiding totals. A "
                            + "document that stays inside can give them.")))
        }
        if earlier != nil, options.appliedDisclosure != .none { blocks.append(.notice(differencingWarning)) }
        blocks.append(.table(shareTable("total", language("Ensemble", "All"), labels: [], groups: [], total: .all)))
        blocks.append(
            .chart(
                .parts(
                    title: language("Dedans, dehors, inconnus", "Inside, outside, unknown"), classes: classTitles,
                    items: [partsItem(language("Ensemble", "All"), .all)])))
        return Report.Section(language("L’essentiel", "In short"), blocks)
    }

    /// How many counts tell a small one when they are compared with those of the earlier report; 0 where nothing is suppressed, or
    /// without an earlier report. See <doc:Statistics>.
    public private(set) var differencedCounts = 0

    private func comparedWithEarlier() -> Int {
        guard let earlier, let threshold = options.appliedDisclosure.threshold else { return 0 }
        var same = self
        same.language = earlier.language
        return PublishedTables.differencing(
            earlier.published, PublishedTables(same.comparedTables), threshold: threshold)
    }

    /// What comparing two publications can give away.
    var differencingWarning: String {
        let number = differencedCounts
        let text = language(
            "Deux publications du même tableau se comparent : leur différence peut révéler de petits effectifs. "
                + "Effectifs que la comparaison avec le document antérieur révèle à peu près : \(number).",
            "Two publications of one table can be compared: their difference can tell small counts. "
                + "Counts that the comparison with the earlier document tells more or less: \(number).")
        guard number > 0 else { return text }
        return text
            + language(
                " Ce risque a été accepté par l’auteur du document.", " The author of the document accepted this risk.")
    }

    var classTitles: [String] {
        [
            language("en \(zone)", "in \(zone)"), language("hors \(zone)", "outside"),
            language("indécidable", "not decidable"), language("non localisé", "not located"),
        ]
    }

    func partsItem(_ label: String, _ scope: Publication.Scope) -> ReportChart.PartsItem {
        ReportChart.PartsItem(
            label,
            counts: [ShareClass.inside, .outside, .uncertain, .notLocated].map {
                publication.count(scope, $0).value.map { options.unit == .euros ? $0 / 100 : $0 }
            })
    }
}

/// Whether a target is met, as far as the bounds can tell.
enum TargetAnswer {
    case met, notMet, notDecidable

    init(_ target: Double, _ lower: PublishedShare, _ upper: PublishedShare) {
        if let lower = lower.value, lower >= target {
            self = .met
        } else if let upper = upper.value, upper < target {
            self = .notMet
        } else {
            self = .notDecidable
        }
    }

    func title(_ language: Language) -> String {
        switch self {
        case .met: language("atteinte", "met")
        case .notMet: language("non atteinte", "not met")
        case .notDecidable: language("indécidable", "not decidable")
        }
    }
}
