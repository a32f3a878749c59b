import Interchange
import QPVKit

/// A small report with every kind of cell, block and chart.
enum SampleReport {
    static func make(_ language: Language = .french) -> Report {
        var provenance = Provenance(version: "1.2.3", command: "stats")
        provenance.state(
            "perimeters", ["file": "perimetres <2024>.geojson", "sha256": "0f1e2d", "vintages": [2015, 2024]])
        provenance.state("threshold", 5)
        provenance.state("share", 0.5)
        var report = Report(
            title: language("Public des actions & part issue des QPV", "People reached & share living in a QPV"),
            subtitle: language("beneficiaires_2024.csv, année 2024", "beneficiaires_2024.csv, 2024"),
            language: language,
            provenance: provenance)
        report.sections = [
            .init(
                language("L’essentiel", "In short"),
                [
                    .figures([
                        (language("Bénéficiaires", "People"), .count(1_234_567), ""),
                        (
                            language("Part issue des QPV", "Share inside"), .share(0.4256),
                            language("parmi les adresses situées", "among the located")
                        ),
                        (language("Écart à la cible", "Against the target"), .points(-0.0744), ""),
                    ]),
                    .notice(
                        language("12 personnes ne sont pas situées.", "12 people are not located.")),
                    .paragraph(
                        language(
                            "1. La part est calculée sur <les adresses> situées ; a_b * c.",
                            "1. The share is among <the located> addresses; a_b * c.")),
                    .list([language("Résidence, non scolarité.", "Residence, not school."), "- x | y"]),
                ]),
            .init(language("Actions", "Actions"), [.table(table(language)), .table(empty(language))]),
            .init(
                language("Graphiques", "Charts"),
                [.chart(shares(language)), .chart(pyramid(language)), .chart(parts(language))]),
        ]
        return report
    }

    static func table(_ language: Language) -> ReportTable {
        let women = language("Femmes", "Women")
        var table = ReportTable(
            name: "by_action", title: language("Par action", "By action"),
            columns: [
                .init("action", language("Action", "Action")),
                .init("women", language("Effectif", "Count"), group: women),
                .init("share_women", language("Part QPV", "Share inside"), group: women),
                .init("difference", language("Écart", "Difference")),
                .init("distance", language("Distance moyenne (km)", "Mean distance (km)")),
                .init("money", language("Subvention", "Grant")), .init("mixed", language("Valeur", "Value")),
            ])
        table.rows = [
            .init([
                .text("Aide \"aux\" <devoirs> & co"), .count(1043), .share(0.786), .points(0.125),
                .number(1234.5, decimals: 2), .euros(34_025_050), .share(0.5),
            ]),
            .init([
                .text("=SOMME(A1); atelier|cuisine"), .suppressed, .unknown, .points(-0.0004), .empty, .euros(1234.5),
                .count(2),
            ]),
            .init(
                [.text("Sous-total"), .count(1046), .share(1), .points(-0.031), .unknown, .euros(-2), .suppressed],
                role: .subtotal),
            .init(
                [.text("Total"), .count(0), .share(.nan), .points(0), .number(-0.5, decimals: 0), .unknown, .empty],
                role: .total),
        ]
        table.notes = [language("Les actions sans public ne figurent pas.", "Actions without people are left out.")]
        return table
    }

    static func empty(_ language: Language) -> ReportTable {
        ReportTable(
            name: "left_out", title: language("Actions écartées", "Actions left out"),
            columns: [.init("action", "Action"), .init("reason", language("Motif", "Reason"))])
    }

    static func shares(_ language: Language) -> ReportChart {
        .shares(
            title: language("Part issue des QPV", "Share inside"),
            items: [
                .init("Aide aux devoirs", share: 0.786, bounds: 0.7...0.85),
                .init("Atelier <cuisine>", share: nil, bounds: nil), .init("Chantier", share: 0, bounds: 0...0.1),
            ], target: 0.5)
    }

    static func pyramid(_ language: Language) -> ReportChart {
        .pyramid(
            title: language("Âge et sexe", "Age and sex"),
            bands: [
                .init("0-5", women: (120, 40), men: (90, nil)), .init("6-15", women: (1030, 500), men: nil),
                .init("65+", women: (0, 0), men: (12, 12)),
            ])
    }

    static func parts(_ language: Language) -> ReportChart {
        .parts(
            title: language("Où vivent les bénéficiaires", "Where people live"),
            classes: language == .french
                ? ["en QPV", "hors QPV", "indéterminé", "non situé"]
                : ["inside", "outside", "undecided", "not located"],
            items: [
                .init("Aide aux devoirs", counts: [50, 30, 15, 5]), .init("Atelier", counts: [nil, 3, nil, 0]),
                .init("Chantier", counts: [0, 0, 0, 0]),
            ])
    }
}
