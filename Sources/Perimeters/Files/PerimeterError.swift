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

    /// What is wrong and where, as a compiler writes it.
    public var description: String {
        switch self {
        case .unknownCRS(let name, let file):
            "error: \(Self.unknown(crs: name))\n  --> \(file)"
        case .mixed(let what, let found, let file):
            "error: the file mixes \(what) \(found.joined(separator: ", ")), which are never counted together\n  --> \(file)\n"
                + "  = put each in a file of its own"
        case .noPerimeters(let file):
            "error: no perimeter in the file\n  --> \(file)"
        case .noneInDepartements(let departements, let file):
            "error: no perimeter of the file is in the départements \(departements.joined(separator: ", "))\n  --> \(file)\n"
                + "  = they are told by what the INSEE codes of its communes begin with"
        case .noLayer(let file, let found):
            "error: there is no layer of features in the file\n  --> \(file)" + Self.list(found)
        case .noSuchLayer(let name, let found, let file):
            "error: there is no layer \"\(name)\" in the file\n  --> \(file)" + Self.list(found)
        case .severalLayers(let found, let file):
            "error: there are \(found.count) layers in the file\n  --> \(file)" + Self.list(found)
        case .emptyCode(let field, let place):
            "error: a perimeter has no code: its field \(field) is empty\n  --> \(place)"
        case .noCode(let looked, let fields, let place):
            """
            error: a perimeter has no code: looked for \(looked.joined(separator: ", ")); the feature has \
            \(fields.isEmpty ? "no fields" : fields.joined(separator: ", "))
              --> \(place)
            """
        }
    }

    /// What is wrong with a system of this name.
    public static func unknown(crs name: String) -> String {
        name.isEmpty ? "the file does not say what CRS its coordinates are in" : "the CRS \"\(name)\" is not known"
    }

    /// What there is, a line each; of many the first ones.
    private static func list(_ names: [String]) -> String { shown(names).map { "\n  = \($0)" }.joined() }

    /// What there is, a note each; of many the first ones.
    public static func shown(_ names: [String]) -> [String] {
        names.sorted().prefix(20).map { "there is \($0)" }
            + (names.count > 20 ? ["and \(names.count - 20) more"] : [])
    }
}
