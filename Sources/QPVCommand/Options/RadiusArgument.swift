import ArgumentParser
import Gazetteer
import Interchange
import QPVKit

/// `12`, or `parcelle=30`.
struct RadiusArgument: ExpressibleByArgument {
    let type: PositionType?
    let metres: Double

    init?(argument: String) {
        let parts = argument.roleAndName
        guard let metres = parseDouble(parts?.name ?? argument), metres.isFinite, metres >= 0, metres <= 10_000 else {
            return nil
        }
        self.metres = metres
        type = parts.flatMap { Self.type($0.role) }
        if parts != nil, type == nil { return nil }
    }

    private static func type(_ name: String) -> PositionType? {
        let name = ColumnNames.fold(name)
        return name == "inconnue" ? .unknown : PositionType.allCases.first { ColumnNames.fold($0.name) == name }
    }
}
