import ArgumentParser
import QPVKit
import QPVService

/// Which of the perimeters are asked, and what is asked beside the verdict.
struct LayerOptions: ParsableArguments, SessionPart {
    @OptionGroup var choice: LayerChoiceOptions

    @Option(
        help: ArgumentHelp(
            "Distances to test, such as 300,500: is the place within so many metres of a perimeter?",
            valueName: "metres"))
    var within: DistancesArgument?

    @Option(
        name: .customLong("rule"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "Apply a rule of law, in a column of its own (repeatable): see \"qpv rules\".", valueName: "name"))
    var rules: [Rule] = []

    @Flag(help: "Distances in metres on the ground instead of metres of the territory's grid.")
    var ground = false

    func validate() throws {
        if Set(rules).count < rules.count { throw ValidationError("--rule names a rule twice") }
    }

    func apply(to options: inout SessionOptions) { choice.apply(to: &options) }

    /// What is asked beside the verdict.
    var questions: LayerQuestions {
        var questions = LayerQuestions()
        (questions.distances, questions.rules, questions.onGround) = (within?.metres ?? [], rules, ground)
        return questions
    }
}
