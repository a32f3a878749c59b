import Interchange

extension Report {
    /// The report in a format, whole.
    ///
    /// The same report gives the same bytes.
    public func bytes(as format: ReportFormat) throws -> [UInt8] {
        switch format {
        case .html: Array(ReportHTML.text(of: self).utf8)
        case .markdown: Array(ReportMarkdown.text(of: self).utf8)
        case .csv: ReportCSV.bytes(of: self)
        case .json: Array((ReportJSON.value(of: self).json(pretty: true) + "\n").utf8)
        case .workbook: try ReportWorkbook.bytes(of: self)
        }
    }

    /// One of the tables alone, as CSV: the line of headings and the rows; nil when there is none of this name.
    public func bytes(ofTable name: String) -> [UInt8]? {
        tables.first { $0.name == name }.map { ReportCSV.bytes(of: $0, language) }
    }
}
