public import QPVKit

/// Findings, and the report about them.
public struct Reported<Findings: Sendable>: Sendable {
    /// What was found.
    public let findings: Findings
    /// The report, with its provenance.
    public let report: Report
}
