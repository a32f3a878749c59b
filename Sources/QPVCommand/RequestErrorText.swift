import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService

extension RequestError {
    /// The error as a compiler writes it: what is wrong, where, what there is, and which option helps.
    var text: String {
        if let text = libraryText { return text }
        var text = "error: \(message)"
        if let place { text += "\n  --> \(place)" }
        for note in evidence + remedies(options) { text += "\n  = \(note)" }
        return text
    }

    /// What a library says of its own fault, with the option that helps; nil when there is none.
    private var libraryText: String? {
        switch subject {
        case .interchange(let error):
            (ExcerptOption.isGiven ? error.fullDescription : error.description)
                + (error.remedy.map { "\n  = \($0.advice)" } ?? "")
        case .perimeters(.severalLayers(let found, let file)):
            "error: \(severalLayers(found))\n  --> \(file)"
                + PerimeterError.shown(found).map { "\n  = \($0)" }.joined()
        case .perimeters(let error): "\(error)" + Self.advice(on: error)
        case .layers(let error): "\(error)" + Self.advice(on: error)
        case .table(let error): error.text
        case .gazetteer(let error): "\(error)" + Self.advice(on: error)
        case .topology(let error): "\(error)"
        case .geodesy(let error): "\(error)"
        case .columns(let fault) where place == nil: "error: \(fault)" + ColumnFaultText.advice(on: fault)
        default: nil
        }
    }

    private static func advice(on error: PerimeterError) -> String {
        switch error {
        case .emptyCode: "\n  = fill it, or name another field with --code-field"
        case .noCode: "\n  = name the field with --code-field"
        default: ""
        }
    }

    private static func advice(on error: GazetteerError) -> String {
        switch error {
        case .damaged, .version: "\n  = build it again with `qpv gazetteer build`"
        case .missingColumn, .empty: ""
        }
    }

    private static func advice(on error: LayersError) -> String {
        switch error {
        case .severalVintages: "\n  = choose with --on DATE what was in force, or with --vintage"
        case .severalVintagesInForce: "\n  = correct the dates, or choose with --vintage"
        case .nothingInForce: "\n  = give the files of all vintages with --perimeters"
        default: ""
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
            case .giveDegrees: "give the file in longitude and latitude (WGS 84)"
            case .validatePerimeters(let file): "see qpv perimeters validate \(file)"
            case .saveAsFile: "addresses are read more than once: save them as a file first"
            case .acceptDifferencing: "--accept-differencing publishes all the same, and the output says so"
            case .audit: "--rows takes what qpv audit wrote"
            case .auditWith(let file): "audit the file with \(file)"
            case .advice(let sentence): sentence
            case .nameAddressColumns, .nameCoordinateColumns, .namePlaceColumns, .nameVerdictColumn, .nameLayer,
                .nameCodeField, .chooseDay, .chooseVintages, .giveAllVintages, .nameScopeColumn, .auditPositions:
                nil
            }
        }
    }
}

extension TableNote.Remedy {
    /// The option that chooses.
    fileprivate var advice: String {
        switch self {
        case .chooseSheet: "name one with --sheet"
        case .chooseHeaderRow: "name it with --header-row"
        case .raiseLimit(let bound): bound.advice
        }
    }
}

extension ReadingLimits.Bound {
    /// How a user raises the limit.
    var advice: String { "raise it with \(LimitVariable.name)=\(rawValue)=NUMBER" }
}

extension TableNote {
    /// The sentence, with the option that chooses otherwise.
    var sentence: String {
        switch remedy {
        case .chooseSheet: "\(text); --sheet chooses"
        case .chooseHeaderRow: "\(text) (--header-row says otherwise)"
        case .raiseLimit(let bound): "\(text); \(bound.advice)"
        case nil: text
        }
    }
}

extension RequestError.FileRole {
    /// The option that states something of this file.
    func option(_ what: String) -> String {
        switch self {
        case .perimeters: "--perimeters-\(what)"
        case .older: "--old-\(what)"
        case .newer: "--new-\(what)"
        case .places: "--places-\(what)"
        case .input: "--\(what)"
        }
    }
}
