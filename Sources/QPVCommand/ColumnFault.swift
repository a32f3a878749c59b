import ArgumentParser
import QPVKit

/// Says of a file whose columns do not fit what it has, what was looked for, and which option helps.
enum ColumnFault {
    /// The error with the name of the file it is about.
    ///
    /// - Parameters:
    ///   - line: that of the headings.
    ///   - takesPositions: whether the command can do with coordinates.
    static func error(_ fault: ColumnError, file: String, line: Int, takesPositions: Bool) -> CommandError {
        let options = "--address-columns" + (takesPositions ? ", --lon and --lat, or --x and --y" : "")
        return error(fault, file: file, line: line, options: options)
    }

    /// The same for columns that are named with other options.
    static func error(_ fault: ColumnError, file: String, line: Int, options: String) -> CommandError {
        switch fault {
        case .unknownColumn(let name, let header):
            CommandError.badData("no column is named \"\(name)\"", file: file, line: line, notes: [columns(header)])
        case .ambiguousColumn(let name, let positions):
            CommandError.badData(
                "columns \(positions.map(String.init).joined(separator: " and ")) are both named \"\(name)\"",
                file: file, line: line,
                notes: ["rename one, or name other columns with \(options)"])
        case .noAddressColumns(let header):
            CommandError.badData(
                "no column holds an address", file: file, line: line,
                notes: [columns(header)] + looked([.address, .street, .housenumber, .postcode, .city, .citycode])
                    + ["name the columns with \(options)"])
        case .noCoordinateColumns(let header):
            CommandError.badData(
                "no columns hold coordinates", file: file, line: line,
                notes: [columns(header)] + looked([.longitude, .latitude, .x, .y])
                    + ["name them with --lon and --lat, or --x and --y"])
        case .unknownCRS:
            CommandError(code: ExitStatus.usage, message: fault.description)
        }
    }

    private static func columns(_ header: [String]) -> String {
        let shown = header.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return "columns of the file: " + (header.count > 40 ? "\(shown) and \(header.count - 40) more" : shown)
    }

    private static func looked(_ roles: [ColumnRole]) -> [String] {
        roles.map { "looked for \($0.rawValue): \($0.names.prefix(6).joined(separator: ", "))" }
    }
}
