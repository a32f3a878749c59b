package import Reports
import Tables
import Wording

extension StatisticsReport {
    /// A row of a table of shares: its name and what it counts.
    package typealias NamedScope = (label: [String], scope: Publication.Scope)

    /// A table of counts and shares, one row a group, with its total.
    ///
    /// - Parameter labels: the columns that name a group.
    func shareTable(
        _ name: String, _ title: String, labels: [ReportTable.Column], groups: [NamedScope],
        total: Publication.Scope?
    ) -> ReportTable {
        let shares = "% \(origin)"
        var columns = labels
        columns += [
            .init("n", language("Total", "All")),
            .init("inside", language("En \(zone)", "Inside")),
            .init("inside_sure", language("dont sûrs", "of these sure")),
            .init("outside", language("Hors \(zone)", "Outside")),
            .init("decided", language("Situés", "Decided")),
            .init("uncertain", language("Indécidables", "Not decidable")),
            .init("not_located", language("Non localisés", "Not located")),
            .init("share_inside", language("parmi les situés", "among the decided"), group: shares),
            .init("lower_bound", language("au moins", "at least"), group: shares),
            .init("upper_bound", language("au plus", "at most"), group: shares),
        ]
        if options.target != nil {
            columns += [
                .init("gap", language("Écart à la cible", "Gap to the target")),
                .init("target", language("Cible", "Target")),
            ]
        }
        if earlier != nil {
            columns += [
                .init("share_earlier", language("% antérieur", "% earlier")),
                .init("change", language("Évolution", "Change")),
            ]
        }
        var table = ReportTable(name: name, title: title, columns: columns)
        table.rows = groups.map {
            .init($0.label.map { .text(shown($0)) } + cells($0.scope, name, $0.label.map(shown)))
        }
        if let total {
            var label = labels.map { _ in ReportCell.empty }
            if !label.isEmpty { label[0] = .text(language("Ensemble", "All")) }
            table.rows.append(.init(label + cells(total, "total", []), role: .total))
        }
        table.notes = [
            language(
                "Unité : \(unit). Base : \(basis). Part : en \(zone) / situés. Au moins : sûrement en \(zone) / total. "
                    + "Au plus : (en \(zone) + indécidables + non localisés) / total.",
                "Unit: \(unit). Basis: \(basis). Share: inside / decided. At least: surely inside / all. At most: (inside + not "
                    + "decidable + not located) / all.")
        ]
        return table
    }

    private func cells(_ scope: Publication.Scope, _ table: String, _ label: [String]) -> [ReportCell] {
        let share = publication.share(scope), lower = publication.lower(scope), upper = publication.upper(scope)
        let classes: [ShareClass] = [.all, .inside, .insideSure, .outside, .decided, .uncertain, .notLocated]
        var cells = classes.map { cell(publication.count(scope, $0)) } + [share.cell, lower.cell, upper.cell]
        if let target = options.target {
            cells.append(share.value.map { .points($0 - target) } ?? share.cell)
            cells.append(.text(TargetAnswer(target, lower, upper).title(language)))
        }
        if let earlier {
            let before = earlier.share(table, label)
            cells.append(before.map { .share($0) } ?? .unknown)
            if let before, let value = share.value {
                cells.append(.points(value - before))
            } else {
                cells.append(.unknown)
            }
        }
        return cells
    }

    /// A name, or that there is none.
    package func shown(_ label: String) -> String {
        label.isEmpty ? language("(non renseigné)", "(not stated)") : label
    }

    /// The name of a grouping for programs: `action`, `action_sexe`.
    package func name(_ grouping: Int) -> String {
        let name = columns.by[grouping].map { ColumnNames.fold(columns.header[$0]) }.joined(separator: "_")
        return name.isEmpty ? "column_\(columns.by[grouping][0] + 1)" : name
    }

    func labels(_ grouping: Int) -> [ReportTable.Column] {
        columns.by[grouping].map { column in
            let folded = ColumnNames.fold(columns.header[column])
            return .init("by_" + (folded.isEmpty ? "column_\(column + 1)" : folded), columns.header[column])
        }
    }

    package func scopes(_ grouping: Int) -> [NamedScope] {
        counts.groups[grouping].enumerated().map { ($1.label, .group(grouping, $0)) }
    }

    /// How a grouping is called in a heading.
    package func title(_ grouping: Int) -> String {
        columns.by[grouping].map { columns.header[$0] }.joined(separator: " × ")
    }

    package func table(grouping: Int) -> ReportTable {
        var table = shareTable(
            "by_\(name(grouping))", language("Par \(title(grouping))", "By \(title(grouping))"),
            labels: labels(grouping), groups: scopes(grouping), total: .all)
        if columns.id != nil {
            table.notes.append(
                language(
                    "Une personne présente dans plusieurs groupes compte une fois dans chacun et une seule fois dans l’ensemble.",
                    "A person in several groups counts once in each and once in all."))
        }
        let names = Dictionary(grouping: counts.groups[grouping].map(\.label)) { $0.map(ColumnNames.fold) }
        let alike = names.values.count { $0.count > 1 }
        if alike > 0 {
            table.notes.append(
                language(
                    "Noms écrits de plusieurs façons (casse, accents, ponctuation), comptés à part : \(alike).",
                    "Names spelled in several ways (case, accents, punctuation), counted apart: \(alike)."))
        }
        return table
    }

    var communeTable: ReportTable {
        shareTable(
            "by_commune", language("Par commune", "By commune"),
            labels: [.init("commune", language("Commune", "Commune"))],
            groups: counts.communes.enumerated().map { ($1.label, .commune($0)) }, total: .all)
    }

    /// All tables of counts, with which those of a later report can be compared.
    var comparedTables: [ReportTable] {
        var sections = columns.by.indices.map(section(grouping:)) + [perimeters]
        if hasAgeSex { sections.append(agesAndSexes) }
        if !counts.communes.isEmpty { sections.append(communes) }
        if counts.moves != nil { sections.append(moves) }
        let tables = sections.flatMap(\.blocks).compactMap { block -> ReportTable? in
            if case .table(let table) = block { table } else { nil }
        }
        return [shareTable("total", "", labels: [], groups: [], total: .all)] + tables
    }

    func section(grouping: Int) -> Report.Section {
        let scopes = scopes(grouping)
        var blocks: [Report.Block] = [.table(table(grouping: grouping))]
        if scopes.count <= Self.chartedAtMost { blocks += charts(title(grouping), scopes) }
        if hasAgeSex, publication.details.contains(.groups) {
            blocks.append(
                .table(
                    ageSexTable(
                        "age_sex_by_\(name(grouping))",
                        language("Âge et sexe par \(title(grouping))", "Age and sex by \(title(grouping))"),
                        labels: labels(grouping), groups: scopes)))
        }
        return Report.Section(language("Par \(title(grouping))", "By \(title(grouping))"), blocks)
    }

    /// More groups than this are no chart for a page.
    static let chartedAtMost = 40

    private func charts(_ title: String, _ scopes: [NamedScope]) -> [Report.Block] {
        guard !scopes.isEmpty else { return [] }
        func label(_ scope: NamedScope) -> String { scope.label.map(shown).joined(separator: " – ") }
        let items = scopes.map { scope in
            let ends = (publication.lower(scope.scope).value, publication.upper(scope.scope).value)
            var bounds: ClosedRange<Double>?
            if let low = ends.0, let high = ends.1 { bounds = min(low, high)...max(low, high) }
            return ReportChart.ShareItem(label(scope), share: publication.share(scope.scope).value, bounds: bounds)
        }
        return [
            .chart(
                .shares(
                    title: language("% \(origin) par \(title)", "% \(origin) by \(title)"), items: items,
                    target: options.target)),
            .chart(
                .parts(
                    title: language("Dedans, dehors, inconnus par \(title)", "Inside, outside, unknown by \(title)"),
                    classes: classTitles, items: scopes.map { partsItem(label($0), $0.scope) })),
        ]
    }

    package var communes: Report.Section {
        var blocks: [Report.Block] = [.table(communeTable)]
        if hasAgeSex, publication.details.contains(.communes) {
            blocks.append(
                .table(
                    ageSexTable(
                        "age_sex_by_commune", language("Âge et sexe par commune", "Age and sex by commune"),
                        labels: [.init("commune", language("Commune", "Commune"))],
                        groups: counts.communes.enumerated().map { ($1.label, .commune($0)) })))
        }
        return Report.Section(language("Par commune", "By commune"), blocks)
    }
}
