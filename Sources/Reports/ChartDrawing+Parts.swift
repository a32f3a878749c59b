import Wording

// Parts of wholes: a bar of equal length an item, divided by class.
extension ChartDrawing {
    func partsLegend(_ classes: [String]) -> [(color: String, label: String)] {
        classes.enumerated().map { (Color.ofClass($0).fill, $1) }
    }

    package func drawing(ofParts items: ArraySlice<ReportChart.PartsItem>, classes: [String]) -> Drawing {
        let plot = Self.width - 72
        var drawing = Drawing()
        var y = 2.0
        for item in items {
            y = drawing.name(item.label, y) + 5
            let known = item.counts.compactMap { $0 }
            let total = known.reduce(0, +)
            var words = "\(item.label)\(language(" : ", ": "))"
            if known.count < item.counts.count || known.isEmpty || known.contains(where: { $0 < 0 }) {
                drawing.text(notAvailable, 4, y + 14, color: Color.soft, size: 13)
                words += notAvailable
            } else if total == 0 {
                let none = language("aucun", "none")
                drawing.text(none, 4, y + 14, color: Color.soft, size: 13)
                words += none
            } else {
                draw(known, of: total, at: y, length: plot, in: &drawing)
                drawing.text(
                    spelling.number(Double(total), decimals: 0), Self.width, y + 14, anchor: "end", size: 14,
                    weight: 600)
                words += zip(classes, known).map { "\($0) \($1)" }.joined(separator: ", ")
            }
            drawing.words.append(words)
            y += 29
        }
        for step in 0...4 {
            let anchor = step == 0 ? "start" : step == 4 ? "end" : "middle"
            drawing.text(
                spelling.percent(Double(step) / 4, decimals: 0), plot * Double(step) / 4, y + 10, anchor: anchor,
                color: Color.soft, size: 12)
        }
        drawing.text(language("effectif", "count"), Self.width, y + 10, anchor: "end", color: Color.soft, size: 12)
        drawing.height = y + 16
        return drawing
    }

    private func draw(_ counts: [Int], of total: Int, at y: Double, length plot: Double, in drawing: inout Drawing) {
        var x = 0.0
        for (rank, count) in counts.enumerated() where count > 0 {
            let share = Double(count) / Double(total)
            let color = Color.ofClass(rank)
            // A white hair between neighbours.
            drawing.rectangle(x, y, max(plot * share - (x + plot * share < plot - 0.05 ? 1 : 0), 0.5), 20, color.fill)
            if share >= 0.11 {
                drawing.text(
                    spelling.percent(share, decimals: 0), x + plot * share / 2, y + 14.5, anchor: "middle",
                    color: color.letters, size: 12)
            }
            x += plot * share
        }
    }
}
