import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService
import Topology

extension RequestError {
    /// The error as a compiler writes it: what is wrong, where, what there is, and which option helps.
    var text: String {
        switch subject {
        case .interchange(let error): return "\(error)"
        case .perimeters(let error): return error.text
        case .layers(let error): return error.text
        case .table(let error): return error.text
        case .gazetteer(let error): return "\(error)"
        case .topology(let error): return "\(error)"
        case .geodesy(let error): return "\(error)"
        case .columns(let fault) where place == nil: return "error: \(fault.sentence)"
        default: break
        }
        var text = "error: \(message)"
        if let place { text += "\n  --> \(place)" }
        for note in evidence + remedies(options) { text += "\n  = \(note)" }
        return text
    }

    private var message: String {
        switch subject {
        case .outputReplacesInput: "the output would replace an input"
        case .outputsMeet(.any): "two outputs would be one file"
        case .outputsMeet(.crosswalkAndDifferences):
            "--output and --geojson would be one file, or the provenance of one the other"
        case .outputsMeet(.gapsAndAddresses): "--gaps and --gap-addresses would be one file"
        case .outputsAtOnce: "--json and another output cannot both be standard output"
        case .noSuchTable(let name, _): "the report has no table \(name)"
        case .figuresReplaceFile: "the figures would replace a file that is no sheet of qpv sheet"
        case .streamNotFile: "expected a file, this is a stream"
        case .noData(let item, _, _): "no \(item.rawValue): name a file with --\(item.rawValue)"
        case .columns(let fault): ColumnFaultText.message(fault)
        case .statistics(let fault): fault.sentence
        case .disclosure(let fault): fault.description
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

    private func severalLayers(_ found: [String]) -> String {
        var role = FileRole.input
        for case .nameLayer(let named) in remedies { role = named }
        return "there are \(found.count) layers in the file: name one with \(role.option("layer"))"
    }

    /// What there is.
    private var evidence: [String] {
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

    /// The options that name columns, as one remedy.
    private var options: String {
        let parts = remedies.flatMap { remedy -> [String] in
            switch remedy {
            case .nameAddressColumns: ["--address-columns"]
            case .nameCoordinateColumns: ["--lon and --lat", "or --x and --y"]
            case .namePlaceColumns: ["--place-column role=name"]
            case .nameVerdictColumn: ["--verdict-column"]
            default: []
            }
        }
        return parts.joined(separator: ", ")
    }

    private func remedies(_ options: String) -> [String] {
        if case .columns(let fault) = subject { return ColumnFaultText.remedies(fault, options: options) }
        return remedies.compactMap { remedy in
            switch remedy {
            case .stateCRS(let role): "state the CRS with \(role.option("crs"))"
            case .giveDegrees: "give the places in longitude and latitude (WGS 84)"
            case .validatePerimeters(let file): "see qpv perimeters validate \(file)"
            case .saveAsFile: "addresses are read more than once: save them as a file first"
            case .audit: "--rows takes what qpv audit wrote"
            case .auditWith(let file): "audit the file with \(file)"
            case .advice(let sentence): sentence
            case .nameAddressColumns, .nameCoordinateColumns, .namePlaceColumns, .nameVerdictColumn, .nameLayer: nil
            }
        }
    }
}

extension RequestError.FileRole {
    /// The option that states something of this file.
    fileprivate func option(_ what: String) -> String {
        switch self {
        case .perimeters: "--perimeters-\(what)"
        case .older: "--old-\(what)"
        case .newer: "--new-\(what)"
        case .places: "--places-\(what)"
        case .input: "--\(what)"
        }
    }
}

/// The words about columns that do not fit.
private enum ColumnFaultText {
    static func message(_ fault: ColumnError) -> String {
        switch fault {
        case .unknownColumn(let name, _): "no column is named \"\(name)\""
        case .ambiguousColumn(let name, let positions):
            "columns \(positions.map(String.init).joined(separator: " and ")) are both named \"\(name)\""
        case .noAddressColumns: "no column holds an address"
        case .noCoordinateColumns: "no columns hold coordinates"
        case .unknownCRS: fault.description
        }
    }

    /// What the file has, and what was looked for.
    static func evidence(_ fault: ColumnError) -> [String] {
        switch fault {
        case .unknownColumn(_, let header): [columns(header)]
        case .noAddressColumns(let header):
            [columns(header)] + looked([.address, .street, .housenumber, .postcode, .city, .citycode])
        case .noCoordinateColumns(let header): [columns(header)] + looked([.longitude, .latitude, .x, .y])
        case .ambiguousColumn, .unknownCRS: []
        }
    }

    /// - Parameter options: those that name other columns; empty when there are none.
    static func remedies(_ fault: ColumnError, options: String) -> [String] {
        switch fault {
        case .ambiguousColumn where !options.isEmpty: ["rename one, or name other columns with \(options)"]
        case .noAddressColumns: ["name the columns with \(options)"]
        case .noCoordinateColumns: ["name them with --lon and --lat, or --x and --y"]
        case .ambiguousColumn, .unknownColumn, .unknownCRS: []
        }
    }

    private static func columns(_ header: [String]) -> String {
        let shown = header.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return "columns of the file: " + (header.count > 40 ? "\(shown) and \(header.count - 40) more" : shown)
    }

    private static func looked(_ roles: [ColumnRole]) -> [String] {
        roles.map { "looked for \($0.rawValue): \($0.names.prefix(6).joined(separator: ", "))" }
    }
}
