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

    /// The name of the column of a distance, after the layer's prefix: `within_300_m`.
    static func columnName(within distance: Double) -> String {
        let text = distance == distance.rounded() ? String(Int(distance)) : String(distance).replacing(".", with: "_")
        return "within_\(text)_m"
    }
}
