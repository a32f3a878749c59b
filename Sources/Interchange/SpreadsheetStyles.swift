/// What the part `styles.xml` says of numbers: the format of each cell style.
final class SpreadsheetStyles: XMLStream.Listener {
    /// By the style's number.
    private(set) var formats: [SpreadsheetFormat] = []
    private var codes: [Int: SpreadsheetFormat] = [:]
    private var isInCellStyles = false

    func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLStream.Attributes) {
        if isEqual(name, "numFmt"), let id = attributes["numFmtId"].flatMap({ Int($0) }),
            let code = attributes["formatCode"]
        {
            codes[id] = SpreadsheetFormat(code: code)
        } else if isEqual(name, "cellXfs") {
            isInCellStyles = true
        } else if isInCellStyles, isEqual(name, "xf") {
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id] ?? SpreadsheetFormat(builtIn: id))
        }
    }

    func end(_ name: UnsafePointer<CChar>) {
        if isEqual(name, "cellXfs") { isInCellStyles = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
