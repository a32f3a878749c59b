import ArgumentParser
import QPVKit

/// `0-5,6-15,65+`.
struct BandsArgument: ExpressibleByArgument, CustomStringConvertible {
    let value: AgeBands

    init(value: AgeBands) { self.value = value }

    init?(argument: String) {
        guard let value = AgeBands(argument) else { return nil }
        self.value = value
    }

    var description: String { value.bands.map(\.name).joined(separator: ",") }
}
