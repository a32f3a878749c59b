import Tables

/// The columns of a table of actions that a user names; nil for those that are found by their names.
public struct ActionColumns: Sendable, Equatable {
    /// What a column is for.
    public enum Role: String, Sendable, CaseIterable {
        case id, title, `operator`, year, scope, target, cost, beneficiaries, men, women
        case tableTotal = "table_total"
        case beneficiariesInside = "beneficiaries_qpv"
        case percentInside = "pct_qpv"
        case detail
        case venueAddress = "venue_address"
        case venuePostcode = "venue_postcode"
        case venueCity = "venue_city"
        case start, end

        /// The names looked for, folded; the first ones are preferred.
        package var names: [String] {
            switch self {
            case .id: ["id", "id_action", "numero", "num", "n", "no", "code_action", "dossier"]
            case .title: ["intitule", "intitule_action", "titre", "title", "action", "nom_action", "nom"]
            case .operator: ["operateur", "porteur", "association", "structure", "organisme", "operator", "bailleur"]
            case .year: ["annee", "exercice", "millesime", "year"]
            case .scope:
                [
                    "perimetre_declare", "territory_scope", "territoire", "perimetre", "portee", "scope",
                    "perimetre_action", "territoire_declare", "qpv",
                ]
            case .target: ["qpv_target", "qpv_cible", "qpv_vise", "qpv_vises", "cible", "target"]
            case .cost: ["cout_total", "total_cost", "cout", "budget_total", "budget", "cout_action", "montant_total"]
            case .beneficiaries:
                [
                    "beneficiaires", "beneficiaries_stated", "nb_beneficiaires", "nombre_de_beneficiaires",
                    "participants", "beneficiaries",
                ]
            case .men: ["table_men", "hommes", "men", "nb_hommes"]
            case .women: ["table_women", "femmes", "women", "nb_femmes"]
            case .tableTotal: ["table_total", "total_tableau", "total_tranches"]
            case .beneficiariesInside:
                ["beneficiaires_qpv", "nb_beneficiaires_qpv", "qpv_count_stated", "dont_qpv", "beneficiaries_qpv"]
            case .percentInside:
                ["pct_qpv_declare", "pct_qpv_stated", "pct_qpv", "pourcentage_qpv", "part_qpv", "taux_qpv"]
            case .detail: ["unit", "unite", "detail", "detail_beneficiaires", "precision", "precisions"]
            case .venueAddress: ["lieu_adresse", "adresse_lieu", "adresse_du_lieu", "venue_address", "adresse"]
            case .venuePostcode: ["lieu_code_postal", "code_postal_lieu", "venue_postcode", "code_postal", "cp"]
            case .venueCity: ["lieu_commune", "commune_lieu", "venue_city", "commune", "ville"]
            case .start: ["date_debut", "debut", "date_de_debut", "start_date"]
            case .end: ["date_fin", "fin", "date_de_fin", "end_date"]
            }
        }
    }

    /// The names given, by role.
    public var named: [Role: String] = [:]
    /// The columns of subsidies; nil for those whose name begins with `subv` or `subvention`.
    public var funding: [String]?
    /// For a column of subsidies the one of its percentages of the total cost, where the name does not tell.
    public var fundingPercents: [String: String] = [:]

    /// All found by their names.
    public init() {}

    /// Whether a folded name is that of a column of subsidies.
    static func isFunding(_ name: String) -> Bool {
        let words = name.split(separator: "_")
        return name.hasPrefix("subv")
            && !words.contains { ["pct", "pourcentage", "taux", "part", "stated"].contains($0) }
    }

    /// The folded names that the percentage of a column of money may have.
    static func percentNames(of name: String) -> [String] {
        let name = ColumnNames.fold(name)
        return [
            "\(name)_pct_stated", "\(name)_pct", "pct_\(name)", "taux_\(name)", "\(name)_pourcentage", "part_\(name)",
        ]
    }
}
