import Foundation
import Geodesy
import QPVKit
import QPVService

extension Note {
    /// The note as a line of standard error, or several.
    var text: String {
        // What came of the work is no remark on it.
        if case .sheetsWritten = self { return words }
        return "\(severity.rawValue): \(words)"
    }

    private var words: String {
        switch self {
        case .sampleUsed(let item, let path):
            "no --\(item.rawValue) given: using the fictional sample \(path)"
        case .gazetteerCompiled(let path, let addresses):
            "compiled \(path): \(addresses.grouped) addresses; to do it once, qpv gazetteer build \(path) -o ban.qpvg"
        case .gazetteerOfOtherLexicon(let path):
            "\(path) was compiled by another version, with other rules for spellings: addresses may go unfound, and none is sure\n"
                + "  = build it again with `qpv gazetteer build`"
        case .tableRead(let name, let dialect): "read \(name) as \(dialect)"
        case .workbookRead(let name, let sheet, let dialect):
            "read \(name), sheet “\(sheet)”; rows are written as \(dialect)"
        case .tableReading(let note): note.sentence
        case .placeDatesUnchecked(let sentence): "\(sentence) --on asks for one."
        case .perimeterReading(let sentence), .converterFault(let sentence),
            .mapReading(let sentence):
            sentence
        case .addressColumns(let names): "addresses from the columns \(names.joined(separator: ", "))"
        case .positionColumns(let names, let crs):
            "positions from the columns \(names.joined(separator: ", ")), in \(crs.name)"
        case .columnsUnread(let kind, let names, let makesUnsure): UnreadColumnText.words(kind, names, makesUnsure)
        case .columnsNotUsed(let names): "columns not used: \(names.joined(separator: ", "))"
        case .townNotNamed:
            "no column names the town: each street is looked for everywhere; name the columns with --address-columns"
        case .columnsRenamed(let first, let last, let count):
            count == 1
                ? "the file has a column of this name already: the new one is \(first)"
                : "the file has \(count) of the new columns already: the new ones are \(first) to \(last)"
        case .verdictColumn(let name): "verdicts from the column \(name): not audited again"
        case .statisticsColumn(let column): "\(column.role) from \(column.name)"
        case .residenceColumns(let columns): Self.list(columns) { "\($0.role) from the column \($0.name)" }
        case .actionColumns(let columns): Self.list(columns) { "\($0.role) from \($0.name)" }
        case .perimeterUnusable(let issue, let place):
            "\(issue.perimeter) cannot be used: \(issue.message)\n  --> \(place)"
        case .perimetersFaulty(let count, let file):
            "\(counted(count, "perimeter")) with faults, repaired where not valid: see qpv perimeters validate \(file)"
        case .kindsDiffer(let older, let newer):
            "the older file holds perimeters of the kind \(older.rawValue), the newer \(newer.rawValue)"
        case .kindUndated(let kind):
            "nobody says when perimeters of kind \(kind.rawValue) were in force: all are asked"
        case .noneInForce(let kind, let date):
            "no perimeter of kind \(kind.rawValue) was in force on \(date): all is outside of them"
        case .vintagesLacking(let lack):
            "no perimeter of kind \(lack.kind.rawValue) is of the vintage \(Self.list(lack.vintages)): "
                + "there are those of \(Self.list(lack.found))"
        case .layersAsked(let layers): layers.map(Self.account).joined(separator: "\nnote: ")
        case .territoriesMissing(let kind, let territories):
            "the perimeters of kind \(kind?.rawValue ?? "") in force on that day are not among the files in "
                + territories.map(\.name).joined(separator: ", ") + ": places there are uncertain"
        case .groundSpokenOf(let departements, let communes):
            departements.isEmpty && communes.isEmpty
                ? "the perimeters name no commune: no place is outside (--covers states the ground that they speak of)"
                : "the perimeters speak of "
                    + [("département", departements), ("commune", communes)].filter { !$0.1.isEmpty }
                    .map { "\(counted($0.1.count, $0.0)) (\(Self.few($0.1)))" }.joined(separator: " and ")
                    + " only: elsewhere no place is outside"
        case .countedOnly(let title): "counted are the perimeters of \(title) only"
        case .placesRead(let file, let columns):
            "places from \(file): " + (columns.isEmpty ? "points" : Self.list(columns) { "\($0.role) \($0.name)" })
        case .placesNotLocated(let count): "\(counted(count, "place")) not located: see the report"
        case .placesMissing(let places): Self.list(places, "not located")
        case .placesUndated(let places): Self.list(places, "left out for a date that cannot be read")
        case .personColumns(let file, let names):
            "\(file) has columns of persons (\(names.joined(separator: ", "))): "
                + "as places they are published with their names and positions"
        case .gapsUnknown(let count):
            "what no place covers is not known of \(counted(count, "perimeter")): left out of the gaps"
        case .rowsUnreadable(let place):
            "rows with a verdict or coordinates that cannot be read: they are counted as such\n  --> \(place) is the first"
        case .pointsPublished:
            "with --points each row is on the map as a point, perhaps a person and their home: not for publication"
        case .sheetsWritten(let count, let folder): "\(counted(count, "sheet")) in \(folder)"
        case .noEarlierSheet(let code, let folder): "no earlier sheet of \(code) in \(folder)"
        case .earlierSheetDiffers(let code, let file): "the earlier sheet is that of \(code): \(file)"
        case .publicationsComparable:
            "two publications of one table can be compared: their difference can tell small counts"
        case .rowsFaulty(let fault, let count, let lines):
            "\(counted(count, "row")): \(fault.title(.english)) (lines \(Self.list(lines))\(count > lines.count ? " …" : ""))"
        }
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }

    /// The first of some codes.
    private static func few(_ codes: [String]) -> String {
        let most = 5
        return codes.prefix(most).joined(separator: ", ") + (codes.count > most ? " …" : "")
    }

    private static func list(_ columns: [FoundColumn], _ text: (FoundColumn) -> String) -> String {
        columns.map(text).joined(separator: ", ")
    }

    /// A few lines with the reason; names may be those of persons.
    private static func list(_ places: [MissingPlace], _ what: String) -> String {
        let mostLines = 10
        var lines = ["\(counted(places.count, "place")) \(what)"]
        lines += places.prefix(mostLines).map { place in
            let fault = place.coordinateFault.map { " (\($0))" } ?? ""
            return "  --> \(place.place)" + (place.reason.map { ": \($0.rawValue)\(fault)" } ?? "")
        }
        if places.count > mostLines { lines.append("  and \((places.count - mostLines).grouped) more") }
        return lines.joined(separator: "\n")
    }

    private static func account(_ layer: LayerAccount) -> String {
        let files = layer.parts.map { part in
            let count = part.used == part.count ? part.count.grouped : "\(part.used.grouped) of \(part.count.grouped)"
            return "\(count) of \(part.source.path)"
        }
        return "\(layer.prefix)_: \(layer.title)" + (layer.date.map { " in force on \($0)" } ?? "") + ": "
            + files.joined(separator: ", ")
    }
}
