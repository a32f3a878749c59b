/// Columns that a file lacks, or has twice.
public enum ColumnError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The user named a column that the file does not have.
    case unknownColumn(String, header: [String])
    /// Two columns bear the name.
    case ambiguousColumn(String, positions: [Int])
    /// No column holds an address, and no pair of columns holds coordinates.
    case noAddressColumns(header: [String])
    /// Coordinates were asked for, but no columns hold them.
    case noCoordinateColumns(header: [String])
    /// An EPSG code or CRS name that is not known.
    case unknownCRS(String)

    /// What is wrong, without `error:` before it.
    public var description: String {
        switch self {
        case .unknownColumn(let name, let header):
            "no column is named \"\(name)\"; the file has \(Self.list(header))"
        case .ambiguousColumn(let name, let positions):
            "two columns are named \"\(name)\" (columns \(positions.map(String.init).joined(separator: " and ")))"
        case .noAddressColumns(let header):
            "no column holds an address: the file has \(Self.list(header)); looked for "
                + Self.list([.address, .street, .housenumber, .postcode, .city, .citycode])
        case .noCoordinateColumns(let header):
            "no columns hold coordinates: the file has \(Self.list(header)); looked for "
                + Self.list([.longitude, .latitude, .x, .y])
        case .unknownCRS(let name):
            "the CRS \"\(name)\" is not known; give an EPSG code such as EPSG:2154 (Lambert-93) or EPSG:4326"
        }
    }

    private static func list(_ header: [String]) -> String {
        let shown = header.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return header.count > 40 ? "\(shown) and \(header.count - 40) more" : shown
    }

    private static func list(_ roles: [ColumnRole]) -> String {
        roles.map { role in role.examples.prefix(4).joined(separator: ", ") }.joined(separator: "; ")
    }
}
