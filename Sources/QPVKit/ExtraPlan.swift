/// What is appended after the ordinary columns of an audit, the same for all its workers.
struct ExtraPlan: Sendable {
    /// The columns of a layer beside the main one, after its prefix.
    static let layerColumns = [
        "verdict", "code", "name", "probability", "quality", "distance_m", "nearest_code", "reason",
    ]

    let extras: AuditExtras
    /// For the main layer and each other one, whether some of its perimeters meet, so that a place may lie in several.
    let mayBeInSeveral: [Bool]
    /// For each rule, the layer that it is about: 0 the main one, then the others.
    let ruleLayers: [Int]

    /// Nil when there is nothing to append, and nothing to change.
    init?(_ extras: AuditExtras, main: Atlas) {
        self.extras = extras
        mayBeInSeveral = ([main] + extras.layers.map(\.atlas)).map { !$0.meetingPairs.isEmpty }
        let kinds = [main.kinds.first] + extras.layers.map(\.kind)
        ruleLayers = extras.rules.map { rule in rule.kind.flatMap { kinds.firstIndex(of: $0) } ?? 0 }
        let isNothing = extras.layers.isEmpty && extras.distances.isEmpty && extras.rules.isEmpty && !extras.onGround
        if isNothing, !mayBeInSeveral[0] { return nil }
    }

    /// Whether nothing is asked but the names of the other perimeters at a place.
    var isOnlyOthers: Bool {
        extras.layers.isEmpty && extras.distances.isEmpty && extras.rules.isEmpty && !extras.onGround
    }

    /// The prefixes of all layers, the main one first.
    var prefixes: [String] { [extras.mainPrefix] + extras.layers.map(\.prefix) }

    /// The columns of a layer after those of its verdict.
    private func columns(after prefix: String, _ layer: Int) -> [String] {
        (mayBeInSeveral[layer] ? ["\(prefix)_others"] : [])
            + extras.distances.map { "\(prefix)_\(AuditExtras.columnName(within: $0))" }
    }

    /// The names, in order.
    var names: [String] {
        prefixes.enumerated().flatMap { layer, prefix in
            (layer == 0 ? [] : Self.layerColumns.map { "\(prefix)_\($0)" }) + columns(after: prefix, layer)
        } + extras.rules.map(\.columnName)
    }
}
