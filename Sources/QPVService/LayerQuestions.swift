public import QPVKit

/// What is asked beside the verdict.
public struct LayerQuestions: Sendable, Equatable {
    /// Distances in metres: is the place within them of a perimeter?
    public var distances: [Double] = []
    /// Rules of law, each with an answer of its own.
    public var rules: [Rule] = []
    /// Whether distances are metres on the ground instead of metres of the territory's grid.
    public var onGround = false

    /// Nothing beside the verdict.
    public init() {}

    /// Whether nothing is asked beside the verdict.
    package var isNothing: Bool { distances.isEmpty && rules.isEmpty && !onGround }

    /// What an audit appends for these questions.
    ///
    /// - Throws: ``RequestError`` when a rule or a group cannot be asked of these layers.
    func extras(_ layers: Layers, withAddresses: Bool) throws(RequestError) -> AuditExtras {
        var extras = AuditExtras(layers)
        (extras.distances, extras.rules, extras.onGround) = (distances, rules, onGround)
        for rule in rules {
            if rule.needsAddresses, !withAddresses { throw .usage(.ruleNeedsAddresses(rule)) }
            if let kind = rule.kind, extras.layer(of: rule, main: layers.main.atlas) == nil {
                throw .usage(.ruleNeedsKind(rule, kind))
            }
        }
        if !withAddresses, extras.layers.contains(where: { $0.hasAddressLists }) {
            throw .usage(.groupNeedsAddresses)
        }
        return extras
    }
}
