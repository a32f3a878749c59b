/// The texts of a workbook that cells point to by their number, one behind another in one run of bytes.
final class SharedStrings: XMLStream.Listener {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isInText = false
    private var isInPhonetic = false

    /// The bytes of a text; nil when there is none of this number.
    func withText<R>(_ index: Int, _ body: (ArraySlice<UInt8>) -> R) -> R? {
        guard ends.indices.contains(index) else { return nil }
        return body(bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }

    func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLStream.Attributes) {
        if isEqual(name, "t") { isInText = !isInPhonetic }
        // How a Japanese text is read aloud is no part of it.
        if isEqual(name, "rPh") { isInPhonetic = true }
    }

    func end(_ name: UnsafePointer<CChar>) {
        if isEqual(name, "t") { isInText = false }
        if isEqual(name, "rPh") { isInPhonetic = false }
        if isEqual(name, "si") { ends.append(bytes.count) }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        if isInText { bytes.append(contentsOf: text) }
    }
}
