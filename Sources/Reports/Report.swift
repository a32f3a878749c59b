public import Provenance
public import Wording

/// A document of tables, charts and text, made once and written as HTML, Markdown, CSV, JSON or a workbook.
///
/// It holds values, not their spelling: how a number, a share or a suppressed count looks is the business of each format. Texts
/// are in the report's language.
public struct Report: Sendable {
    /// The language of its texts, and of how numbers are written.
    public var language: Language
    /// The title.
    public var title: String
    /// What stands under it: the file, the period.
    public var subtitle: String
    /// The parts, in order.
    public var sections: [Section] = []
    /// What it rests on.
    public var provenance: Provenance
    /// How a page of it is laid out.
    package var layout = Layout.report

    /// How a page is laid out; other formats know one way only.
    package enum Layout: Sendable {
        /// Everything one under the other, the provenance at the end.
        case report
        /// Small, for one sheet of paper; the provenance stands beside the file only.
        case sheet
    }

    /// A report without parts.
    public init(title: String, subtitle: String = "", language: Language, provenance: Provenance) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.provenance = provenance
    }

    /// A part with a heading.
    public struct Section: Sendable {
        /// The heading.
        public var title: String
        /// What stands in it, in order.
        public var blocks: [Block]
        /// Whether a wide page sets the first block to the left of the others.
        package var isBeside = false

        /// A part.
        public init(_ title: String, _ blocks: [Block] = []) {
            self.title = title
            self.blocks = blocks
        }
    }

    /// What stands in a section.
    public enum Block: Sendable {
        /// A paragraph of plain text.
        case paragraph(String)
        /// A paragraph that must not be overlooked: what is unknown, what was suppressed.
        case notice(String)
        /// Points.
        case list([String])
        /// A few figures that a reader wants first: what each is called, and its value.
        case figures([(label: String, value: ReportCell, note: String)])
        /// A table.
        case table(ReportTable)
        /// A chart; formats that draw nothing leave it out, since its figures stand in a table too.
        case chart(ReportChart)
        /// A drawing, such as a map; formats that draw nothing leave it out.
        case drawing(ReportDrawing)
    }

    /// All tables, in order.
    public var tables: [ReportTable] {
        sections.flatMap { section in
            section.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        }
    }
}
