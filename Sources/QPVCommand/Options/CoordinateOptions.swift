import ArgumentParser
import Geodesy
import QPVService

/// Positions instead of addresses.
struct CoordinateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The column of longitudes, in degrees.", valueName: "name"))
    var lon: String?

    @Option(help: ArgumentHelp("The column of latitudes, in degrees.", valueName: "name"))
    var lat: String?

    @Option(help: ArgumentHelp("The column of eastings.", valueName: "name"))
    var x: String?

    @Option(help: ArgumentHelp("The column of northings.", valueName: "name"))
    var y: String?

    @Option(
        help: ArgumentHelp(
            "What the coordinates are in, such as EPSG:2154 (Lambert-93), the CRS of eastings unless stated.",
            valueName: "epsg"))
    var crs: CRS?

    func validate() throws {
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard (x == nil) == (y == nil) else { throw ValidationError("--x and --y go together") }
        guard lon == nil || x == nil else { throw ValidationError("--lon/--lat or --x/--y, not both") }
        guard lon == nil || crs?.isGeographic ?? true else {
            throw ValidationError("--lon and --lat are degrees: for metres of a grid name the columns with --x and --y")
        }
    }

    /// Whether the user asks for coordinates.
    var isNamed: Bool { lon != nil || x != nil || crs != nil }

    /// The columns that the user names; nil for none.
    var named: RowColumns? {
        if let lon, let lat { return .position(x: lon, y: lat, crs: crs ?? .wgs84) }
        if let x, let y { return .position(x: x, y: y, crs: crs ?? .lambert93) }
        return nil
    }

    /// Where the rows are: as the user says; else addresses when the file has them; else coordinates.
    ///
    /// - Parameter addresses: the names of `--address-columns`.
    func columns(addresses: [String]?) -> RowColumns {
        if let named { return named }
        if let addresses { return .addresses(addresses) }
        return crs == nil ? .found : .coordinates(crs)
    }
}
