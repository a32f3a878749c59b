public import Interchange
import Perimeters
public import Provenance
import Reports

extension Sheet {
    /// The sheet for programs, and for the sheet of next year: names that stay, nothing rounded but to what the data can tell.
    ///
    /// A figure without a value says in `status` why: `suppressed` or `unknown`.
    public func json(_ provenance: Provenance, since earlier: EarlierSheet? = nil) -> JSONValue {
        let communes = perimeter.communes.map { commune -> JSONValue in
            ["code": .string(commune.code), "name": .string(commune.name)]
        }
        var members: JSONObject = [
            "sheet": JSONValue(1), "code": .string(perimeter.code), "name": .string(perimeter.name),
            "kind": .string(perimeter.kind.rawValue), "vintage": perimeter.vintage.map { JSONValue($0) } ?? .null,
            "communes": .array(communes), "figures": .array(figures.map { Self.json($0, since: earlier) }),
        ]
        if let changes { members["changes"] = .array(changes.map(\.json)) }
        if let earlier {
            members["previous"] = [
                "code": .string(earlier.code), "vintage": earlier.vintage.map { JSONValue($0) } ?? .null,
            ]
        }
        members["notes"] = .array(notes.map { .string($0) })
        members["provenance"] = provenance.published
        return .object(members)
    }

    private static func json(_ figure: SheetFigure, since earlier: EarlierSheet?) -> JSONValue {
        var members: JSONObject = ["name": .string(figure.name)]
        if let category = figure.category { members["category"] = .string(category) }
        members["value"] = value(figure.value)
        if !figure.unit.isEmpty { members["unit"] = .string(figure.unit) }
        switch figure.value.sound {
        case .suppressed: members["status"] = "suppressed"
        case .unknown: members["status"] = "unknown"
        default: break
        }
        members["source"] = .string(figure.source.rawValue)
        if let earlier {
            let before = earlier.value(of: figure)
            members["previous"] = value(before)
            members["change"] = value(figure.value.change(since: before))
        }
        return .object(members)
    }

    private static func value(_ cell: ReportCell) -> JSONValue {
        switch cell.sound {
        case .count(let count): JSONValue(count)
        case .number(let value, let decimals), .difference(let value, let decimals):
            JSONValue(value, decimals: decimals + 3)
        case .share(let value), .points(let value): JSONValue(value, decimals: 6)
        default: .null
        }
    }
}

extension Perimeter {
    /// Its communes, each with what the file gives of code and name.
    package var communes: [(code: String, name: String)] {
        (0..<max(communeCodes.count, communeNames.count)).map { i in
            (i < communeCodes.count ? communeCodes[i] : "", i < communeNames.count ? communeNames[i] : "")
        }
    }
}
