import Foundation
import Interchange
package import Wording

/// A chart as a figure of a page: a caption, a legend and drawings in SVG.
///
/// Lengths are units of a drawing 480 wide, so that its letters are legible on a telephone as on paper. Names stand above their
/// bars, where long ones have room. A long chart is several drawings, each of which fits a page.
package struct ChartDrawing {
    package static let width = 480.0
    /// The most items of one drawing.
    static let itemsPerDrawing = 10

    let spelling: NumberSpelling
    private let chart: ReportChart
    private let rank: Int

    /// - Parameter rank: the number of the chart in its page, from 1.
    package init(_ chart: ReportChart, _ spelling: NumberSpelling, rank: Int) {
        self.chart = chart
        self.spelling = spelling
        self.rank = rank
    }

    package var language: Language { spelling.language }

    /// The figure.
    package var html: String {
        let (title, legend, drawings) = contents
        var html = "<figure>\n<figcaption>\(htmlEscaped(title))</figcaption>\n"
        if drawings.isEmpty {
            return html + "<p class=\"none\">\(language("Rien à représenter.", "Nothing to draw."))</p>\n</figure>"
        }
        if !legend.isEmpty {
            let entries = legend.map { "<li>\(Self.swatch($0.color))\(htmlEscaped($0.label))</li>" }
            html += "<ul class=\"legend\">\(entries.joined())</ul>\n"
        }
        for (place, drawing) in drawings.enumerated() {
            let name = "chart-\(rank)-\(place + 1)"
            let part = drawings.count == 1 ? "" : " (\(place + 1)/\(drawings.count))"
            html += """
                <svg viewBox="0 0 \(Self.length(Self.width)) \(Self.length(drawing.height))" role="img" \
                aria-labelledby="\(name)-title \(name)-desc">
                <title id="\(name)-title">\(htmlEscaped(title + part))</title>
                <desc id="\(name)-desc">\(htmlEscaped(drawing.words.joined(separator: " ; ")))</desc>
                \(drawing.marks.joined(separator: "\n"))
                </svg>\n
                """
        }
        return html + "</figure>"
    }

    private var contents: (title: String, legend: [(color: String, label: String)], drawings: [Drawing]) {
        switch chart {
        case .shares(let title, let items, let target):
            (title, [], chunks(items).map { drawing(ofShares: $0, of: items, target: target) })
        case .pyramid(let title, let bands):
            (title, pyramidLegend, bands.isEmpty ? [] : [drawing(ofPyramid: bands)])
        case .parts(let title, let classes, let items):
            (title, partsLegend(classes), chunks(items).map { drawing(ofParts: $0, classes: classes) })
        }
    }

    /// Items in drawings of about equal length.
    private func chunks<Item>(_ items: [Item]) -> [ArraySlice<Item>] {
        let count = (items.count + Self.itemsPerDrawing - 1) / Self.itemsPerDrawing
        return (0..<count).map { items[items.count * $0 / count..<items.count * ($0 + 1) / count] }
    }

    private static func swatch(_ color: String) -> String {
        "<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\" height=\"10\" fill=\"\(color)\"/></svg>"
    }

    /// A length or place to a tenth, which is finer than any screen.
    package static func length(_ value: Double) -> String { JSONValue(value, decimals: 1).text }
}

extension ChartDrawing {
    /// A name broken into at most two lines of what fits, the rest left out with an ellipsis.
    package static func lines(_ name: String, fitting limit: Int = 62) -> [String] {
        var lines = [""]
        for word in name.split(whereSeparator: \.isWhitespace) {
            var word = word
            while !word.isEmpty {
                let gap = lines[lines.count - 1].isEmpty ? "" : " "
                let room = limit - lines[lines.count - 1].count - gap.count
                if word.count <= room {
                    lines[lines.count - 1] += gap + word
                    word = ""
                } else if lines[lines.count - 1].isEmpty {
                    lines[lines.count - 1] += word.prefix(limit)
                    word = word.dropFirst(limit)
                    lines.append("")
                } else {
                    lines.append("")
                }
            }
        }
        if lines.count > 1, lines[lines.count - 1].isEmpty { lines.removeLast() }
        guard lines.count > 2 else { return lines }
        return [lines[0], lines[1].prefix(limit - 1) + "…"]
    }

    /// The end of a scale from 0: 1, 2, 2.5 or 5 times a power of ten, not below `value`; 1 for nothing.
    static func scaleEnd(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        let power = pow(10, log10(value).rounded(.down))
        let steps = [1.0, 2, 2.5, 5, 10].map { $0 * power }
        return steps.first { $0 >= value * (1 - 1e-9) } ?? value
    }

    /// What stands where a value is not known or not shown.
    var notAvailable: String { language("non disponible", "not available") }
}
