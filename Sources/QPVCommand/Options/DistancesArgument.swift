import ArgumentParser
import Foundation
import Interchange

/// `300` or `300,500`, in metres: a millimetre to 100 km.
struct DistancesArgument: ExpressibleByArgument, CustomStringConvertible {
    let metres: [Double]
    let description: String

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        let metres = parts.compactMap { parseDouble($0.trimmingCharacters(in: .whitespaces)) }
        guard metres.count == parts.count, Set(metres).count == metres.count,
            metres.allSatisfy({ $0 >= 0.001 && $0 <= 100_000 })
        else { return nil }
        self.metres = metres
        description = argument
    }
}
