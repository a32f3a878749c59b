// What a raw cell looks like, quotes and all: used to find a file's dialect.

/// Whether a cell is plain, or quoted from its first byte to its last.
func hasQuotesInPlace(_ cell: ArraySlice<UInt8>) -> Bool {
    guard cell.contains(quote) else { return true }
    guard cell.count >= 2, cell.first == quote, cell.last == quote else { return false }
    var pending = false
    for byte in cell.dropFirst().dropLast() {
        if byte == quote { pending.toggle() } else if pending { return false }
    }
    return !pending
}

/// The mark of a cell that is a number with decimals, quoted or not; nil for any other.
func decimalMark(of cell: ArraySlice<UInt8>) -> UInt8? {
    var cell = cell
    if cell.count >= 2, cell.first == quote, cell.last == quote { cell = cell.dropFirst().dropLast() }
    while let byte = cell.first, byte == 0x20 { cell.removeFirst() }
    while let byte = cell.last, byte == 0x20 { cell.removeLast() }
    if cell.first == UInt8(ascii: "-") { cell.removeFirst() }
    var mark: UInt8?
    var digits = 0
    for byte in cell {
        if byte &- UInt8(ascii: "0") <= 9 {
            digits += 1
        } else if mark == nil, digits > 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
            mark = byte
            digits = 0
        } else {
            return nil
        }
    }
    return digits > 0 ? mark : nil
}

/// The quote of CSV.
let quote = UInt8(ascii: "\"")
