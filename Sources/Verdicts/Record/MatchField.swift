package import Gazetteer
package import Interchange

/// A field of the position of a finding, in degrees (WGS 84); absent when nothing was located.
package enum PositionField: String, Sendable, CaseIterable {
    case longitude
    case latitude
}

/// A field of a matched address, under the name that the national geocoder's CSV service gives it.
package enum MatchField: String, Sendable, CaseIterable {
    case label = "result_label"
    case score = "result_score"
    case scoreNext = "result_score_next"
    case type = "result_type"
    case id = "result_id"
    case housenumber = "result_housenumber"
    case name = "result_name"
    case street = "result_street"
    case postcode = "result_postcode"
    case city = "result_city"
    case citycode = "result_citycode"
    /// What the coordinates stand for; told of a single address only.
    case positionType = "position_type"

    /// All fields.
    package static let all = allCases
    /// The columns of an audit, in order.
    package static let columns = all.filter { $0 != .positionType }

    /// Writes the value of the field in a match.
    func write(_ match: Match, to writer: inout some FieldWriter) {
        switch self {
        case .label: writer.append(text: match.label)
        case .score: writer.append(probability: match.score)
        case .scoreNext: writer.append(probability: match.scoreNext)
        case .type: writer.append(text: match.level.rawValue)
        case .id: writer.append(text: match.id)
        case .housenumber: writer.append(text: match.housenumber)
        case .name: writer.append(text: match.name)
        case .street: writer.append(text: match.street)
        case .postcode: writer.append(text: match.postcode)
        case .city: writer.append(text: match.city)
        case .citycode: writer.append(text: match.citycode)
        case .positionType: writer.append(text: match.positionType.name)
        }
    }
}

extension Match {
    /// The fields in JSON.
    package var json: JSONObject {
        JSONObject(
            MatchField.all.map { field in
                var writer = JSONFieldWriter()
                field.write(self, to: &writer)
                return .init(field.rawValue, writer.value)
            })
    }
}
