// What charts are drawn with: marks of SVG, and the colours.
extension ChartDrawing {
    /// What is drawn, from the top.
    package struct Drawing {
        var height = 0.0
        var marks: [String] = []
        /// The figures in words.
        var words: [String] = []

        mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: String) {
            guard width > 0 else { return }
            marks.append(
                "<rect x=\"\(length(x))\" y=\"\(length(y))\" width=\"\(length(width))\" height=\"\(length(height))\" "
                    + "fill=\"\(color)\"/>")
        }

        mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String, _ more: String = "")
        {
            marks.append(
                "<line x1=\"\(length(x1))\" y1=\"\(length(y1))\" x2=\"\(length(x2))\" y2=\"\(length(y2))\" "
                    + "stroke=\"\(color)\"\(more)/>")
        }

        mutating func text(
            _ text: String, _ x: Double, _ y: Double, anchor: String = "start", color: String = Color.ink,
            size: Double = 14, weight: Int = 400, hasHalo: Bool = false
        ) {
            var more = weight == 400 ? "" : " font-weight=\"\(weight)\""
            // White behind the letters, over the lines of a scale.
            if hasHalo { more += " stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"" }
            marks.append(
                "<text x=\"\(length(x))\" y=\"\(length(y))\" text-anchor=\"\(anchor)\" fill=\"\(color)\" "
                    + "font-size=\"\(length(size))\"\(more)>\(htmlEscaped(text))</text>")
        }

        /// A name on at most two lines from `y` down; gives the place under it.
        mutating func name(_ name: String, _ y: Double) -> Double {
            let lines = ChartDrawing.lines(name)
            for (rank, line) in lines.enumerated() { text(line, 0, y + 14 + 17 * Double(rank), hasHalo: true) }
            return y + 17 * Double(lines.count)
        }

        private func length(_ value: Double) -> String { ChartDrawing.length(value) }
    }

    /// The colours: shades of the accent, then greys, then others.
    enum Color {
        static let ink = "#1d2530"
        static let soft = "#4d5866"
        static let rule = "#c9d0d8"
        static let accent = "#0b4f8a"
        static let pale = "#a3c4e0"
        static let target = "#b3261e"
        /// Of the classes in order, each with that of letters on it.
        static let classes = [
            (accent, "#ffffff"), (pale, ink), ("#6b7581", "#ffffff"), ("#d5dae0", ink), ("#c98b2b", ink),
            ("#6d4c86", "#ffffff"),
        ]

        static func ofClass(_ rank: Int) -> (fill: String, letters: String) {
            classes[rank % classes.count]
        }
    }
}
