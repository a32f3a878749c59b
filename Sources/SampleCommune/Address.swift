/// One row of the address base.
struct Address: Sendable {
    let id: String
    let number: Int
    let suffix: String
    /// Index of the street in the network.
    let street: Int
    /// Where it lies on the plan, in metres, rounded to centimetres.
    let point: Point
    let positionKind: String
    let parcels: String
    let certified: Bool
    /// A second position of a number that an earlier row has.
    let isSecond: Bool
}

extension Address {
    /// The columns of the national address base's CSV, in its order.
    static let columns = [
        "id", "id_fantoir", "numero", "rep", "nom_voie", "code_postal", "code_insee", "nom_commune",
        "code_insee_ancienne_commune", "nom_ancienne_commune", "x", "y", "lon", "lat", "type_position", "alias",
        "nom_ld", "libelle_acheminement", "nom_afnor", "source_position", "source_nom_voie",
        "certification_commune", "cad_parcelles",
    ]

    func row(on street: Street) -> [String] {
        let place = street.locality
        let x = TownPlan.origin.x + point.x
        let y = TownPlan.origin.y + point.y
        let (longitude, latitude) = Lambert93.unproject(x: x, y: y)
        return [
            id, "\(place.code)_\(street.code)", String(number), suffix, street.name, place.postcode, place.code,
            place.commune, place.formerCode, place.formerCommune, fixed(x, 2), fixed(y, 2), fixed(longitude, 7),
            fixed(latitude, 7), positionKind, "", street.hamlet, postal(place.commune), postal(street.name), "commune",
            "commune", certified ? "1" : "0", parcels,
        ]
    }
}
