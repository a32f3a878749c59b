import ArgumentParser
import QPVKit
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

    @Option(
        help: ArgumentHelp(
            "The ground where the files hold all perimeters: france, départements and INSEE codes of communes, such as 57,54463; beside what they show by themselves.",
            valueName: "codes"))
    var covers: CoversArgument?

    func validate() throws {
        if on != nil, vintage != nil { throw ValidationError("--on or --vintage, not both") }
        if aliases != nil, groups == nil { throw ValidationError("--aliases is for the names in --groups") }
    }

    /// The files that a user writes by hand.
    var files: [String] { [groups, aliases].compactMap { $0 } }

    /// Whether all perimeters of the files are asked, as they are.
    var isNothing: Bool { on == nil && vintage == nil && groups == nil }

    func apply(to options: inout SessionOptions) {
        options.selection.choice = on.map { .on($0) } ?? vintage.map { .vintages($0.years) } ?? .only
        options.selection.ground = covers?.ground
        (options.selection.groups, options.selection.aliases) = (groups, aliases)
    }
}
