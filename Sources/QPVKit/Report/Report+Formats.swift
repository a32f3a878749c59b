extension Report {
    /// The report in a format, whole.
    ///
    /// The same report gives the same bytes.
    public func bytes(as format: ReportFormat) throws -> [UInt8] {
        switch format {
        case .html: fatalError("not written yet")
        case .markdown: fatalError("not written yet")
        case .csv: fatalError("not written yet")
        case .json: fatalError("not written yet")
        case .workbook: fatalError("not written yet")
        }
    }
}
