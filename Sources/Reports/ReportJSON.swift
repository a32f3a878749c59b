import Interchange
import Provenance
import Wording

/// A report as values with stable names: counts and shares as they are, nothing rounded, nothing translated but the texts.
///
/// A cell that has no value is null, and `status` of its row says why: `suppressed`, `unknown`; an empty cell is null alone. Shares
/// and points are fractions of 1, euros and measures numbers.
enum ReportJSON {
    static func value(of report: Report) -> JSONValue {
        [
            "title": .string(report.title), "subtitle": .string(report.subtitle),
            "language": .string(report.language.rawValue), "sections": .array(report.sections.map(value)),
            "provenance": report.provenance.published,
        ]
    }

    private static func value(of section: Report.Section) -> JSONValue {
        ["title": .string(section.title), "blocks": .array(section.blocks.map(value))]
    }

    private static func value(of block: Report.Block) -> JSONValue {
        switch block {
        case .paragraph(let text): ["type": "paragraph", "text": .string(text)]
        case .notice(let text): ["type": "notice", "text": .string(text)]
        case .list(let items): ["type": "list", "items": .array(items.map { .string($0) })]
        case .figures(let figures):
            [
                "type": "figures",
                "figures": .array(
                    figures.map { figure in
                        var members: JSONObject = ["label": .string(figure.label), "value": value(of: figure.value)]
                        members["status"] = status(of: figure.value)
                        members["note"] = figure.note.isEmpty ? nil : .string(figure.note)
                        return .object(members)
                    }),
            ]
        case .table(let table): value(of: table)
        case .chart(let chart): value(of: chart)
        case .drawing(let drawing):
            [
                "type": "drawing", "title": .string(drawing.title),
                "words": .array(drawing.words.map { .string($0) }),
            ]
        }
    }

    private static func value(of table: ReportTable) -> JSONValue {
        [
            "type": "table", "name": .string(table.name), "title": .string(table.title),
            "columns": .array(
                table.columns.map { column in
                    [
                        "name": .string(column.name), "title": .string(column.title),
                        "group": column.group.isEmpty ? .null : .string(column.group),
                    ]
                }),
            "rows": .array(table.rows.map { value(of: $0, table.columns) }),
            "notes": .array(table.notes.map { .string($0) }),
        ]
    }

    private static func value(of row: ReportTable.Row, _ columns: [ReportTable.Column]) -> JSONValue {
        let cells = columns.enumerated().map { (name: $1.name, cell: row.cell($0)) }
        var members: JSONObject = [
            "role": .string("\(row.role)"),
            "values": .object(JSONObject(cells.map { .init($0.name, value(of: $0.cell)) })),
        ]
        let statuses = cells.compactMap { cell in status(of: cell.cell).map { JSONObject.Member(cell.name, $0) } }
        if !statuses.isEmpty { members["status"] = .object(JSONObject(statuses)) }
        return .object(members)
    }

    private static func value(of cell: ReportCell) -> JSONValue {
        switch cell.sound {
        case .empty, .suppressed, .unknown: .null
        case .text(let text): .string(text)
        case .count(let count): JSONValue(count)
        case .share(let value), .points(let value), .euros(let value), .number(let value, _),
            .difference(let value, _):
            JSONValue(value)
        }
    }

    private static func status(of cell: ReportCell) -> JSONValue? {
        switch cell.sound {
        case .suppressed: "suppressed"
        case .unknown: "unknown"
        default: nil
        }
    }

    private static func value(of chart: ReportChart) -> JSONValue {
        func number(_ value: Double?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
        func count(_ value: Int?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
        switch chart {
        case .shares(let title, let items, let target):
            return [
                "type": "chart", "chart": "shares", "title": .string(title), "target": number(target),
                "items": .array(
                    items.map {
                        [
                            "label": .string($0.label), "share": number($0.share),
                            "lower_bound": number($0.bounds?.lowerBound), "upper_bound": number($0.bounds?.upperBound),
                        ]
                    }),
            ]
        case .pyramid(let title, let bands):
            return [
                "type": "chart", "chart": "pyramid", "title": .string(title),
                "bands": .array(
                    bands.map {
                        [
                            "label": .string($0.label), "women": count($0.women?.all),
                            "women_inside": count($0.women?.inside), "men": count($0.men?.all),
                            "men_inside": count($0.men?.inside),
                        ]
                    }),
            ]
        case .parts(let title, let classes, let items):
            return [
                "type": "chart", "chart": "parts", "title": .string(title),
                "classes": .array(classes.map { .string($0) }),
                "items": .array(
                    items.map { ["label": .string($0.label), "counts": .array($0.counts.map(count))] }),
            ]
        }
    }
}
