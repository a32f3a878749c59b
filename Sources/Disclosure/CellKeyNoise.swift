/// The noise of cell-key perturbation: a fixed table, entered by the count and by a number made of the seed and the cell's key.
///
/// Zero stays zero; 1 to 4 become 0 or 5; 5 stays; from 6 on the noise is symmetric and reaches as far as leaves at least 5, at
/// most 4 away. So no result is from 1 to 4, no count moves by more than 4, and over all keys the mean error is zero.
/// A sum's noise is not the sum of its parts' noises: tables do not add up.
///
/// Source of the method: Thompson, Broadfoot and Elazar, "Methodology for the automatic confidentialisation of statistical
/// outputs from remote servers at the Australian Bureau of Statistics", UNECE/Eurostat work session, Ottawa 2013. The table is
/// this project's own.
enum CellKeyNoise {
    /// Of 256, how often the noise is 0, ±1, ±2 ... (each sign as often), by how far it may reach.
    private static let table: [[Int]] = [[256], [128, 64], [96, 52, 28], [64, 50, 32, 14], [52, 46, 32, 17, 7]]

    /// A cell's count with its noise.
    static func noisy(_ cell: CountSystem.Cell, seed: UInt64) -> Int {
        let draw = (cell.key &+ seed.mixed).mixed
        guard cell.count > 0 else { return 0 }
        if cell.count < 5 { return draw.multipliedFullWidth(by: 5).high < UInt64(cell.count) ? 5 : 0 }
        let weights = table[min(cell.count - 5, 4)]
        var left = Int(draw >> 56) - weights[0]
        if left < 0 { return cell.count }
        for distance in 1..<weights.count {
            if left < weights[distance] { return cell.count + distance }
            left -= weights[distance]
            if left < weights[distance] { return cell.count - distance }
            left -= weights[distance]
        }
        preconditionFailure("the weights do not add up to 256")
    }
}
