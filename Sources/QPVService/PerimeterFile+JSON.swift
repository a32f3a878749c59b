import Geodesy
public import Interchange
import Planar
public import QPVKit

extension PerimeterFile {
    /// The file, its CRS, every perimeter, and the pairs that meet.
    public var json: JSONValue {
        let members: JSONObject = [
            "crs": .string(crs.name), "perimeters": .array(perimeters.map(\.json)),
            "meeting": .array(meetingCodes.map { [.string($0.0), .string($0.1)] }),
        ]
        return .object(JSONObject(source.json.members + members.members))
    }

    /// The codes of perimeters that have a point in common.
    package var meetingCodes: [(String, String)] {
        atlas.meetingPairs.map { (atlas.perimeters[$0.0].code, atlas.perimeters[$0.1].code) }
    }

    /// Every issue.
    public var issuesJSON: JSONValue { .array(issues.map(\.json)) }
}

extension Perimeter {
    fileprivate var json: JSONValue {
        [
            "code": .string(code), "name": .string(name), "kind": .string(kind.rawValue),
            "vintage": vintage.map { JSONValue($0) } ?? .null,
            "communes": .array(communeCodes.map { .string($0) }),
            "commune_names": .array(communeNames.map { .string($0) }),
            "territory": JSONValue(territory?.name), "metric_crs": JSONValue(territory?.metricCRS.name),
            "area_m2": JSONValue(area, decimals: 1), "line": JSONValue(line),
        ]
    }
}

extension PerimeterIssue {
    fileprivate var json: JSONValue {
        [
            "perimeter": .string(perimeter), "severity": .string(severity.rawValue), "code": .string(code),
            "message": .string(message), "remedy": .string(remedy), "line": JSONValue(line),
            "x": location.map { JSONValue($0.x) } ?? .null, "y": location.map { JSONValue($0.y) } ?? .null,
            "area_change_m2": areaChange.map { JSONValue($0, decimals: 3) } ?? .null,
        ]
    }
}
