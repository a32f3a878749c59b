import Disclosure
package import Reports
import Tables
import Verdicts
import Wording

extension StatisticsReport {
    /// What became of those with two addresses.
    var moves: Report.Section {
        var table = ReportTable(
            name: "moves",
            title: language("De la première à la seconde adresse", "From the first to the second address"),
            columns: [
                .init("from", language("Première adresse", "First address")),
                .init("to", language("Seconde adresse", "Second address")), .init("n", language("Effectif", "Count")),
            ])
        for move in Move.allCases {
            var to = title(move.to)
            if move == .stayedInside { to += language(", même quartier", ", the same one") }
            if move == .toOtherPerimeter { to += language(", autre quartier", ", another one") }
            table.rows.append(.init([.text(title(move.from)), .text(to), cell(publication.count(move))]))
        }
        table.rows.append(
            .init(
                [.text(language("Ensemble", "All")), .empty, cell(publication.count(.all, .all))], role: .total))
        return Report.Section(language("Changements d’adresse", "Moves"), [.table(table)])
    }

    private func title(_ kind: ShareClass) -> String {
        switch kind {
        case .inside: language("en \(zone)", "inside")
        case .outside: language("hors \(zone)", "outside")
        case .uncertain: language("indécidable", "not decidable")
        default: language("non localisée", "not located")
        }
    }

    /// What was wrong with cells.
    ///
    /// Small numbers of faults are not shown where small counts are not, nor are lines.
    package var faults: Report.Section {
        let isOpen = options.appliedDisclosure == .none
        var columns: [ReportTable.Column] = [
            .init("fault", language("Code", "Code")), .init("meaning", language("Constat", "What it is")),
            .init("count", language("Lignes", "Rows")),
        ]
        if isOpen { columns.append(.init("first_lines", language("Premières lignes du fichier", "First lines"))) }
        var table = ReportTable(
            name: "faults", title: language("Cellules à vérifier", "Cells to be checked"), columns: columns)
        for fault in StatisticsFault.allCases {
            guard let entry = counts.faults.entries[fault] else { continue }
            var row: [ReportCell] = [
                .text(fault.rawValue), .text(fault.title(language)),
                isShown(fault, entry.count) ? .count(entry.count) : .suppressed,
            ]
            if isOpen { row.append(.text(entry.lines.map(String.init).joined(separator: ", "))) }
            table.rows.append(.init(row))
        }
        let title = language("Contrôle des données", "Checks")
        guard !table.rows.isEmpty else {
            return Report.Section(title, [.paragraph(language("Aucune anomalie.", "No faults."))])
        }
        return Report.Section(title, [.table(table)])
    }

    /// Whether it is told how many rows have a fault: not few where small counts are hidden, nor how many when they are those of a count
    /// that is hidden.
    private func isShown(_ fault: StatisticsFault, _ count: Int) -> Bool {
        if options.appliedDisclosure == .none { return true }
        guard count >= max(Self.shownFaults, options.appliedDisclosure.threshold ?? 0) else { return false }
        switch fault {
        case .sexUnreadable: return publication.count(.all, .all, sex: .unknown).value != nil
        case .ageUnreadable, .ageNegative, .ageTooHigh, .ageInNoBand, .birthDateUnreadable, .birthDateInFuture,
            .bandUnreadable, .bandStraddles:
            return publication.count(.all, .all, band: options.bands.bands.count).value != nil
        case .verdictUnreadable: return publication.count(.all, .notLocated).value != nil
        default: return true
        }
    }

    /// Fewer faults than this are not told where small counts are protected.
    private static let shownFaults = 5

    /// Definitions, and what was done to the counts.
    var method: Report.Section {
        var items = [
            language(
                "« En \(zone) » : au moins neuf dixièmes de la localisation sont dans un même périmètre ; « hors \(zone) » : au plus un dixième dans tous.",
                "Inside: at least nine tenths of the location lie in one perimeter; outside: at most one tenth in all of them."
            ),
            language(
                "« Indécidable » : localisé, mais la limite ou l’imprécision de l’adresse ne permet pas de conclure ; « non localisé » : l’adresse n’a pas "
                    + "été trouvée. Ni l’un ni l’autre ne compte comme « hors \(zone) ».",
                "Not decidable: located, but the border or the address leaves it open; not located: the address was not found. Neither "
                    + "counts as outside."),
            language(
                "La part est calculée parmi les situés (dedans ou dehors). Quelle que soit la situation des autres, elle est comprise entre "
                    + "les deux bornes, calculées sur le total.",
                "The share is among the decided. Wherever the others are, it lies between the two bounds, which are of all."
            ),
        ]
        if let day = options.at, columns.birth != nil {
            items.append(
                language(
                    "Âges révolus au \(day.french) d’après la date de naissance, à défaut l’âge déclaré. Une année à deux chiffres désigne le siècle le "
                        + "plus récent qui ne dépasse pas cette date.",
                    "Ages on \(day) from the birth date, else as stated. A year of two digits is of the latest century not after that day."
                ))
        } else if columns.age != nil || columns.band != nil {
            items.append(language("Âges tels que déclarés dans le fichier.", "Ages as stated in the file."))
        }
        if let codes = counts.sexCodes {
            items.append(
                codes
                    ? language(
                        "La colonne du sexe ne contient que 1 et 2 : lus comme homme et femme.",
                        "The column of sexes holds 1 and 2 only: read as man and woman.")
                    : language(
                        "Les codes 1 et 2 du sexe sont mêlés à d’autres écritures : comptés en sexe inconnu.",
                        "The codes 1 and 2 stand among other spellings of the sex: counted as unknown."))
        }
        if columns.id != nil {
            items.append(
                language(
                    "Chaque identifiant compte une fois : la première ligne située fait foi pour le lieu, à défaut la première indécidable ; le premier sexe "
                        + "et le premier âge renseignés sont retenus.",
                    "Each identifier counts once: the first decided row says where, else the first uncertain one; the first sex and the first "
                        + "age that are stated are taken."))
        }
        if case .columns(let cells) = columns.verdict, cells[.quality] == nil {
            items.append(
                language(
                    "Le fichier ne donne pas la qualité des verdicts : aucun n’est tenu pour sûr, la borne basse vaut 0.",
                    "The file does not say how sure its verdicts are: none is taken for sure, the lower bound is 0."))
        }
        if options.appliedDisclosure.threshold != nil {
            items.append(
                language(
                    "Les effectifs d’âge ou de sexe non renseignés, d’indécidables, de non localisés et de ce qui est sûr disent ce que l’on sait, "
                        + "non qui sont les personnes : ils ne sont masqués que s’ils permettent d’en retrouver d’autres.",
                    "Counts of age or sex not stated, of what is undecidable, not located or sure say what is known, not who people are: they "
                        + "are hidden only where they would give others away."))
        }
        if options.appliedDisclosure.threshold != nil, earlier == nil {
            items.append(
                language(
                    "Comparé à un autre document sur presque les mêmes personnes, celui-ci peut révéler un petit effectif par différence. Cette "
                        + "comparaison n’a pas été faite.",
                    "Compared with another document on nearly the same people, this one can tell a small count by difference. No such "
                        + "comparison was made."))
        }
        items += options.appliedDisclosure.statement(of: publication.published, in: language)
        return Report.Section(language("Méthode", "Method"), [.list(items)])
    }

    /// Whether the total of rows can be told: not where it would give away a hidden count.
    public var showsTotal: Bool { publication.count(.all, .all).value != nil }
}
