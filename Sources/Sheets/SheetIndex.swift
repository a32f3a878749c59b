import Perimeters
import Planar
public import Provenance
public import Reports
import Wording

/// The page that leads to all sheets of a folder.
public struct SheetIndex: Sendable {
    private let book: SheetBook
    private let names: [String]
    private var table: ReportTable
    private var addresses: [String: ReportCell] = [:]

    /// An index of sheets whose files have these names.
    public init(_ book: SheetBook, names: [String]) {
        self.book = book
        self.names = names
        let language = book.inputs.language
        table = ReportTable(
            name: "sheets", title: language("Une fiche par périmètre", "One sheet a perimeter"),
            columns: [
                .init("name", language("Nom", "Name")), .init("code", "Code"),
                .init("communes", language("Communes", "Communes")),
                .init("area_ha", language("Superficie (ha)", "Area (ha)")),
            ])
        if book.inputs.gazetteer != nil {
            table.columns.append(.init("addresses_inside", language("Adresses dedans", "Addresses inside")))
        }
    }

    /// Tells what a sheet found.
    public mutating func add(code: String, addresses: ReportCell) { self.addresses[code] = addresses }

    /// The page.
    public func report(_ provenance: Provenance) -> Report {
        let language = book.inputs.language
        var table = table
        for (perimeter, name) in zip(book.perimeters, names) {
            let hasSheet = !perimeter.shape.isEmpty
            var row = ReportTable.Row([
                .text(perimeter.name.isEmpty ? perimeter.code : perimeter.name), .text(perimeter.code),
                .text(perimeter.communes.map { $0.name.isEmpty ? $0.code : $0.name }.joined(separator: ", ")),
                hasSheet ? .number(perimeter.area / 10_000, decimals: 1) : .unknown,
            ])
            if book.inputs.gazetteer != nil { row.cells.append(addresses[perimeter.code] ?? .unknown) }
            if hasSheet { row.link = "\(name).html" }
            table.rows.append(row)
        }
        let without = book.perimeters.count { $0.shape.isEmpty }
        if without > 0 {
            table.notes.append(
                language(
                    "Sans fiche, faute de tracé utilisable : \(without).",
                    "Without a sheet, since the shape cannot be used: \(without)."))
        }
        var report = Report(
            title: language("Fiches des quartiers", "Sheets of the perimeters"),
            subtitle: SheetSources(book, language).name(.perimeters), language: language, provenance: provenance)
        report.sections = [.init(language("Quartiers", "Perimeters"), [.table(table)])]
        return report
    }
}
