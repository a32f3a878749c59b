import Perimeters
package import Reports
import Tables
import Verdicts
import Wording

extension ActionReport {
    /// Which of the perimeters concerned an action names, which only actions for all reach, and which none.
    package var coverage: [Report.Block] {
        var table = ReportTable(
            name: "coverage", title: language("Actions par périmètre", "Actions by perimeter"),
            columns: [
                .init("code", "Code"), .init("name", language("Périmètre", "Perimeter")),
                .init("status", language("Couverture", "Coverage")),
                .init("actions_alone", language("Actions pour lui seul", "Actions for it alone")),
            ]
                + list.money.map {
                    .init(
                        ColumnNames.fold($0.name), $0.name, group: language("Argent de ces actions", "Money of these"))
                }
                + [
                    .init(
                        "actions_among",
                        language("Actions qui le nomment avec d'autres", "Actions naming it among others")),
                    .init("actions_all", language("Actions pour tous", "Actions for all")),
                ]
                + (audit.targets == nil
                    ? [] : [.init("actions_target", language("Actions qui le ciblent", "Actions targeting it"))])
                + [.init("venues", language("Lieux dans le périmètre", "Venues inside"))])
        let forAll = audit.actions.count { $0.scope.kind == .allPerimeters }
        for index in audit.concerned {
            let perimeter = audit.atlas.perimeters[index]
            let alone = audit.totals { ActionAudit.Bucket($0.scope) == .perimeter(index) }
            let among = audit.actions.count { action in
                if action.scope.kind == .onePerimeter { return false }
                // An action whose lines state several scopes names the perimeters of each.
                let readings = action.scope.kind == .ambiguous ? action.rows.map { audit.scopes[$0] } : [action.scope]
                return readings.contains { $0.kind != .ambiguous && $0.perimeters.contains(index) }
            }
            let targeting = audit.actions.count {
                guard let target = $0.target else { return false }
                return target.kind != .ambiguous && target.perimeters.contains(index)
            }
            let inside = audit.actions.count { action in
                guard let row = action.venueRow, let verdict = audit.venues[row]?.verdict else { return false }
                return verdict.perimeter == index
            }
            let status =
                alone.actions + among + targeting > 0
                ? language("nommé", "named")
                : forAll > 0
                    ? language("par les seules actions pour tous", "by actions for all only")
                    : language("aucune action", "no action")
            table.rows.append(
                .init(
                    [.text(perimeter.code), .text(perimeter.name), .text(status), .count(alone.actions)]
                        + alone.money.map(\.euros) + [.count(among), .count(forAll)]
                        + (audit.targets == nil ? [] : [.count(targeting)]) + [.count(inside)]))
        }
        let limit =
            audit.limit == .named
            ? language(
                "Périmètres des communes demandées.", "Perimeters of the communes asked for.")
            : language(
                "Périmètres des communes dont une action nomme un périmètre, ou dont un périmètre accueille une action ; d’autres communes peuvent être demandées.",
                "Perimeters of the communes of which some perimeter is named by an action or holds a venue; other communes can be asked for."
            )
        table.notes = [limit]
        if audit.concerned.isEmpty {
            return [.notice(language("Aucune portée ne nomme un périmètre.", "No scope names a perimeter."))]
        }
        return [.table(table)]
    }

    /// Where the venues of actions are, against their declared scopes; neither is taken for the other.
    var venues: [Report.Block] {
        let classes: [(name: String, title: String)] = [
            ("same", language("dans ce périmètre", "in that perimeter")),
            ("inside", language("dans un périmètre", "in a perimeter")),
            ("outside", language("hors des périmètres", "outside")),
            ("uncertain", language("indécidable", "not decidable")),
            ("not_located", language("non localisé", "not located")),
            ("not_stated", language("non indiqué", "not stated")),
        ]
        var table = ReportTable(
            name: "venues", title: language("Lieu des actions, par portée déclarée", "Venues, by declared scope"),
            columns: [.init("scope", language("Portée déclarée", "Declared scope"))]
                + classes.map { .init($0.name, $0.title, group: language("Lieu", "Venue")) }
                + [.init("actions", language("Actions", "Actions"))])
        func place(_ action: ActionAudit.Action) -> String {
            guard let row = action.venueRow, let verdict = audit.venues[row]?.verdict else { return "not_stated" }
            guard verdict.decision == .inside else { return verdict.decision.rawValue }
            return ActionAudit.Bucket(action.scope) == .perimeter(verdict.perimeter!) ? "same" : "inside"
        }
        func row(_ label: String, _ role: ReportTable.Row.Role, _ actions: [ActionAudit.Action]) -> ReportTable.Row {
            let places = actions.map(place)
            return .init(
                [.text(label)] + classes.map { part in .count(places.count { $0 == part.name }) }
                    + [.count(actions.count)], role: role)
        }
        for kind in ScopeKind.allCases {
            let actions = audit.actions.filter { $0.scope.kind == kind }
            if !actions.isEmpty { table.rows.append(row(kind.title(language), .body, actions)) }
        }
        table.rows.append(row(language("Total", "Total"), .total, audit.actions))
        table.notes = [
            language(
                "« dans ce périmètre » : la portée déclarée est un seul périmètre, et le lieu y est ; « dans un périmètre » : dans un autre, ou la portée n'est pas un seul périmètre.",
                "\u{201C}in that perimeter\u{201D}: the declared scope is one perimeter and the venue lies in it; \u{201C}in a perimeter\u{201D}: in another, or the scope is not one perimeter."
            )
        ]
        return [.table(table)]
    }
}
