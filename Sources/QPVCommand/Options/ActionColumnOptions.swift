import ArgumentParser
import QPVKit

/// The columns of a table of actions, where their names do not tell.
struct ActionColumnOptions: ParsableArguments {
    @Option(
        name: .customLong("column"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "ROLE=COLUMN for a column whose name does not tell its role (repeatable); roles: "
                + ActionColumns.Role.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "role=name"))
    var named: [RoleArgument<ActionColumns.Role>] = []

    @Option(help: ArgumentHelp("The column of declared scopes.", valueName: "name"))
    var scope: String?

    @Option(help: ArgumentHelp("The column of total costs.", valueName: "name"))
    var cost: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A column of subsidies (repeatable), instead of those whose names begin with subv; NAME=COLUMN with that of its percentages of the total cost.",
            valueName: "name"))
    var funding: [String] = []

    func validate() throws {
        let roles = named.map(\.role) + (scope == nil ? [] : [.scope]) + (cost == nil ? [] : [.cost])
        if Set(roles).count < roles.count { throw ValidationError("a role has two columns") }
        if Set(funding).count < funding.count { throw ValidationError("--funding names a column twice") }
    }

    /// The columns for the library.
    var columns: ActionColumns {
        var columns = ActionColumns()
        for argument in named { columns.named[argument.role] = argument.name }
        if let scope { columns.named[.scope] = scope }
        if let cost { columns.named[.cost] = cost }
        if !funding.isEmpty { columns.funding = funding.map { $0.roleAndName?.role ?? $0 } }
        for (money, percent) in funding.compactMap(\.roleAndName) { columns.fundingPercents[money] = percent }
        return columns
    }
}
