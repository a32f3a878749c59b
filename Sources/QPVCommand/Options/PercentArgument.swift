import ArgumentParser
import QPVKit

/// `25%`, `25 %` or `25`: per cent, from 0 to 100.
struct PercentArgument: ExpressibleByArgument {
    let share: Double

    init?(argument: String) {
        let number = CellNumber(argument)
        guard let percent = number.percent ?? number.value, (0...100).contains(percent) else { return nil }
        // A share such as 0.25 would be a quarter of a per cent, which nobody means.
        guard number.percent != nil || percent == 0 || percent >= 1 else { return nil }
        share = percent / 100
    }
}
