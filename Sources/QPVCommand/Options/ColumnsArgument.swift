import ArgumentParser
import QPVKit

/// `verdict` or `verdict,position,match`.
struct ColumnsArgument: ExpressibleByArgument, CustomStringConvertible {
    let value: Audit.Columns

    init(value: Audit.Columns) { self.value = value }

    init?(argument: String) {
        var value: Audit.Columns = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let group = Self.groups.first(where: { $0.name == name })?.columns, value.isDisjoint(with: group)
            else {
                return nil
            }
            value.insert(group)
        }
        guard value.contains(.verdict) else { return nil }
        self.value = value
    }

    var description: String { Self.groups.filter { value.contains($0.columns) }.map(\.name).joined(separator: ",") }

    private static let groups: [(name: String, columns: Audit.Columns)] = [
        ("verdict", .verdict), ("position", .position), ("match", .match),
    ]
}
