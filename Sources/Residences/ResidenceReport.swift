import Perimeters
public import Provenance
public import Reports
import Tables
public import Wording

/// The report on a landlord's list.
public struct ResidenceReport {
    private let audit: ResidenceAudit
    private let language: Language
    private var list: ResidenceList { audit.list }

    /// Prepares a report.
    public init(_ audit: ResidenceAudit, language: Language) {
        self.audit = audit
        self.language = language
    }

    /// The report as a document.
    public func report(provenance: Provenance) -> Report {
        var report = Report(
            title: language("Patrimoine d'un bailleur et périmètres", "A landlord's residences and the perimeters"),
            subtitle: list.source.path.fileName, language: language, provenance: provenance)
        let places = table("by_place", language("Par périmètre", "By perimeter"), first: placeColumns, placeRows)
        report.sections = [
            .init(language("Ensemble", "In all"), overview),
            .init(language("Où sont les lignes", "Where the rows are"), [.table(places), .table(extents)]),
        ]
        if list.hasCommune {
            report.sections.append(
                .init(
                    language("Par commune", "By commune"),
                    [.table(grouped("by_commune", language("Commune", "Commune"), \.commune))]))
        }
        if list.hasYear {
            report.sections.append(
                .init(language("Par année", "By year"), [.table(grouped("by_year", language("Année", "Year"), \.year))])
            )
        }
        let partial = list.rows.indices.filter { audit.findings[$0].extent == .partial }
        let open = list.rows.indices.filter {
            [.undecided, .ambiguous, .notLocated].contains(audit.findings[$0].extent)
        }
        let lists = [
            rows("partial", language("Lignes en partie dans un périmètre", "Rows partly inside a perimeter"), partial),
            rows("open", language("Lignes sans réponse", "Rows without an answer"), open),
            rows(
                "commune_mismatches",
                language("Commune déclarée autre que celle trouvée", "Declared commune other than the one found"),
                audit.mismatches),
            ReportTable.faults(list.faults, language: language),
        ].compactMap { $0 }
        if !lists.isEmpty {
            report.sections.append(.init(language("À vérifier", "To be checked"), lists.map { .table($0) }))
        }
        return report
    }

    private var overview: [Report.Block] {
        let all = audit.totals()
        var figures: [(label: String, value: ReportCell, note: String)] = [
            (language("Lignes", "Rows"), .count(all.rows), ""),
            (
                language("Résidences distinctes", "Distinct residences"), .count(all.keys.count),
                language("même adresse dans la même commune", "same address in the same commune")
            ),
        ]
        if list.hasDwellings {
            figures.append((language("Logements", "Dwellings"), all.dwellings.count, note(all.dwellings)))
        }
        if list.hasAmount { figures.append((language("Montant", "Amount"), all.amount.euros, note(all.amount))) }
        return [
            .figures(figures),
            .paragraph(
                language(
                    "Logements et montants sont ceux des lignes, tels qu'écrits ; ils ne sont jamais répartis entre les adresses d'une ligne. Une résidence qui revient sur plusieurs lignes compte ses logements à chaque ligne.",
                    "Dwellings and amounts are those of the rows, as written; they are never divided over the addresses of a row. A residence that comes in several rows counts its dwellings in each."
                )),
        ]
    }

    private func note(_ sum: StatedSum) -> String {
        let lacking = sum.silent + sum.unreadable
        guard lacking > 0 else { return "" }
        return language("cellules non lues, hors total : \(lacking)", "cells not read, not in it: \(lacking)")
    }

    private var placeColumns: [ReportTable.Column] {
        [.init("code", "Code"), .init("place", language("Périmètre", "Perimeter"))]
    }

    private var placeRows: [(cells: [ReportCell], totals: ResidenceAudit.Totals)] {
        let totals = audit.totalsByPlace
        let perimeters = audit.atlas.perimeters.indices.map(ResidencePlace.perimeter).filter { totals[$0] != nil }
        return (perimeters + ResidencePlace.others).map { place in
            var code = ReportCell.empty
            if case .perimeter = place { code = .text(place.name(in: audit.atlas)) }
            return ([code, .text(place.title(in: audit.atlas, language))], totals[place] ?? .init())
        }
    }

    private func table(
        _ name: String, _ title: String, first: [ReportTable.Column],
        _ rows: [(cells: [ReportCell], totals: ResidenceAudit.Totals)]
    ) -> ReportTable {
        var table = ReportTable(name: name, title: title, columns: first + totalColumns)
        table.rows = rows.map { ReportTable.Row($0.cells + cells($0.totals)) }
        let blank = [ReportCell](repeating: .empty, count: first.count - 1)
        table.rows.append(
            .init([.text(language("Total", "Total"))] + blank + cells(audit.totals()), role: .total))
        if rows.reduce(0, { $0 + $1.totals.keys.count }) > list.residences {
            table.notes.append(
                language(
                    "Une résidence qui a des lignes dans plusieurs cases compte une fois dans chacune, et une fois au total.",
                    "A residence that has rows in several places counts once in each, and once in the total."))
        }
        return table
    }

    private var totalColumns: [ReportTable.Column] {
        [.init("rows", language("Lignes", "Rows")), .init("residences", language("Résidences", "Residences"))]
            + (list.hasDwellings ? [.init("dwellings", language("Logements", "Dwellings"))] : [])
            + (list.hasAmount ? [.init("amount_eur", language("Montant", "Amount"))] : [])
    }

    private func cells(_ totals: ResidenceAudit.Totals) -> [ReportCell] {
        [.count(totals.rows), .count(totals.keys.count)] + (list.hasDwellings ? [totals.dwellings.count] : [])
            + (list.hasAmount ? [totals.amount.euros] : [])
    }

    private var extents: ReportTable {
        let all = Array(list.rows.indices)
        return table(
            "by_extent", language("Part des adresses dans un périmètre", "How many addresses are in a perimeter"),
            first: [.init("extent", language("Adresses dans un périmètre", "Addresses in a perimeter"))],
            ResidenceExtent.allCases.map { extent in
                ([.text(extent.title(language))], audit.totals(of: all.filter { audit.findings[$0].extent == extent }))
            })
    }

    /// Totals by what the rows state, and within each by where they are.
    private func grouped(
        _ name: String, _ title: String, _ stated: (ResidenceList.Row) -> String
    ) -> ReportTable {
        var groups: [String: [Int]] = [:]
        for index in list.rows.indices { groups[ColumnNames.fold(stated(list.rows[index])), default: []].append(index) }
        var table = ReportTable(
            name: name, title: title, columns: [.init(name == "by_year" ? "year" : "commune", title)] + totalColumns)
        if list.hasAmount {
            let group = language("Montant, selon les adresses dans un périmètre", "Amount, by addresses in a perimeter")
            table.columns += ResidenceExtent.allCases.map {
                .init("amount_eur_\($0.rawValue)", $0.title(language), group: group)
            }
        }
        func row(_ label: String, role: ReportTable.Row.Role, _ rows: [Int]) -> ReportTable.Row {
            let parts = ResidenceExtent.allCases.map { extent in
                audit.totals(of: rows.filter { audit.findings[$0].extent == extent }).amount.euros
            }
            return .init([.text(label)] + cells(audit.totals(of: rows)) + (list.hasAmount ? parts : []), role: role)
        }
        for (key, rows) in groups.sorted(by: { $0.key < $1.key }) {
            let label = key.isEmpty ? language("non indiqué", "not stated") : stated(list.rows[rows[0]])
            table.rows.append(row(label, role: .body, rows))
        }
        table.rows.append(row(language("Total", "Total"), role: .total, Array(list.rows.indices)))
        return table
    }

    /// Single rows with what was found; nil without any.
    private func rows(_ name: String, _ title: String, _ indices: [Int]) -> ReportTable? {
        guard !indices.isEmpty else { return nil }
        var table = ReportTable(
            name: name, title: title,
            columns: [
                .init("line", language("Ligne", "Line")), .init("residence", language("Adresse", "Address")),
                .init("commune", language("Commune déclarée", "Declared commune")),
                .init("communes_found", language("Commune trouvée", "Commune found")),
                .init("place", language("Dans un périmètre", "In a perimeter")),
                .init("codes", language("Périmètres", "Perimeters")),
                .init("addresses", language("Adresses", "Addresses")),
                .init("addresses_inside", language("dont dans un périmètre", "of which inside")),
            ] + totalColumns.dropFirst(2))
        table.rows = indices.map { index in
            let (row, finding) = (list.rows[index], audit.findings[index])
            var totals = ResidenceAudit.Totals()
            totals.add(row)
            return .init(
                [
                    .count(row.line), .text(row.text), .text(row.commune),
                    .text(finding.communes.joined(separator: ", ")), .text(finding.extent.title(language)),
                    .text(finding.perimeters.map { audit.atlas.perimeters[$0].code }.joined(separator: ", ")),
                    .count(finding.addresses), .count(finding.inside),
                ] + cells(totals).dropFirst(2))
        }
        return table
    }
}
