package import Tables
package import Wording

extension CellFault {
    /// How a report names the kind.
    package func title(_ language: Language) -> String {
        switch kind {
        case .empty: language("vide", "empty")
        case .notStated: language("non communiqué", "not stated")
        case .unreadable: language("illisible", "unreadable")
        }
    }
}

extension ReportTable {
    /// The cells that hold no number, one a row; nil when all do.
    package static func faults(_ faults: [CellFault], language: Language) -> ReportTable? {
        guard !faults.isEmpty else { return nil }
        var table = ReportTable(
            name: "unread_cells", title: language("Cellules sans nombre lisible", "Cells without a readable number"),
            columns: [
                Column("line", language("Ligne", "Line")), Column("column", language("Colonne", "Column")),
                Column("kind", language("Pourquoi", "Why")), Column("text", language("Contenu", "Content")),
            ])
        table.rows = faults.map { fault in
            Row([.count(fault.line), .text(fault.column), .text(fault.title(language)), .text(fault.text)])
        }
        table.notes = [
            language(
                "Ces cellules ne comptent pour rien, et jamais pour zéro.",
                "These cells count as nothing, and never as zero.")
        ]
        return table
    }
}
