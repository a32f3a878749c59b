import ArgumentParser
import Foundation
import Interchange

/// `80%`, `80 %` or `0.8`.
struct ShareArgument: ExpressibleByArgument, CustomStringConvertible {
    let share: Double

    init(_ share: Double) { self.share = share }

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        let number = argument.dropLast(isPercent ? 1 : 0).trimmingCharacters(in: .whitespaces)
        guard let value = parseDouble(number, decimalComma: true) else { return nil }
        share = isPercent ? value / 100 : value
        guard (0...1).contains(share) else { return nil }
    }

    var description: String { "\(Int((share * 100).rounded()))%" }
}
