package import Gazetteer

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

    /// The value of the field in a match.
    package func value(in match: Match) -> FieldValue {
        switch self {
        case .label: .text(match.label)
        case .score: .probability(match.score)
        case .scoreNext: .probability(match.scoreNext)
        case .type: .text(match.level.rawValue)
        case .id: .text(match.id)
        case .housenumber: .text(match.housenumber)
        case .name: .text(match.name)
        case .street: .text(match.street)
        case .postcode: .text(match.postcode)
        case .city: .text(match.city)
        case .citycode: .text(match.citycode)
        case .positionType: .text(match.positionType.name)
        }
    }
}
