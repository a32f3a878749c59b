import ArgumentParser
import QPVKit

/// How small counts are kept from telling who is counted.
struct DisclosureOptions: ParsableArguments {
    /// The method.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case none
        case suppression
        case cellKey = "cell-key"
    }

    @Option(
        help: ArgumentHelp(
            "Small counts of persons, contacts and files: suppression, cell-key (noise) or none. (default: suppression)",
            valueName: "method"))
    var disclosure: Method?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Counts below this are small, 0 aside. (default: 5)", valueName: "number"))
    var threshold: Int?

    @Option(help: ArgumentHelp("The seed of the noise, to be kept secret.", valueName: "number"))
    var seed: String?

    func validate() throws {
        guard threshold ?? 3 >= 3 else { throw ValidationError("--threshold is a number from 3") }
        guard threshold == nil || disclosure ?? .suppression == .suppression else {
            throw ValidationError("--threshold is for --disclosure suppression")
        }
        guard (disclosure == .cellKey) == (seed != nil) else {
            throw ValidationError("--seed and --disclosure cell-key go together")
        }
        if let seed, DisclosureControl.seed(seed) == nil {
            throw ValidationError("--seed is a number below 2^64, in digits or after 0x")
        }
    }

    /// Whether the user asks for any of it.
    var isNamed: Bool { disclosure != nil || threshold != nil || seed != nil }

    /// The method of the library.
    var control: DisclosureControl {
        switch disclosure ?? .suppression {
        case .none: .none
        case .suppression: .suppression(threshold: threshold ?? 5)
        case .cellKey: .cellKey(seed: DisclosureControl.seed(seed ?? "") ?? 0)
        }
    }
}
