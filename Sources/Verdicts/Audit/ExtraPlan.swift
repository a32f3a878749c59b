import Perimeters

/// What is appended after the ordinary columns of an audit, the same for all its workers.
package struct ExtraPlan: Sendable {
    let extras: AuditExtras
    /// For the main layer and each other one, whether some of its perimeters meet, so that a place may lie in several.
    let mayBeInSeveral: [Bool]

    /// Nil when there is nothing to append, and nothing to change.
    init?(_ extras: AuditExtras, main: Atlas) {
        self.extras = extras
        mayBeInSeveral = ([main] + extras.layers.map(\.atlas)).map { !$0.meetingPairs.isEmpty }
        if isOnlyOthers, !mayBeInSeveral[0] { return nil }
    }

    /// Whether nothing is asked but the names of the other perimeters at a place.
    var isOnlyOthers: Bool {
        extras.layers.isEmpty && extras.distances.isEmpty && extras.rules.isEmpty && !extras.onGround
    }

    /// The columns of each layer's distances, the main layer's first.
    var distanceColumns: [[String]] {
        prefixes.map { prefix in extras.distances.map { "\(prefix)_\(AuditExtras.columnName(within: $0))" } }
    }

    /// The names, in order.
    var names: [String] {
        let distances = distanceColumns
        let layers = prefixes.enumerated().flatMap { layer, prefix in
            (layer == 0 ? [] : VerdictField.ofLayer.map { $0.name(prefix) })
                + (mayBeInSeveral[layer] ? ["\(prefix)_others"] : []) + distances[layer]
        }
        return layers + extras.rules.map(\.columnName)
    }

    private var prefixes: [String] { [extras.mainPrefix] + extras.layers.map(\.prefix) }
}
