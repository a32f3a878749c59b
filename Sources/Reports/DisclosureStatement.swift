public import Disclosure
public import Wording

extension DisclosureControl {
    /// What was done to counts, and what remains possible, in sentences for a report.
    ///
    /// - Parameters:
    ///   - published: all counts that were published together, as ``publish(_:)`` gave them; each cell once.
    ///   - language: the report's language.
    public func statement(of published: [PublishedCount], in language: Language) -> [String] {
        switch self {
        case .none:
            return [
                language(
                    "Aucun secret statistique n’est appliqué : tous les effectifs sont publiés tels quels, petits effectifs compris.",
                    "No disclosure control was applied: all counts are published as they are, small ones included.")
            ]
        case .suppression(let threshold):
            let small = published.count { $0 == .suppressed }
            let others = published.count { $0 == .suppressedWithOthers }
            return Self.suppressionStatement(threshold, small, others, of: published.count, in: language)
        case .cellKey:
            return Self.noiseStatement(of: published.count, in: language)
        }
    }

    private static func suppressionStatement(
        _ threshold: Int, _ small: Int, _ others: Int, of all: Int, in language: Language
    ) -> [String] {
        let spelling = NumberSpelling.plain(language)
        func number(_ count: Int) -> String { spelling.text(.count(count)) }
        return [
            language(
                "Secret statistique : les effectifs de 1 à \(threshold - 1) sont masqués (secret primaire) ; d’autres le sont pour qu’aucun "
                    + "ne se retrouve à l’aide des totaux (secret secondaire). Les deux s’écrivent de la même façon.",
                "Disclosure control: counts from 1 to \(threshold - 1) are hidden (primary suppression); others are hidden so that none "
                    + "can be found from the totals (secondary suppression). Both are written alike."),
            language(
                "Sur \(number(all)) effectifs, \(number(small)) sont masqués par secret primaire et \(number(others)) par secret secondaire.",
                "Of \(number(all)) counts, \(number(small)) are hidden by primary and \(number(others)) by secondary suppression."
            ),
            language(
                "Ce qui reste possible : encadrer un effectif masqué, et parfois le retrouver pour qui saurait lesquels sont petits ; "
                    + "connaître la somme de plusieurs effectifs masqués ; "
                    + "savoir que personne n’est dans une case à 0, et que tous sont dans la même quand une case égale son total ; "
                    + "rapprocher ce tableau d’un autre, publié à part ou à une autre date.",
                "What remains possible: to bound a hidden count, and sometimes to find it for whoever knew which are small; "
                    + "to know the sum of several hidden counts; to know that nobody is in a "
                    + "cell that is 0, and that all are in the same one where a cell equals its total; to compare this table with "
                    + "another, published apart or at another date."),
        ]
    }

    private static func noiseStatement(of all: Int, in language: Language) -> [String] {
        [
            language(
                "Secret statistique : les \(all) effectifs sont perturbés par la méthode des clés de cellules. Un effectif nul reste nul, "
                    + "aucun effectif publié ne vaut de 1 à 4, l’écart ne dépasse jamais 4 et il est nul en moyenne.",
                "Disclosure control: the \(all) counts are perturbed by the cell-key method. A zero stays zero, no published count is "
                    + "from 1 to 4, the deviation is never more than 4 and its mean is zero."),
            language(
                "Les totaux ne sont pas la somme des cases publiées. Les mêmes personnes donnent le même effectif dans tous les "
                    + "tableaux faits avec la même graine, qui doit rester secrète.",
                "Totals are not the sums of the published cells. The same people give the same count in every table made with the same "
                    + "seed, which must stay secret."),
        ]
    }
}
