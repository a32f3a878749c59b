import Comparing
import Coverage
import Foundation
import Interchange
import Perimeters
public import Provenance
public import Reports
package import Wording

/// Lays a sheet out as a page.
public struct SheetReport: Sendable {
    /// Earlier perimeters in the table of a page.
    static let mostChanges = 4

    package let sheet: Sheet
    package let book: SheetBook
    package let earlier: EarlierSheet?
    package let language: Language

    /// - Parameter earlier: the sheet to compare with; nil for none.
    public init(_ sheet: Sheet, of book: SheetBook, since earlier: EarlierSheet? = nil) {
        self.sheet = sheet
        self.book = book
        self.earlier = earlier
        language = sheet.language
    }

    /// The page.
    public func report(_ provenance: Provenance) -> Report {
        let perimeter = sheet.perimeter
        let name = perimeter.name.isEmpty ? perimeter.code : perimeter.name
        let communes = perimeter.communes.map { commune in
            commune.name.isEmpty || commune.code.isEmpty
                ? commune.name + commune.code : "\(commune.name) (\(commune.code))"
        }
        let identity = [
            perimeter.code, perimeter.kind.title(language),
            perimeter.vintage.map { language("millésime \($0)", "vintage \($0)") } ?? "",
            communes.joined(separator: ", "),
        ]
        var report = Report(
            title: name, subtitle: identity.filter { !$0.isEmpty }.joined(separator: " – "), language: language,
            provenance: provenance)
        report.layout = .sheet
        var first = Report.Section(language("Le quartier", "The perimeter"))
        first.isBeside = true
        if let map = sheet.map { first.blocks.append(.drawing(map)) }
        first.blocks.append(.table(figures))
        report.sections = [first]
        if let places { report.sections.append(.init(places.title, [.table(places)])) }
        if let changes { report.sections.append(.init(changesTitle, [.table(changes)])) }
        report.sections.append(
            .init(
                language("Sources", "Sources"),
                [.list(sheet.notes + SheetSources(book, language).lines(sheet.perimeter, since: earlier))]))
        return report
    }

    /// The columns of a value and, with an earlier sheet, of its earlier value and the change.
    private func valueColumns(_ name: String, _ title: String) -> [ReportTable.Column] {
        guard let earlier else { return [.init(name, title)] }
        let other = earlier.code == sheet.perimeter.code ? nil : earlier.code
        let which = [other, earlier.vintage.map(String.init)].compactMap { $0 }.joined(separator: ", ")
        let brackets = which.isEmpty ? "" : " (\(which))"
        return [
            .init(name, title), .init("previous", language("Précédent\(brackets)", "Previous\(brackets)")),
            .init("change", language("Évolution", "Change")),
        ]
    }

    private func valueCells(_ figure: SheetFigure) -> [ReportCell] {
        guard let earlier else { return [figure.value] }
        let before = earlier.value(of: figure)
        return [figure.value, before, figure.value.change(since: before)]
    }

    /// The figures by what they rest on.
    private var figures: ReportTable {
        var table = ReportTable(
            name: "figures", title: language("Chiffres", "Figures"),
            columns: [.init("figure", language("Indicateur", "Figure"))]
                + valueColumns("value", language("Valeur", "Value"))
        )
        let sources = SheetSources(book, language)
        for source in SheetFigure.Source.allCases where source != .places {
            let here = sheet.figures.filter { $0.source == source }
            guard !here.isEmpty else { continue }
            table.rows.append(
                .init([.text(sources.name(source))] + table.columns.dropFirst().map { _ in .empty }, role: .subtotal))
            for figure in here { table.rows.append(.init([.text(figure.label)] + valueCells(figure))) }
        }
        return table
    }

    /// One row a category: those with places near first, in the order of the file's categories.
    private var places: ReportTable? {
        guard let coverage = book.coverage else { return nil }
        let rows = sheet.placeRows
        var table = ReportTable(
            name: "places", title: SheetSources(book, language).name(.places),
            columns: [.init("category", language("Catégorie", "Category"))]
                + rows[0].enumerated().flatMap { rank, figure in
                    rank == 0 ? valueColumns(figure.name, figure.label) : [.init(figure.name, figure.label)]
                })
        func row(_ figures: [SheetFigure], _ label: String, _ role: ReportTable.Row.Role) -> ReportTable.Row {
            .init([.text(label)] + valueCells(figures[0]) + figures.dropFirst().map(\.value), role: role)
        }
        let known = coverage.places.listedCategories
        guard rows.count > 1 else {
            let name = known.first ?? ""
            let label = name.isEmpty ? language("lieux", "places") : name
            table.rows = [row(rows[0], "\(Sheet.letter(0)) – \(label)", .body)]
            return table
        }
        for rank in sheet.shownCategories {
            let name = known[rank].isEmpty ? language("sans catégorie", "no category") : known[rank]
            let letter = Sheet.letter(rank)
            table.rows.append(row(rows[rank + 1], letter.isEmpty ? name : "\(letter) – \(name)", .body))
        }
        table.rows.append(row(rows[0], language("Ensemble", "All"), .total))
        let left = known.count - sheet.shownCategories.count
        if left > 0 {
            table.notes.append(
                language.say(
                    left,
                    (
                        "# autre catégorie : voir le fichier JSON de la fiche.",
                        "# autres catégories : voir le fichier JSON de la fiche."
                    ),
                    (
                        "# other category: see the JSON file of the sheet.",
                        "# other categories: see the JSON file of the sheet."
                    )))
        }
        return table
    }

    private var changesTitle: String {
        let earlier = SheetSources(book, language).earlierName
        return language("Ce qui a changé depuis : \(earlier)", "What changed since: \(earlier)")
    }

    private var changes: ReportTable? {
        guard let changes = sheet.changes else { return nil }
        let isCounted = book.crosswalkAddresses != nil
        let area = language("Part de la superficie", "Share of the area")
        let addresses = language("Part des adresses", "Share of the addresses")
        let old = language("de l’ancien, gardée", "of the old one, kept"),
            new = language("de l’actuel, reprise", "of this one, taken over")
        var table = ReportTable(
            name: "changes", title: SheetSources(book, language).earlierName,
            columns: [
                .init("old", language("Ancien périmètre", "Old perimeter")),
                .init("relation", language("Devenir", "Relation")),
                .init("share_of_old", old, group: area), .init("share_of_new", new, group: area),
            ]
                + (isCounted
                    ? [
                        .init("addresses_share_of_old", old, group: addresses),
                        .init("addresses_share_of_new", new, group: addresses),
                    ] : []))
        func cell(_ share: Double?) -> ReportCell { share.map { .share($0) } ?? .empty }
        // What is linked, the larger part first; then that there is none; then slivers.
        func rank(_ change: SheetChange) -> Int { change.relation.isLink ? 0 : change.old == nil ? 1 : 2 }
        let ordered = changes.sorted { a, b in
            rank(a) != rank(b) ? rank(a) < rank(b) : (a.areaOfNew ?? 0) > (b.areaOfNew ?? 0)
        }
        for change in ordered.prefix(Self.mostChanges) {
            let name = change.old.map { "\($0.code) \($0.name)" } ?? language("aucun", "none")
            table.rows.append(
                .init(
                    [
                        .text(name), .text(change.relation.title(language)), cell(change.areaOfOld),
                        cell(change.areaOfNew),
                    ] + (isCounted ? [cell(change.addressesOfOld), cell(change.addressesOfNew)] : [])))
        }
        let left = ordered.count - Self.mostChanges
        if left > 0 {
            table.notes.append(
                language.say(
                    left,
                    (
                        "# autre recouvrement : voir le fichier JSON de la fiche.",
                        "# autres recouvrements : voir le fichier JSON de la fiche."
                    ),
                    (
                        "# other overlap: see the JSON file of the sheet.",
                        "# other overlaps: see the JSON file of the sheet."
                    )
                ))
        }
        return table
    }
}

extension PerimeterKind {
    /// What a sheet calls it.
    package func title(_ language: Language) -> String {
        switch self {
        case .qpv: language("quartier prioritaire (QPV)", "priority neighbourhood (QPV)")
        case .qva: language("quartier de veille active (QVA)", "neighbourhood under watch (QVA)")
        case .territoireVecu: language("territoire vécu", "territoire vécu")
        case .npnru: language("quartier du NPNRU", "NPNRU neighbourhood")
        case .zfu: language("zone franche urbaine (ZFU)", "enterprise zone (ZFU)")
        case .other: language("périmètre", "perimeter")
        }
    }
}
