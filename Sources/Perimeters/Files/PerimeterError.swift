/// A file that can be read, but is no file of perimeters.
public enum PerimeterError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file states a system that is not known; an empty name when it states none.
    case unknownCRS(String, file: String)
    /// There is no feature in it.
    case noPerimeters(file: String)
    /// None of its perimeters is in the départements asked for.
    case noneInDepartements([String], file: String)
    /// Perimeters of several kinds or vintages stand in it: counted together they would mean nothing.
    case mixed(what: String, found: [String], file: String)
    /// No field of this name holds a code in the feature at this place.
    case noCode(looked: [String], fields: [String], place: String)
    /// The field that holds the codes is empty in the feature at this place.
    case emptyCode(field: String, place: String)
    /// There is nothing in it that could be a layer; what an archive holds instead.
    case noLayer(file: String, found: [String])
    /// There is no layer of this name.
    case noSuchLayer(String, found: [String], file: String)
    /// There are several layers, and nothing says which is meant.
    case severalLayers([String], file: String)

    /// What the caller can do about an error.
    public enum Remedy: Sendable, Equatable {
        /// State the CRS of the coordinates.
        case stateCRS
        /// Name the layer.
        case nameLayer
        /// Name the field that holds the codes.
        case nameCodeField
        /// Fill the field that holds the codes, or name another one.
        case fillCodeField
    }

    /// What can be done, where something can.
    public var remedy: Remedy? {
        switch self {
        case .unknownCRS: .stateCRS
        case .severalLayers: .nameLayer
        case .noCode: .nameCodeField
        case .emptyCode: .fillCodeField
        default: nil
        }
    }

    /// What is wrong, in one sentence.
    public var message: String {
        switch self {
        case .unknownCRS(let name, _): Self.unknown(crs: name)
        case .mixed(let what, let found, _):
            "the file mixes \(what) \(found.joined(separator: ", ")), which are never counted together"
        case .noPerimeters: "no perimeter in the file"
        case .noneInDepartements(let departements, _):
            "no perimeter of the file is in the départements \(departements.joined(separator: ", "))"
        case .noLayer: "there is no layer of features in the file"
        case .noSuchLayer(let name, _, _): "there is no layer \"\(name)\" in the file"
        case .severalLayers(let found, _): "there are \(found.count) layers in the file"
        case .emptyCode(let field, _): "a perimeter has no code: its field \(field) is empty"
        case .noCode(let looked, let fields, _):
            "a perimeter has no code: looked for \(looked.joined(separator: ", ")); the feature has "
                + (fields.isEmpty ? "no fields" : fields.joined(separator: ", "))
        }
    }

    /// The file, with the line where there is one.
    public var place: String {
        switch self {
        case .unknownCRS(_, let place), .noPerimeters(let place), .noneInDepartements(_, let place),
            .mixed(_, _, let place), .noCode(_, _, let place), .emptyCode(_, let place), .noLayer(let place, _),
            .noSuchLayer(_, _, let place), .severalLayers(_, let place):
            place
        }
    }

    /// What there is instead, a line each.
    public var notes: [String] {
        switch self {
        case .mixed: ["put each in a file of its own"]
        case .noneInDepartements: ["they are told by what the INSEE codes of its communes begin with"]
        case .noLayer(_, let found), .noSuchLayer(_, let found, _), .severalLayers(let found, _): Self.shown(found)
        case .unknownCRS, .noPerimeters, .emptyCode, .noCode: []
        }
    }

    /// What is wrong and where, as a compiler writes it.
    public var description: String {
        "error: \(message)\n  --> \(place)" + notes.map { "\n  = \($0)" }.joined()
    }

    /// What is wrong with a system of this name.
    public static func unknown(crs name: String) -> String {
        name.isEmpty ? "the file does not say what CRS its coordinates are in" : "the CRS \"\(name)\" is not known"
    }

    /// What there is, a note each; of many the first ones.
    public static func shown(_ names: [String]) -> [String] {
        names.sorted().prefix(20).map { "there is \($0)" }
            + (names.count > 20 ? ["and \(names.count - 20) more"] : [])
    }
}
