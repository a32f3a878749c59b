import ArgumentParser
import QPVService

/// Points that are to be near a place, in the stead of addresses.
struct CoveragePointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A CSV of points that are to be near a place, in the stead of addresses: dwellings, inhabitants; its columns by --weight, --lon and --lat, or --x and --y.",
            valueName: "file"))
    var points: String?

    @Option(help: ArgumentHelp("The column of --points with their weights.", valueName: "name"))
    var weight: String?

    @OptionGroup var coordinates: CoordinateOptions

    func validate() throws {
        if points == nil, weight != nil || coordinates.isNamed {
            throw ValidationError("--weight and columns of coordinates go with --points")
        }
        if points == "-" { throw ValidationError("--points is a file: it is read once for each kind of perimeter") }
    }

    /// The points; nil when none are given.
    var input: PointInput? {
        points.map { path in
            PointInput(path, weight: weight, columns: coordinates.named ?? .coordinates(coordinates.crs))
        }
    }
}
