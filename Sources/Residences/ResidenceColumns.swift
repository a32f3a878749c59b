/// The columns of a landlord's list that a user names; nil for those that are found by their names.
public struct ResidenceColumns: Sendable, Equatable {
    /// What makes the address expression, in reading order.
    public var address: [String]?
    /// The number of dwellings.
    public var dwellings: String?
    /// The money, in euros.
    public var amount: String?
    /// The year.
    public var year: String?
    /// What is done.
    public var action: String?

    /// All found by their names.
    public init() {}

    static let dwellingNames = [
        "nb_logements", "nombre_de_logements", "nombre_logements", "nbr_logements", "logements", "nb_logts", "nb_lgts",
        "lgts", "dwellings", "dwellings_in_qpv",
    ]
    static let amountNames = [
        "montant_eur", "montant", "montant_euros", "montant_ttc", "montant_ht", "cout", "cout_total", "budget",
        "amount",
        "total_cost", "cost",
    ]
    static let yearNames = ["annee", "an", "millesime", "exercice", "year"]
    static let actionNames = ["action", "operation", "nature", "nature_des_travaux", "travaux", "type_travaux", "work"]
}
