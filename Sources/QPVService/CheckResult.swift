public import Geodesy
public import QPVKit

/// What is known of one place.
public struct CheckResult: Sendable {
    /// The finding of each layer, the main one first, and the answers of the rules.
    public let finding: ExtraFinding
    /// The layers asked.
    public let layers: Layers
    /// What was asked beside the verdict.
    public let extras: AuditExtras
    /// Whether the position asked about is in France; nil for an address.
    public let sanity: CoordinateSanity?

    /// The finding of the main layer.
    public var main: Finding { finding.parts[0].finding }

    /// Whether the place is uncertain or not located in some layer.
    public var isUndecided: Bool {
        finding.parts.map(\.finding.verdict.decision).contains { $0 == .uncertain || $0 == .notLocated }
    }
}
