/// A cell of a column of numbers that holds none.
public struct CellFault: Sendable, Equatable {
    /// Why it counts as nothing.
    public enum Kind: String, Sendable, CaseIterable {
        /// Nothing stands there.
        case empty
        /// It says that it is not known: `NC`.
        case notStated = "not_stated"
        /// It cannot be read as a number.
        case unreadable
    }

    /// Why it counts as nothing.
    public var kind: Kind
    /// The name of the column.
    public var column: String
    /// The line of the file, from 1.
    public var line: Int
    /// What stands there.
    public var text: String

    /// The fault of a cell; nil when it holds a number that is no percentage.
    init?(_ cell: CellNumber, text: String, column: String, line: Int) {
        switch cell {
        case .number(.some, _): return nil
        case .empty: kind = .empty
        case .notStated: kind = .notStated
        case .number(nil, _), .unreadable: kind = .unreadable
        }
        (self.column, self.line, self.text) = (column, line, text)
    }

    /// How a report names the kind.
    func title(_ language: Language) -> String {
        switch kind {
        case .empty: language("vide", "empty")
        case .notStated: language("non communiqué", "not stated")
        case .unreadable: language("illisible", "unreadable")
        }
    }
}

extension ReportTable {
    /// The cells that hold no number, one a row; nil when all do.
    static func faults(_ faults: [CellFault], language: Language) -> ReportTable? {
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
