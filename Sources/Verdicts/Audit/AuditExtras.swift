public import Perimeters

/// What an audit appends after its ordinary columns: other layers, distances asked for, rules.
public struct AuditExtras: Sendable {
    /// The layers beside the main one.
    public var layers: [Layer] = []
    /// What the columns of the main layer begin with.
    public var mainPrefix = "qpv"
    /// Distances in metres: is the place within them of a perimeter?
    public var distances: [Double] = []
    /// The rules to apply.
    public var rules: [Rule] = []
    /// Whether distances are metres on the ground instead of metres of the grid.
    ///
    /// A distance of the grid is divided by the scale of the grid at the place (``Projector/scaleFactor(at:)``); radii stay as
    /// they are.
    public var onGround = false

    /// Nothing.
    public init() {}

    /// The other layers of a set, under the names that they have there.
    public init(_ layers: Layers) {
        self.layers = layers.others
        mainPrefix = layers.main.prefix
    }

    /// The layer that a rule is about: 0 the main one, then the others; nil when no layer is of the rule's kind.
    ///
    /// - Parameter main: the perimeters of the main layer.
    public func layer(of rule: Rule, main: Atlas) -> Int? {
        guard let kind = rule.kind else { return 0 }
        if main.kinds == [kind] { return 0 }
        return layers.firstIndex { $0.kind == kind }.map { $0 + 1 }
    }

    /// The name of the column of a distance, after the layer's prefix: `within_300_m`.
    public static func columnName(within distance: Double) -> String {
        let text = distance == distance.rounded() ? String(Int(distance)) : String(distance).replacing(".", with: "_")
        return "within_\(text)_m"
    }
}
