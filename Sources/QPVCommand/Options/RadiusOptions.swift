import ArgumentParser
import QPVKit
import QPVService

/// How near a border makes a verdict uncertain.
struct RadiusOptions: ParsableArguments, SessionPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "How far the true place may be from a position, in metres, 0 to 10000: one number for all, or such as "
                + "parcelle=30 for one type of position (repeatable).",
            valueName: "metres"))
    var radius: [RadiusArgument] = []

    /// The table of the library with what the user states.
    var table: RadiusTable {
        var table = RadiusTable()
        for argument in radius where argument.type == nil { table = RadiusTable(everywhere: argument.metres) }
        for argument in radius {
            if let type = argument.type { table[type] = argument.metres }
        }
        return table
    }

    func apply(to options: inout SessionOptions) { options.verdict.radii = table }
}
