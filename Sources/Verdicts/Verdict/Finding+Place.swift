import Communes
import Gazetteer
import Geodesy

extension Finding {
    /// The commune or the territory of the place, as a summary names it: `Nantes (44109)`, `La Réunion`.
    ///
    /// Of a position the commune with the nearest centre, where there is one in the table.
    package var openPlace: String {
        if let lacking { return Self.named(lacking, nil) }
        if let lackingName { return lackingName }
        if let match, !match.citycode.isEmpty { return Self.named(match.citycode, match.city) }
        guard let longitude, let latitude else { return "?" }
        let territory = Territory.containing(longitude: longitude, latitude: latitude)
        if territory == .metropole, let code = CommuneTable.near(longitude: longitude, latitude: latitude).first {
            return "near " + Self.named(code, nil)
        }
        return territory?.name ?? "?"
    }

    private static func named(_ code: String, _ name: String?) -> String {
        "\(name ?? CommuneTable.name(ofCode: code) ?? "commune") (\(code))"
    }
}
