import ArgumentParser
import QPVKit
import QPVService

/// How near a border makes a verdict uncertain, and how sure a match must be.
struct VerdictOptions: ParsableArguments, SessionPart {
    @OptionGroup var radii: RadiusOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A match less sure than this is no match.", valueName: "probability"))
    var minScore = 0.5

    @Flag(help: "Take each text for one address, also one that lists several (\"2 à 10 rue X, 3 rue Y\").")
    var oneAddress = false

    func validate() throws {
        guard (0...1).contains(minScore) else {
            throw ValidationError("--min-score is a probability, from 0 to 1")
        }
    }

    func apply(to options: inout SessionOptions) {
        radii.apply(to: &options)
        (options.verdict.minimumScore, options.verdict.readsExpressions) = (minScore, !oneAddress)
    }
}
