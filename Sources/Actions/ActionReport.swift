import Perimeters
public import Provenance
public import Reports
import Tables
public import Wording

/// The report on subsidised actions.
public struct ActionReport {
    package let audit: ActionAudit
    package let language: Language
    package var list: ActionList { audit.list }

    /// Prepares a report.
    public init(_ audit: ActionAudit, language: Language) {
        self.audit = audit
        self.language = language
    }

    /// The report as a document.
    public func report(provenance: Provenance) -> Report {
        var report = Report(
            title: language("Actions subventionnées et périmètres", "Subsidised actions and perimeters"),
            subtitle: list.source.path.fileName, language: language, provenance: provenance)
        report.sections = [
            .init(language("Ensemble", "In all"), overview),
            .init(
                language("Portée déclarée", "Declared scope"),
                [
                    .paragraph(
                        language(
                            "L'argent d'une action n'est attribué à un périmètre que si sa portée déclarée est ce seul périmètre ; sinon il reste à part. Chaque colonne d'argent est à elle-même : une subvention n'est jamais ajoutée au coût total.",
                            "An action's money goes to a perimeter only where its declared scope is that one perimeter; else it stays apart. Each column of money stands for itself: a subsidy is never added to the total cost."
                        )),
                    .table(buckets("by_scope", language("Par portée déclarée", "By declared scope")) { $0.scope }),
                    .table(readings),
                ]),
            .init(language("Périmètres couverts", "Perimeters covered"), coverage),
        ]
        if audit.targets != nil {
            report.sections[1].blocks.append(
                .table(buckets("by_target", language("Par cible déclarée", "By declared target")) { $0.target! }))
        }
        if audit.venues.contains(where: { $0 != nil }) {
            report.sections.append(.init(language("Lieu des actions", "Venues"), venues))
        }
        report.sections.append(.init(language("Cohérence", "Consistency"), consistency))
        return report
    }

    private var overview: [Report.Block] {
        let all = audit.totals()
        var figures: [(label: String, value: ReportCell, note: String)] = [
            (language("Lignes", "Rows"), .count(list.rows.count), ""),
            (
                language("Actions", "Actions"), .count(all.actions),
                language(
                    "une action sur plusieurs lignes compte une fois", "an action in several rows counts once")
            ),
        ]
        for (column, sum) in zip(list.money, all.money) {
            let lacking = sum.silent + sum.unreadable
            figures.append(
                (
                    column.name, sum.euros,
                    lacking == 0 ? "" : language("actions sans montant : \(lacking)", "actions without: \(lacking)")
                ))
        }
        return [
            .figures(figures),
            .notice(
                language(
                    "Cible déclarée, lieu de l'action et résidence des bénéficiaires sont trois choses distinctes. Les effectifs de bénéficiaires sont ceux que publient les opérateurs, non des personnes comptées ici : une même personne peut y figurer plusieurs fois, et rien n'est masqué.",
                    "The declared target, the venue and where beneficiaries live are three different things. Numbers of beneficiaries are those that the operators publish, not persons counted here: one person may be in several, and nothing is suppressed."
                )),
        ]
    }

    /// What stands behind the labels of tables of totals.
    var totalColumns: [ReportTable.Column] {
        [.init("actions", language("Actions", "Actions"))]
            + list.money.map { column in
                .init(
                    ColumnNames.fold(column.name), column.name,
                    group: column.isCost ? "" : language("Subventions", "Subsidies"))
            }
            + (list.roles.contains(.beneficiaries)
                ? [.init("beneficiaries", language("Bénéficiaires déclarés", "Beneficiaries as stated"))] : [])
            + (list.roles.contains(.beneficiariesInside)
                ? [
                    .init(
                        "beneficiaries_qpv",
                        language("dont habitants des QPV, déclarés", "of whom residents of QPV, as stated"))
                ] : [])
    }

    package func cells(_ totals: ActionAudit.Totals) -> [ReportCell] {
        [.count(totals.actions)] + totals.money.map(\.euros)
            + (list.roles.contains(.beneficiaries) ? [totals.beneficiaries.count] : [])
            + (list.roles.contains(.beneficiariesInside) ? [totals.beneficiariesInside.count] : [])
    }

    private func buckets(
        _ name: String, _ title: String, _ reading: (ActionAudit.Action) -> ScopeReading
    ) -> ReportTable {
        var table = ReportTable(
            name: name, title: title,
            columns: [
                .init("scope", language("Portée", "Scope")), .init("code", "Code"),
                .init("name", language("Périmètre", "Perimeter")),
            ] + totalColumns)
        let found = Set(audit.actions.map { ActionAudit.Bucket(reading($0)) })
        let perimeters = audit.atlas.perimeters.indices.filter { found.contains(.perimeter($0)) }
        for index in perimeters {
            let perimeter = audit.atlas.perimeters[index]
            let totals = audit.totals { ActionAudit.Bucket(reading($0)) == .perimeter(index) }
            table.rows.append(
                .init(
                    [.text(ScopeKind.onePerimeter.title(language)), .text(perimeter.code), .text(perimeter.name)]
                        + cells(totals)))
        }
        for kind in ScopeKind.allCases where found.contains(.kind(kind)) {
            let totals = audit.totals { ActionAudit.Bucket(reading($0)) == .kind(kind) }
            table.rows.append(.init([.text(kind.title(language)), .empty, .empty] + cells(totals)))
        }
        let all = audit.totals()
        table.rows.append(.init([.text(language("Total", "Total")), .empty, .empty] + cells(all), role: .total))
        if list.rows.count > audit.actions.count, name == "by_scope" { table.rows += reconciliation }
        return table
    }

    /// From the total of the actions to the sum of the file.
    private var reconciliation: [ReportTable.Row] {
        func row(_ label: String, _ sums: [StatedSum], _ role: ReportTable.Row.Role) -> ReportTable.Row {
            let rest = totalColumns.count - 1 - sums.count
            return .init(
                [.text(label), .empty, .empty, .empty] + sums.map { .euros($0.value) }
                    + [ReportCell](repeating: .empty, count: rest), role: role)
        }
        return [
            row(
                language("Répétitions d'une action, non comptées", "Repetitions of an action, not counted"),
                audit.repeated, .subtotal),
            row(language("Somme des lignes du fichier", "Sum of the file's rows"), audit.fileSums, .total),
        ]
    }

    /// Each text once, with what it was read as.
    private var readings: ReportTable {
        var table = ReportTable(
            name: "scope_readings", title: language("Lecture des portées", "How scopes were read"),
            columns: [
                .init("text", language("Texte", "Text")), .init("basis", language("Colonne", "Column")),
                .init("scope", language("Portée", "Scope")), .init("codes", language("Périmètres", "Perimeters")),
                .init("others", language("Non reconnu", "Not recognised")), .init("rows", language("Lignes", "Rows")),
            ])
        let hasScope = list.roles.contains(.scope)
        var columns: [(role: ActionColumns.Role, readings: [ScopeReading])] = [
            (hasScope ? .scope : .target, audit.scopes)
        ]
        if let targets = audit.targets { columns.append((.target, targets)) }
        for (role, readings) in columns {
            var order: [String] = []
            var rows: [String: [Int]] = [:]
            for index in list.rows.indices {
                let text = list.rows[index].text(role)
                if rows[text] == nil { order.append(text) }
                rows[text, default: []].append(index)
            }
            let name = list.columns.first { $0.role == role.rawValue }?.name ?? role.rawValue
            for text in order {
                let reading = readings[rows[text]![0]]
                table.rows.append(
                    .init([
                        .text(text), .text(name), .text(reading.kind.title(language)),
                        .text(audit.codes(reading).replacing("|", with: ", ")),
                        .text(reading.others.joined(separator: ", ")), .count(rows[text]!.count),
                    ]))
            }
        }
        return table
    }
}
