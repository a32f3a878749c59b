import Wording

// An age pyramid: women to the left, men to the right, the part inside darker and next to the middle.
extension ChartDrawing {
    var pyramidLegend: [(color: String, label: String)] {
        [
            (Color.accent, language("dans le périmètre", "inside the perimeter")),
            (Color.pale, language("ailleurs, ou inconnu", "elsewhere, or not known")),
        ]
    }

    package func drawing(ofPyramid bands: [ReportChart.PyramidBand]) -> Drawing {
        let counts = bands.flatMap { [$0.women?.all, $0.men?.all] }.compactMap { $0 }
        let end = max(Self.scaleEnd(Double(counts.max() ?? 0)), 4)
        let longest = bands.map(\.label.count).max() ?? 0
        let middle = Self.width / 2
        let gap = min(max(Double(longest) * 4 + 8, 24), 70)
        // Room for the count at the end of a bar.
        let plot = middle - gap - 46
        var drawing = Drawing()
        let headings = [(language("Femmes", "Women"), -1.0), (language("Hommes", "Men"), 1.0)]
        for (text, side) in headings {
            let anchor = side < 0 ? "end" : "start"
            drawing.text(text, middle + side * gap, 14, anchor: anchor, size: 14, weight: 600)
        }
        let top = 24.0
        let bottom = top + 24 * Double(bands.count)
        for side in [-1.0, 1] {
            for step in 0...2 {
                let value = end * Double(step) / 2
                let x = middle + side * (gap + plot * Double(step) / 2)
                drawing.line(x, top, x, bottom, Color.rule, " stroke-width=\"0.7\" stroke-dasharray=\"1 3\"")
                drawing.text(
                    spelling.number(value, decimals: value == value.rounded() ? 0 : 1), x, bottom + 16,
                    anchor: "middle",
                    color: Color.soft, size: 12)
            }
        }
        // From the oldest, at the top, to the youngest.
        for (rank, band) in bands.reversed().enumerated() {
            let y = top + 24 * Double(rank) + 3
            let label = Self.lines(band.label, fitting: 17)
            drawing.text(label[0] + (label.count > 1 ? "…" : ""), middle, y + 14, anchor: "middle", size: 13)
            for (counts, side) in [(band.women, -1.0), (band.men, 1.0)] {
                draw(counts, side: side, at: y, from: middle + side * gap, unit: plot / end, in: &drawing)
            }
            drawing.words.append(
                "\(band.label)\(language(" : ", ": "))\(words(band.women, headings[0].0)), \(words(band.men, headings[1].0))"
            )
        }
        drawing.height = bottom + 22
        return drawing
    }

    private func draw(
        _ counts: (all: Int, inside: Int?)?, side: Double, at y: Double, from x: Double, unit: Double,
        in drawing: inout Drawing
    ) {
        let anchor = side < 0 ? "end" : "start"
        guard let counts else {
            drawing.text(notAvailable, x + side * 4, y + 13, anchor: anchor, color: Color.soft, size: 12)
            return
        }
        func bar(_ count: Int, _ color: String) {
            let width = Double(max(count, 0)) * unit
            drawing.rectangle(side < 0 ? x - width : x, y, width, 18, color)
        }
        bar(counts.all, Color.pale)
        if let inside = counts.inside { bar(min(inside, counts.all), Color.accent) }
        drawing.text(
            spelling.number(Double(counts.all), decimals: 0), x + side * (Double(max(counts.all, 0)) * unit + 4),
            y + 14,
            anchor: anchor, size: 13)
    }

    private func words(_ counts: (all: Int, inside: Int?)?, _ who: String) -> String {
        guard let counts else { return "\(who.lowercased()) \(notAvailable)" }
        let all = "\(spelling.number(Double(counts.all), decimals: 0)) \(who.lowercased())"
        guard let inside = counts.inside else { return all }
        let part = spelling.number(Double(inside), decimals: 0)
        return all + language(" (dont \(part) dans le périmètre)", " (\(part) of them inside)")
    }
}
