extension WorkbookWriter {
    /// A name that Excel takes for a sheet.
    static func sheetName(_ wanted: String, besides names: [String]) -> String {
        var base = String(
            wanted.unicodeScalars.map {
                "[]:*?/\\".unicodeScalars.contains($0) || $0.value < 0x20 ? " " : Character($0)
            })
        base = base.split(separator: " ").joined(separator: " ")
        while base.hasPrefix("'") { base.removeFirst() }
        func cut(_ text: String, _ limit: Int) -> String {
            var text = text
            while text.utf16.count > limit { text.removeLast() }
            while text.hasSuffix("'") || text.hasSuffix(" ") { text.removeLast() }
            return text
        }
        base = cut(base, 31)
        // "History" is Excel's own.
        if base.isEmpty || base.lowercased() == "history" { base = cut("Table \(base)", 31) }
        let taken = Set(names.map { $0.lowercased() })
        var name = base
        var rank = 2
        while taken.contains(name.lowercased()) {
            name = "\(cut(base, 31 - " (\(rank))".utf16.count)) (\(rank))"
            rank += 1
        }
        return name
    }
}
