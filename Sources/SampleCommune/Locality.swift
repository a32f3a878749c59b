/// A commune, or the part of one that was a commune before a merger. All are invented.
struct Locality: Sendable {
    let commune: String
    let code: String
    let postcode: String
    let formerCommune: String
    let formerCode: String

    static let town = Locality("Valfictif-sur-Ombre", "23901", "23990")
    static let former = Locality("Valfictif-sur-Ombre", "23901", "23990", former: "Vieux-Fictif", "23904")
    static let neighbour = Locality("Saint-Fictif-la-Plaine", "23902", "23991")
    static let village = Locality("Feinte-les-Bois", "23903", "23992")

    private init(
        _ commune: String, _ code: String, _ postcode: String, former: String = "", _ formerCode: String = ""
    ) {
        self.commune = commune
        self.code = code
        self.postcode = postcode
        formerCommune = former
        self.formerCode = formerCode
    }
}
