import QPVKit
import QPVService

extension RequestError {
    /// What is wrong, in a line.
    var message: String {
        switch subject {
        case .outputReplacesInput: "the output would replace an input"
        case .outputsMeet(.any): "two outputs would be one file"
        case .outputsMeet(.crosswalkAndDifferences):
            "--output and --geojson would be one file, or the provenance of one the other"
        case .outputsMeet(.gapsAndAddresses): "--gaps and --gap-addresses would be one file"
        case .outputsAtOnce: "--json and another output cannot both be standard output"
        case .rowsWithoutOutput: "--audit needs --output, where the rows go"
        case .gapAddressesWithoutAddresses: "--gap-addresses lists addresses: not with --points or --area-only"
        case .unknownReportFormat: "a report ends with .html, .md, .csv, .json or .xlsx"
        case .noSuchTable(let name, _): "the report has no table \(name)"
        case .figuresReplaceFile: "the figures would replace a file that is no sheet of qpv sheet"
        case .noProvenance: "there is no provenance of the output"
        case .noOutputsStated: "the provenance does not state the SHA-256 of any output"
        case .streamNotFile: "expected a file, this is a stream"
        case .sampleForRealFiles:
            "no gazetteer for these perimeters: name one with --gazetteer, or give columns of coordinates"
        case .noData(let item, _, _): "no \(item.rawValue): name a file with --\(item.rawValue)"
        case .columns(let fault): ColumnFaultText.message(fault)
        case .statistics(let fault): fault.sentence
        case .disclosure(let fault): fault.description
        case .differencing(let count):
            "compared with what was published earlier, \(counted(count, "count")) would tell a small number of persons"
        case .auditedAlready: "the file is audited already: perimeters are for files that are not"
        case .noCodeColumn(let verdicts): "no column of codes belongs to \(verdicts)"
        case .rowsInsideOther(nil): "rows are inside, and no code says where"
        case .rowsInsideOther(let code?): "rows are inside \(code), which is none of the perimeters"
        case .notASheet: "this is no sheet of qpv sheet"
        case .notStatistics: "this is no report of qpv stats"
        case .oneSheetOfAll: "with --all, --previous is the folder of the earlier sheets"
        case .severalPerimeterFiles: "give --perimeters once"
        case .unknownCRS(let name): PerimeterError.unknown(crs: name)
        case .severalLayers(let found): severalLayers(found)
        case .nothingUsable(let issue): "no perimeter of the file can be used: \(issue.message)"
        case .notConvertible(let count, let first):
            "\(counted(count, "perimeter")) cannot be converted; \(first.perimeter): \(first.message)"
        case .notQPV2024: "--insee is for the QPV of 2024: its columns are named after them"
        case .ruleNeedsAddresses(let rule): "the rule \(rule.rawValue) needs addresses, not positions"
        case .ruleNeedsKind(let rule, let kind):
            "the rule \(rule.rawValue) is about perimeters of kind \(kind.rawValue): give them with --perimeters "
                + "\(kind.rawValue)=FILE"
        case .groupNeedsAddresses: "a group made of addresses needs addresses, not positions"
        case .perimeterName(let text, let commune, let isAmbiguous, _):
            isAmbiguous
                ? "several perimeters\(Self.of(commune)) may be meant by \"\(text)\""
                : "no perimeter\(Self.of(commune)) means \"\(text)\""
        case .shapeUnusable(let code): "the shape of \(code) cannot be used"
        case .noPerimeterIn(let commune, let ofSeveral):
            ofSeveral ? "no perimeter is in a commune \(commune)" : "no perimeter is in \"\(commune)\""
        case .noPlaceColumns: "no columns hold coordinates or an address"
        case .noSuchCategory(let name, _): "no place is of the category \"\(name)\""
        case .noPlace: "there is no place in the file"
        case .noPlaceLocated: "none of the places could be located"
        case .noPlaceOpen(let date, _, _, _): "no place is known to be open" + (date.map { " on \($0)" } ?? "")
        case .difference(let perimeters, _):
            "the shapes of \(perimeters.joined(separator: ", ")) cannot be laid over one another"
        case .cancelled: "cancelled"
        case .interchange, .perimeters, .layers, .table, .gazetteer, .topology, .geodesy: ""
        }
    }

    private static func of(_ commune: String?) -> String { commune.map { " of \($0)" } ?? "" }

    /// - Parameter found: the layers of the file.
    func severalLayers(_ found: [String]) -> String {
        var role = FileRole.input
        for case .nameLayer(let named) in remedies { role = named }
        return "there are \(found.count) layers in the file: name one with \(role.option("layer"))"
    }

    /// What there is.
    var evidence: [String] {
        switch subject {
        case .noSuchTable(_, let tables): ["its tables are \(tables.joined(separator: ", "))"]
        case .noData(_, let installed, let sample): ["looked for \(installed) and for the sample, geodata/\(sample)"]
        case .columns(let fault): ColumnFaultText.evidence(fault)
        case .severalLayers(let found): PerimeterError.shown(found)
        case .perimeterName(_, _, _, let candidates): shortList(candidates.map { "\($0.code) \($0.name)" })
        case .noPlaceColumns:
            ["looked for lon and lat, x and y, or adresse with code_postal and commune"]
        case .noSuchCategory(_, let known): ["categories of the file: \(known.joined(separator: ", "))"]
        case .noPlaceLocated(let reasons): reasons.map { "\($0.rawValue): \($0.sentence)" }
        case .noPlaceOpen(_, let notOpen, let undated, let notLocated):
            [(notOpen, "not open"), (undated, "with a date that cannot be read"), (notLocated, "not located")]
                .filter { $0.0 > 0 }.map { counted($0.0, "place") + " " + $0.1 }
        case .difference(_, let reason): [reason]
        default: []
        }
    }
}
