/// What a report is written as.
public enum ReportFormat: String, Sendable, CaseIterable {
    /// One self-contained page, to be read and printed.
    case html
    /// Markdown, also what a terminal shows.
    case markdown
    /// Semicolons, decimal commas, a byte order mark: as a French Excel opens it.
    case csv
    /// Values with their stable names, for programs.
    case json
    /// An Excel workbook, one sheet a table.
    case workbook

    /// The format that the end of a path names; nil for any other end. What goes to `/dev/null` has one all the same.
    public init?(path: String) {
        if path == "/dev/null" {
            self = .markdown
            return
        }
        switch path.lowercased().split(separator: ".").last {
        case "html", "htm": self = .html
        case "md", "markdown", "txt": self = .markdown
        case "csv": self = .csv
        case "json": self = .json
        case "xlsx": self = .workbook
        default: return nil
        }
    }
}
