import ArgumentParser
import Foundation

/// `2024`, `2024,2015` or `all`.
struct VintagesArgument: ExpressibleByArgument {
    /// In the order given; empty for all.
    let years: [Int]

    init?(argument: String) {
        if argument == "all" {
            years = []
            return
        }
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
            Int($0.trimmingCharacters(in: .whitespaces))
        }
        let years = parts.compactMap { $0 }
        guard !years.isEmpty, years.count == parts.count, Set(years).count == years.count,
            years.allSatisfy((1000...9999).contains)
        else { return nil }
        self.years = years
    }
}
