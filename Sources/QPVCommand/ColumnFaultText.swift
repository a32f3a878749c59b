import QPVKit

/// The words about columns that do not fit.
enum ColumnFaultText {
    static func message(_ fault: ColumnError) -> String {
        switch fault {
        case .unknownColumn(let name, _): "no column is named \"\(name)\""
        case .ambiguousColumn(let name, let positions):
            "columns \(positions.map(String.init).joined(separator: " and ")) are both named \"\(name)\""
        case .noAddressColumns: "no column holds an address"
        case .noCoordinateColumns: "no columns hold coordinates"
        case .unknownCRS: fault.description
        }
    }

    /// What the file has, and what was looked for.
    static func evidence(_ fault: ColumnError) -> [String] {
        switch fault {
        case .unknownColumn(_, let header): [columns(header)]
        case .noAddressColumns(let header):
            [columns(header)] + looked([.address, .street, .housenumber, .postcode, .city, .citycode])
        case .noCoordinateColumns(let header): [columns(header)] + looked([.longitude, .latitude, .x, .y])
        case .ambiguousColumn, .unknownCRS: []
        }
    }

    /// - Parameter options: those that name other columns; empty when there are none.
    static func remedies(_ fault: ColumnError, options: String) -> [String] {
        switch fault {
        case .ambiguousColumn where !options.isEmpty: ["rename one, or name other columns with \(options)"]
        case .noAddressColumns: ["name the columns with \(options)"]
        case .noCoordinateColumns: ["name them with --lon and --lat, or --x and --y"]
        case .ambiguousColumn, .unknownColumn, .unknownCRS: []
        }
    }

    /// What helps where no file is known, after the library's sentence.
    static func advice(on fault: ColumnError) -> String {
        switch fault {
        case .ambiguousColumn: ": rename one, or name the columns with --address-columns"
        case .noAddressColumns: "; name them with --address-columns, or coordinates with --lon and --lat"
        case .unknownColumn, .noCoordinateColumns, .unknownCRS: ""
        }
    }

    private static func columns(_ header: [String]) -> String {
        let shown = header.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return "columns of the file: " + (header.count > 40 ? "\(shown) and \(header.count - 40) more" : shown)
    }

    private static func looked(_ roles: [ColumnRole]) -> [String] {
        roles.map { "looked for \($0.rawValue): \($0.examples.prefix(6).joined(separator: ", "))" }
    }
}
