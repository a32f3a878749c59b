import Interchange

/// What the fields of a feature say of a perimeter, under the names that French producers use.
struct PerimeterFields {
    static let codeNames = ["code_qp", "code_qpv", "code_qva", "code_zone", "code", "id_qp"]
    static let nameNames = ["lib_qp", "nom_qp", "lib_qpv", "nom_qpv", "lib_qva", "nom_qva", "nom", "name", "libelle"]
    static let communeCodeNames = ["insee_com", "code_insee", "codes_insee", "depcom", "com_insee"]
    static let communeNameNames = ["lib_com", "commune_qp", "nom_com", "communes", "commune"]

    let code: String?
    let name: String
    let kind: PerimeterKind
    let vintage: Int?
    let communeCodes: [String]
    let communeNames: [String]

    init(_ properties: JSONObject, _ options: PerimeterFile.Options) {
        let fields = properties.members.map { (name: ColumnNames.fold($0.name), value: $0.value) }
        func text(_ names: [String]) -> String? {
            for name in names {
                let text = fields.first { $0.name == name }?.value.text.trimmed
                if let text, !text.isEmpty { return text }
            }
            return nil
        }
        func list(_ names: [String]) -> [String] {
            (text(names) ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        }
        let code = text(options.codeField.map { [ColumnNames.fold($0)] } ?? Self.codeNames)
        self.code = code
        name = text(options.nameField.map { [ColumnNames.fold($0)] } ?? Self.nameNames) ?? code ?? ""
        let stated = text(["kind", "type_zone", "type"]).flatMap { PerimeterKind(rawValue: $0.lowercased()) }
        kind = options.kind ?? stated ?? code.flatMap { PerimeterKind(code: $0) } ?? .other
        vintage = options.vintage ?? text(["vintage", "millesime"]).flatMap { Int($0) } ?? code.flatMap(Self.vintage)
        communeCodes = list(Self.communeCodeNames)
        communeNames = list(Self.communeNameNames)
    }

    /// The vintage that the form of a code tells: QP and six digits 2015, QN and five digits and a letter 2024.
    static func vintage(of code: String) -> Int? {
        switch code.prefix(2) {
        case "QP": 2015
        case "QN": 2024
        default: nil
        }
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
