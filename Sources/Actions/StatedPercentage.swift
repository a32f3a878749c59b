public import Tables

/// A percentage as somebody rounded it, or cut it off.
///
/// `31.4` says that the true share lies from 31.35 to below 31.5: rounding gives the lower half, cutting off the rest. Zeros at
/// the end of the decimals say nothing, since tables add them: `35,0` is read as `35`.
public struct StatedPercentage: Sendable, Equatable {
    /// As stated, in per cent.
    public let value: Double
    /// How many decimals it was stated with, zeros at the end left out; at most 4.
    public let decimals: Int

    /// A percentage.
    public init(_ value: Double) {
        self.value = value
        var scaled = value
        var decimals = 0
        while decimals < 4, (scaled - scaled.rounded()).magnitude > 1e-7 {
            scaled *= 10
            decimals += 1
        }
        self.decimals = decimals
    }

    /// The percentage of a cell, with or without its sign; nil when it states none.
    public init?(_ cell: CellNumber) {
        guard let value = cell.percent ?? cell.value else { return nil }
        self.init(value)
    }

    /// From what to what the true share may lie, in per cent.
    public var bounds: ClosedRange<Double> {
        let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
        return value - unit / 2 - 1e-9...value + unit + 1e-9
    }

    /// Whether a part of a whole may have been stated so; false when the whole is nothing.
    public func fits(_ part: Double, of whole: Double) -> Bool { whole > 0 && bounds.contains(100 * part / whole) }

    /// The same for a part and a whole that were themselves rounded, and may be off by so much.
    public func fits(_ part: Double, of whole: Double, within error: Double) -> Bool {
        guard whole > error else { return false }
        let low = 100 * (part - error) / (whole + error), high = 100 * (part + error) / (whole - error)
        return bounds.overlaps(min(low, high)...max(low, high))
    }

    /// Whether some whole number out of another gives it; O(1).
    public func isOfWholeNumber(outOf whole: Int) -> Bool {
        guard whole > 0 else { return false }
        let least = (bounds.lowerBound * Double(whole) / 100).rounded(.up)
        return fits(max(0, least), of: Double(whole))
    }
}
