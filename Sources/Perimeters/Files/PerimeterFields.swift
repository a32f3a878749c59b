import Interchange
import Tables

/// What the fields of a feature say of a perimeter, under the names that French producers use.
struct PerimeterFields {
    /// In the order in which they are looked for. The long names also as a table of a Shapefile cuts them, after ten letters.
    static let codeNames = [
        "code_qp", "code_qpv", "code_qva", "code_zone", "codeqp", "codeqpv", "code_qp24", "code_qp15", "code_quartier",
        "code_quart", "plg_qp24", "code", "id_qp", "id_qpv", "qp", "qpv",
    ]
    static let nameNames = [
        "lib_qp", "nom_qp", "lib_qpv", "nom_qpv", "lib_qva", "nom_qva", "libqp", "nomqp", "lib_qp24", "libelle_qp",
        "libelle_qpv", "nom_quartier", "nom_quarti", "lib_quartier", "lib_quarti", "nom", "name", "libelle",
        "quartier",
    ]
    static let communeCodeNames = [
        "insee_com", "code_insee", "codes_insee", "code_commune", "code_commu", "code_com", "depcom", "com_insee",
        "codes_communes", "insee",
    ]
    static let communeNameNames = [
        "lib_com", "commune_qp", "nom_com", "nom_commune", "nom_commun", "lib_commune", "lib_commun", "communes",
        "commune",
    ]
    /// Whether a field seems to hold a name: `noms_des_quartiers_prioritaires`, `lib_zone`.
    private static func isLikelyName(_ field: String) -> Bool {
        let words = field.split(separator: "_")
        let says = ["nom", "noms", "name", "lib", "libelle", "libelles", "label", "intitule"]
        let what = ["quartier", "quartiers", "qp", "qpv", "qva", "zone", "perimetre", "perimetres", "zfu", "secteur"]
        return words.contains { says.contains(String($0)) } && words.contains { what.contains(String($0)) }
    }

    static let validFromNames = ["valid_from", "date_debut", "debut_validite", "date_effet", "en_vigueur_du"]
    static let validToNames = ["valid_to", "date_fin", "fin_validite", "en_vigueur_au"]

    let code: String?
    let name: String
    let kind: PerimeterKind
    let vintage: Int?
    let communeCodes: [String]
    let communeNames: [String]
    /// From when to when, when a field says so; nil when one that is filled is no date, whatever the other says.
    let validity: Validity?
    /// A field of validity that is filled, and no date.
    let undated: String?

    /// - Parameters:
    ///   - id: the identifier of the feature, which serves as code where no field holds one.
    ///   - folded: the names met before, folded; all features of a file have the same.
    init(
        _ properties: JSONObject, id: JSONValue? = nil, _ options: PerimeterFile.Options, folded: inout [String: String]
    ) {
        var fields: [(name: String, value: JSONValue)] = []
        fields.reserveCapacity(properties.members.count)
        for member in properties.members {
            let name = folded[member.name] ?? ColumnNames.fold(member.name)
            folded[member.name] = name
            fields.append((name, member.value))
        }
        func text(_ names: [String]) -> String? {
            for name in names {
                let text = (fields.first { $0.name == name }?.value).map(Self.text)?.trimmed
                if let text, !text.isEmpty { return text }
            }
            return nil
        }
        func list(_ names: [String], separators: StaticString) -> [String] {
            let separators = UnsafeBufferPointer(start: separators.utf8Start, count: separators.utf8CodeUnitCount)
            for name in names {
                guard let value = fields.first(where: { $0.name == name })?.value else { continue }
                let texts = (value.array ?? [value]).flatMap { item in
                    Self.text(item).utf8.split { separators.contains($0) }.map { Substring($0).trimmed }.filter {
                        !$0.isEmpty
                    }
                }
                if !texts.isEmpty { return texts }
            }
            return []
        }
        var code = text(options.codeField.map { [ColumnNames.fold($0)] } ?? Self.codeNames)
        if code == nil, options.codeField.map({ ColumnNames.fold($0) == "id" }) ?? true, let id {
            let text = Self.text(id)
            // A number counts features; a code of the official form is one.
            if options.codeField != nil || Self.vintage(of: text) != nil { code = text }
        }
        self.code = code
        let likely = fields.map(\.name).filter(Self.isLikelyName)
        name = text(options.nameField.map { [ColumnNames.fold($0)] } ?? Self.nameNames + likely) ?? code ?? ""
        let stated = text(["kind", "type_zone", "type"]).flatMap { PerimeterKind(field: $0) }
        kind = options.kind ?? stated ?? code.flatMap { PerimeterKind(code: $0) } ?? .other
        vintage = options.vintage ?? text(["vintage", "millesime"]).flatMap { Int($0) } ?? code.flatMap(Self.vintage)
        let communes = options.communeField.map { [ColumnNames.fold($0)] } ?? Self.communeCodeNames
        communeCodes = list(communes, separators: ",;|/ ").map(Self.communeCode)
        communeNames = list(Self.communeNameNames, separators: ",;|")
        let dates = [text(Self.validFromNames), text(Self.validToNames)]
        let days = dates.map { $0.flatMap { CalendarDay($0) } }
        undated = zip(dates, days).first { $0 != nil && $1 == nil }?.0
        let isStated = undated == nil && days.contains { $0 != nil }
        validity = isStated ? Validity(from: days[0], to: days[1]) : nil
    }

    /// The text of a value; of a list its first item, of a number without decimals its digits ("35238.0").
    private static func text(_ value: JSONValue) -> String {
        if let items = value.array { return items.first.map(text) ?? "" }
        if let whole = value.integer { return String(whole) }
        let text = value.text
        return text.hasSuffix(".0") && text.dropLast(2).allSatisfy(\.isNumber) ? String(text.dropLast(2)) : text
    }

    /// An INSEE code whose leading zero was lost on the way through a number gets it back.
    private static func communeCode(_ text: String) -> String {
        text.utf8.count == 4 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? "0" + text : text.uppercased()
    }

    /// The vintage that the form of a code tells: QP, département on three and three digits 2015; QN, département on three,
    /// two digits and N, M or I 2024. The départements of Corsica are 02A and 02B; case does not matter.
    static func vintage(of code: String) -> Int? {
        let bytes = Array(code.uppercased().utf8)
        func isDigit(_ i: Int) -> Bool { bytes[i] >= 48 && bytes[i] <= 57 }
        guard bytes.count == 8, [2, 3, 5, 6].allSatisfy(isDigit),
            isDigit(4) || bytes[4] == UInt8(ascii: "A") || bytes[4] == UInt8(ascii: "B")
        else { return nil }
        switch (bytes[0], bytes[1], bytes[7]) {
        case (UInt8(ascii: "Q"), UInt8(ascii: "P"), _) where isDigit(7): return 2015
        case (UInt8(ascii: "Q"), UInt8(ascii: "N"), UInt8(ascii: "N")),
            (UInt8(ascii: "Q"), UInt8(ascii: "N"), UInt8(ascii: "M")),
            (UInt8(ascii: "Q"), UInt8(ascii: "N"), UInt8(ascii: "I")):
            return 2024
        default: return nil
        }
    }
}
