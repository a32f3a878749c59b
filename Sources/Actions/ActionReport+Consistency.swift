import Provenance
import Reports
import Verdicts
import Wording

extension ActionReport {
    /// What the figures contradict, and the cells that could not be read.
    var consistency: [Report.Block] {
        let found = audit.inconsistencies
        let contradictions = found.count { $0.severity == .contradiction }
        var blocks: [Report.Block] = [
            .figures([
                (language("Contradictions", "Contradictions"), .count(contradictions), ""),
                (language("Doutes", "Doubts"), .count(found.count - contradictions), ""),
            ])
        ]
        if !found.isEmpty {
            var table = ReportTable(
                name: "inconsistencies",
                title: language("Ce que les chiffres contredisent", "What the figures contradict"),
                columns: [
                    .init("code", "Code"), .init("severity", language("Gravité", "Severity")),
                    .init("what", language("Constat", "Finding")), .init("action", language("Action", "Action")),
                    .init("file", language("Fichier", "File")), .init("line", language("Ligne", "Line")),
                    .init("stated", language("Déclaré", "Stated")), .init("follows", language("Calculé", "Computed")),
                ])
            table.rows = found.map { one in
                .init([
                    .text(one.code.rawValue), .text(one.severity.title(language)), .text(one.code.title(language)),
                    .text(one.action), .text(one.file.fileName), .count(one.line), .text(one.stated),
                    .text(one.follows),
                ])
            }
            table.notes = [
                language(
                    "Un pourcentage peut avoir été arrondi ou tronqué à sa dernière décimale ; les zéros en fin de décimales ne comptent pas.",
                    "A percentage may have been rounded or cut off at its last decimal; zeros at the end of decimals do not count."
                )
            ]
            blocks.append(.table(table))
        }
        let faults = list.faults + (audit.ages?.faults ?? [])
        if let table = ReportTable.faults(faults, language: language) { blocks.append(.table(table)) }
        return blocks
    }
}
