import ArgumentParser
import Foundation
import Interchange

/// The environment variable that raises or lowers the limits of reading: `QPV_LIMITS=crossings=20000,unpacked=4294967296`.
enum LimitVariable {
    static let name = "QPV_LIMITS"

    /// Sets the limits of this process as the variable says.
    ///
    /// - Throws: a usage error for a limit that is not known or no number.
    static func apply(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        guard let text = environment[name], !text.isEmpty else { return }
        var limits = ReadingLimits.current
        for item in text.split(separator: ",") {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let bound = ReadingLimits.Bound(rawValue: String(parts[0])),
                let value = Int(parts[1]), value > 0
            else {
                let names = ReadingLimits.Bound.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\(name) holds \"\(item)\": expected NAME=NUMBER, where NAME is one of \(names)")
            }
            limits[bound] = value
        }
        ReadingLimits.current = limits
    }
}
