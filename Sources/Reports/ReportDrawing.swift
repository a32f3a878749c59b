/// A drawing of a page, in SVG, with what it shows in words for those who do not see it.
public struct ReportDrawing: Sendable {
    /// The caption.
    package let title: String
    /// What it shows, a sentence or a figure each.
    package let words: [String]
    /// Lengths in units of the drawing.
    package let width: Double, height: Double
    /// The elements of SVG, from the back to the front.
    package let marks: [String]
    /// What the marks stand for: a small drawing ten units wide and high, and its meaning.
    let legend: [(marks: String, label: String)]

    package init(
        title: String, words: [String], width: Double, height: Double, marks: [String],
        legend: [(marks: String, label: String)]
    ) {
        (self.title, self.words, self.marks, self.legend) = (title, words, marks, legend)
        (self.width, self.height) = (width, height)
    }

    /// The figure.
    ///
    /// - Parameter rank: the number of the drawing in its page, from 1.
    package func html(rank: Int) -> String {
        let name = "drawing-\(rank)"
        let entries = legend.map { entry in
            "<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\">\(entry.marks)</svg>\(htmlEscaped(entry.label))</li>"
        }
        return """
            <figure>
            <svg viewBox="0 0 \(ChartDrawing.length(width)) \(ChartDrawing.length(height))" role="img" \
            aria-labelledby="\(name)-title \(name)-desc">
            <title id="\(name)-title">\(htmlEscaped(title))</title>
            <desc id="\(name)-desc">\(htmlEscaped(words.joined(separator: " ; ")))</desc>
            \(marks.joined(separator: "\n"))
            </svg>
            <ul class="legend">\(entries.joined())</ul>
            </figure>
            """
    }
}
