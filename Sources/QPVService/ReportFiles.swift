import QPVKit

/// The files that a report goes to.
public struct ReportFiles: Sendable, Equatable {
    /// The paths, each in the format that its end names; `-` is standard output, as Markdown. Without any the report is a value only.
    public var paths: [String]
    /// The only table to be written, as CSV; nil for the whole report.
    public var table: String?

    /// States the files.
    public init(_ paths: [String] = [], table: String? = nil) { (self.paths, self.table) = (paths, table) }

    /// Refuses files that are inputs.
    func protect(_ inputs: [String]) throws(RequestError) {
        for path in paths { try OutputGuard.check(path, against: inputs) }
    }
}
