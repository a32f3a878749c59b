import Foundation

/// What the cells of a column look like, from some rows of a file. Of no rows nothing is known, and every role fits.
struct ColumnContent: Sendable {
    /// How many cells are filled, of how many rows.
    let filled: Int, rows: Int
    /// The shares of the filled cells that are house numbers, postcodes, names, postcodes with a town, addresses.
    let numbers: Double, postcodes: Double, names: Double, postcodesAndTowns: Double, addresses: Double
    /// Of those that are the number of an arrondissement, or its postcode.
    let districts: Double
    /// Of those that have a digit.
    let withDigits: Double
    /// Of those with a postcode among the words.
    let withPostcodes: Double
    /// Of those that are two coordinates; degrees with minutes.
    let pairs: Double, sexagesimal: Double
    /// Of those that are numbers from -180 to 180; numbers of any size.
    let degrees: Double, numeric: Double
    /// Of those that have five characters, as codes have: digits, or a letter of Corsica.
    let codes: Double
    /// Whether the cells count the rows.
    let countsRows: Bool

    init(_ cells: [String]) {
        let all = cells.count
        let cells = cells.map { $0.trimmed }.filter { !$0.isEmpty }
        (filled, rows) = (cells.count, all)
        func share(_ isSo: (String) -> Bool) -> Double {
            cells.isEmpty ? 0 : Double(cells.count(where: isSo)) / Double(cells.count)
        }
        numbers = share(CellShape.isHouseNumber)
        postcodes = share(CellShape.isPostcode)
        names = share(CellShape.isName)
        postcodesAndTowns = share(CellShape.isPostcodeAndTown)
        addresses = share(CellShape.isAddress)
        districts = share { CellShape.isPostcode($0) || CellText.town($0).district != nil }
        withPostcodes = share {
            CellShape.hasDigit($0)
                && $0.split { !$0.isLetter && !$0.isNumber }.contains { CellShape.isPostcode(String($0)) }
        }
        withDigits = share(CellShape.hasDigit)
        pairs = share { CoordinateText.pair($0) != nil }
        sexagesimal = share { CoordinateText.degrees($0) != nil && Double($0) == nil }
        let measured = cells.map { CoordinateText.degrees($0) }
        numeric = cells.isEmpty ? 0 : Double(measured.count { $0 != nil }) / Double(cells.count)
        degrees =
            cells.isEmpty ? 0 : Double(measured.count { $0.map { abs($0) <= 180 } ?? false }) / Double(cells.count)
        codes = share(CellShape.isCode)
        let whole = cells.compactMap { Int($0) }
        countsRows =
            whole.count == cells.count && whole.count > 2
            && zip(whole, whole.dropFirst()).allSatisfy { $0 != .max && $1 == $0 + 1 }
    }

    /// Whether the cells may play a role.
    func fits(_ role: ColumnRole) -> Bool {
        if filled == 0 { return true }
        return switch role {
        case .city: names >= 0.3 || postcodesAndTowns >= 0.3
        case .citycode: postcodes >= 0.5 || isCorsican
        case .housenumber: numbers >= 0.3 || filled < 3
        case .longitude, .latitude, .x, .y: withDigits >= 0.5
        default: true
        }
    }

    /// Whether few rows are filled, where another column has so many.
    func isSparse(beside most: Int) -> Bool { rows > 0 && filled * 4 < most }

    /// Codes of Corsica, which are no numbers.
    private var isCorsican: Bool { names == 1 && withDigits == 1 }
}
