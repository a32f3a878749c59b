import Wording

// Shares: a bar an item, the interval in which the share lies, the target.
extension ChartDrawing {
    /// - Parameter all: the items of the whole chart, which has one scale.
    package func drawing(
        ofShares items: ArraySlice<ReportChart.ShareItem>, of all: [ReportChart.ShareItem], target: Double?
    ) -> Drawing {
        let known = all.flatMap { [$0.share, $0.bounds?.upperBound] } + [target]
        let end = min(Self.scaleEnd(known.compactMap { $0 }.filter(\.isFinite).max() ?? 1), 1)
        let plot = Self.width - 72
        func x(_ share: Double) -> Double { plot * min(max(share / end, 0), 1) }
        var drawing = Drawing()
        let top = target == nil ? 4.0 : 24.0
        // The lines of the scale come first: what is drawn later stands over them.
        let bottom = top + items.reduce(0) { $0 + 17 * Double(Self.lines($1.label).count) + 32 } - 5
        let steps = end == 1 || Self.scaleEnd(end * 2) == end * 2.5 ? 4 : 5
        for step in 0...steps {
            let share = end * Double(step) / Double(steps)
            drawing.line(x(share), top, x(share), bottom, Color.rule, " stroke-width=\"0.7\" stroke-dasharray=\"1 3\"")
            let anchor = step == 0 ? "start" : step == steps ? "end" : "middle"
            drawing.text(
                spelling.percent(share, decimals: isWhole(end / Double(steps)) ? 0 : 1), x(share), bottom + 16,
                anchor: anchor, color: Color.soft,
                size: 12)
        }
        drawing.line(0, bottom, plot, bottom, Color.soft, " stroke-width=\"1\"")
        if let target, target.isFinite {
            let place = x(target)
            drawing.line(
                place, top - 4, place, bottom, Color.target, " stroke-width=\"1.5\" stroke-dasharray=\"5 3\"")
            let label = "\(language("cible", "target")) \(spelling.percent(target, decimals: isWhole(target) ? 0 : 1))"
            let anchor = place < 60 ? "start" : place > plot - 60 ? "end" : "middle"
            drawing.text(label, place, top - 9, anchor: anchor, color: Color.target, size: 13, weight: 600)
            drawing.words.append(label)
        }
        var y = top
        for item in items {
            y = drawing.name(item.label, y) + 5
            draw(item, at: y, x, in: &drawing)
            if let target, target.isFinite {
                drawing.line(x(target), y - 3, x(target), y + 17, Color.target, " stroke-width=\"2\"")
            }
            y += 27
        }
        drawing.height = bottom + 22
        return drawing
    }

    private func draw(
        _ item: ReportChart.ShareItem, at y: Double, _ x: (Double) -> Double, in drawing: inout Drawing
    ) {
        let share = item.share.flatMap { $0.isFinite ? $0 : nil }
        var words = "\(item.label)\(language(" : ", ": "))\(share.map { spelling.percent($0) } ?? notAvailable)"
        if let share {
            drawing.rectangle(0, y, x(share), 14, Color.accent)
            drawing.text(
                spelling.percent(share), Self.width, y + 12, anchor: "end", size: 14, weight: 600)
        } else if item.bounds == nil {
            drawing.text(notAvailable, 4, y + 12, color: Color.soft, size: 13)
        } else {
            drawing.text(language("n. d.", "n/a"), Self.width, y + 12, anchor: "end", color: Color.soft, size: 13)
        }
        if let bounds = item.bounds, bounds.lowerBound.isFinite, bounds.upperBound.isFinite {
            let (low, high) = (x(bounds.lowerBound), x(bounds.upperBound))
            // White under the line, so that it is seen on the bar as beside it.
            drawing.line(low, y + 7, high, y + 7, "#ffffff", " stroke-width=\"4\"")
            for end in [low, high] {
                drawing.line(end, y + 1.5, end, y + 12.5, "#ffffff", " stroke-width=\"4\"")
            }
            drawing.line(low, y + 7, high, y + 7, Color.ink, " stroke-width=\"1.6\"")
            for end in [low, high] { drawing.line(end, y + 2.5, end, y + 11.5, Color.ink, " stroke-width=\"1.6\"") }
            let (least, most) = (spelling.percent(bounds.lowerBound), spelling.percent(bounds.upperBound))
            words += language(" (de \(least) à \(most))", " (\(least) to \(most))")
        }
        drawing.words.append(words)
    }

    private func isWhole(_ share: Double) -> Bool { ((share * 100).rounded() - share * 100).magnitude < 1e-9 }
}
