/// A range of cells as Excel names it: `B2:D5`.
struct SheetReference {
    /// From 1.
    let rows: ClosedRange<Int>

    init?(range: String) {
        let ends = range.split(separator: ":").map { $0.drop { !$0.isNumber } }
        guard let first = ends.first.flatMap({ Int($0) }), let last = ends.last.flatMap({ Int($0) }), first <= last
        else {
            return nil
        }
        rows = first...last
    }

    /// The column of a cell such as `AB12`, from 0; nil for no letters. A column that no sheet has is given as a large one.
    static func column(_ cell: UnsafePointer<CChar>) -> Int? {
        var column = 0
        var place = cell
        while true {
            let letter = UInt8(bitPattern: place[0]) & 0xDF
            guard letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else { break }
            column = min(column * 26 + Int(letter - UInt8(ascii: "A")) + 1, 1 << 20)
            place += 1
        }
        return column == 0 ? nil : column - 1
    }
}
