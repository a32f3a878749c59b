import Foundation
import Gazetteer

/// Prints what each answer rests on: the raw material of the calibration.
struct EvidenceTable {
    private var names: [String] = []

    /// set, id, level, answer, outcome, share, score, then each loss in logits.
    mutating func row(_ row: GeocoderEval.Row, _ explanation: Explanation) -> String? {
        guard let worth = explanation.worth else { return nil }
        names = worth.losses.map(\.name)
        let match = explanation.match
        let fields =
            [
                row.set, row.id, match.level.rawValue, match.housenumber, match.street, match.city, match.citycode,
                worth.outcome, "\(worth.share)", "\(worth.probability)",
            ] + worth.losses.map { "\($0.logits)" }
        return fields.map(GeocoderEval.quoted).joined(separator: ",")
    }

    var header: String {
        (["set", "id", "result_type", "housenumber", "street", "city", "citycode", "outcome", "share", "score"] + names)
            .joined(separator: ",")
    }
}
