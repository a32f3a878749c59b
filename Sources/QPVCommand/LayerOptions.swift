public import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import Planar
public import QPVKit
import QPVService

/// Which of the perimeters are asked.
struct LayerChoiceOptions: ParsableArguments, SessionPart {
    @Option(
        help: ArgumentHelp(
            "The perimeters in force on that day, there and then: 2023-12-31 or 31/12/2023.", valueName: "date"))
    var on: CalendarDay?

    @Option(
        help: ArgumentHelp(
            "The vintages asked, such as 2024 or 2024,2015, or all; each after the first has columns of its own.",
            valueName: "years"))
    var vintage: VintagesArgument?

    @Option(
        help: ArgumentHelp(
            "A CSV name;members of named unions of perimeters (codes, names, or addresses, separated by |).",
            valueName: "file"))
    var groups: String?

    @Option(
        help: ArgumentHelp("A CSV ecriture;code_qp_2024 of other spellings of names, for --groups.", valueName: "file"))
    var aliases: String?

    func validate() throws {
        if on != nil, vintage != nil { throw ValidationError("--on or --vintage, not both") }
        if aliases != nil, groups == nil { throw ValidationError("--aliases is for the names in --groups") }
    }

    /// The files that a user writes by hand.
    var files: [String] { [groups, aliases].compactMap { $0 } }

    func apply(to options: inout SessionOptions) {
        options.selection.choice = on.map { .on($0) } ?? vintage.map { .vintages($0.years) } ?? .only
        (options.selection.groups, options.selection.aliases) = (groups, aliases)
    }
}

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

extension CalendarDay: ExpressibleByArgument {
    /// `2023-12-31` or `31/12/2023`.
    public init?(argument: String) { self.init(argument) }
}

extension Rule: ExpressibleByArgument {}
