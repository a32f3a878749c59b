import Interchange
import Perimeters
import Provenance
import Tables
import Verdicts

extension ActionAudit {
    /// The table with columns appended: how the scope and the target were read, the verdict on the venue, what is inconsistent.
    public func rowsFile() -> [UInt8] {
        var firsts = Set<Int>()
        var rowActions: [Int: Int] = [:]
        for action in actions {
            firsts.insert(action.rows[0])
            for row in action.rows { rowActions[row] = action.rows[0] }
        }
        var checks: [Int: [String]] = [:]
        for found in inconsistencies {
            // What an age table contradicts stands at the action's first row.
            let line =
                found.file == list.source.path
                ? found.line : list.rows.first { $0.label == found.action }?.line ?? 0
            if !(checks[line]?.contains(found.code.rawValue) ?? false) {
                checks[line, default: []].append(found.code.rawValue)
            }
        }
        let names =
            ["scope_kind", "scope_codes", "scope_others"] + (targets == nil ? [] : ["target_kind", "target_codes"])
            + ["venue_verdict", "venue_code", "venue_reason", "venue_distance_m", "counted", "repeats_line", "checks"]
        return list.table.appending(names) { index in
            let first = rowActions[index] ?? index
            let target = targets.map { [$0[index].kind.rawValue, codes($0[index])] } ?? []
            return [scopes[index].kind.rawValue, codes(scopes[index]), scopes[index].others.joined(separator: "|")]
                + target + venue(index)
                + [
                    firsts.contains(index) ? "1" : "0",
                    first == index ? "" : String(list.rows[first].line),
                    (checks[list.rows[index].line] ?? []).joined(separator: "|"),
                ]
        }
    }

    package func codes(_ reading: ScopeReading) -> String {
        reading.perimeters.map { atlas.perimeters[$0].code }.joined(separator: "|")
    }

    private func venue(_ index: Int) -> [String] {
        guard let verdict = venues[index]?.verdict else {
            return [list.rows[index].venue == nil ? "not_stated" : "", "", "", ""]
        }
        var distance = OutputBuffer()
        if let metres = verdict.distance {
            let mark = list.table.dialect.decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
            distance.append(fixed: metres, decimals: 3, separator: mark)
        }
        return [
            verdict.decision.rawValue, verdict.perimeter.map { atlas.perimeters[$0].code } ?? "",
            verdict.reason.rawValue, String(decoding: distance.bytes, as: UTF8.self),
        ]
    }
}
