import Interchange
import QPVKit

/// One spelling and the perimeter that it means, as a line and as JSON.
struct PerimeterAnswer {
    private let name: String
    private let status: String
    private let ground: String
    /// The perimeter found; else those that may be meant.
    let candidates: [Perimeter]

    /// Whether one perimeter is meant.
    var isFound: Bool { status == "found" }

    /// Whether several may be meant.
    var isAmbiguous: Bool { status == "ambiguous" }

    /// Asks what a spelling means.
    init(_ name: String, in names: PerimeterNames, commune: String? = nil) {
        let answer = names.resolve(name, inCommune: commune)
        self.name = name
        ground = answer.ground.rawValue
        let perimeters = names.atlas.perimeters
        switch answer.meaning {
        case .one(let index): (status, candidates) = ("found", [perimeters[index]])
        case .ambiguous(let all): (status, candidates) = ("ambiguous", all.map { perimeters[$0] })
        case .unknown(let similar): (status, candidates) = ("unknown", similar.map { perimeters[$0] })
        case .absent: (status, candidates) = ("absent", [])
        }
    }

    /// The candidates, up to twenty of them, by code and name.
    var shown: [String] {
        let more = candidates.count > 20 ? ["and \(candidates.count - 20) more"] : []
        return candidates.prefix(20).map { "\($0.code) \($0.name)" } + more
    }

    /// Between tabs the spelling, the code and the name, and how it was found; else the candidates.
    var line: String {
        if isFound { return "\(name)\t\(candidates[0].code)\t\(candidates[0].name)\t\(ground)" }
        return "\(name)\t\(status)\t\(shown.joined(separator: " | "))\t\(ground)"
    }

    /// The same for a program.
    var json: JSONValue {
        [
            "name": .string(name), "status": .string(status), "ground": .string(ground),
            "perimeters": .array(
                candidates.map { ["code": .string($0.code), "name": .string($0.name)] }),
        ]
    }
}
