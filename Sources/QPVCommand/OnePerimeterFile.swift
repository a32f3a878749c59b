import ArgumentParser
import Geodesy
import QPVKit

/// Which perimeters are asked, for a command that takes one file of them.
struct OnePerimeterFile: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads; KIND=FILE or KIND-VINTAGE=FILE when it does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @Option(
        help: ArgumentHelp("The kind of all its perimeters, whatever the file says.", valueName: "kind"))
    var kind: PerimeterKind?

    @Option(help: ArgumentHelp("The CRS of its coordinates, when the file does not say.", valueName: "epsg"))
    var perimetersCrs: CRS?

    @OptionGroup var layer: FileLayerOptions

    /// Reads it; shapes are repaired when a question comes near them.
    func read(quiet: Bool) throws -> PerimeterFile {
        var options = PerimeterOptions()
        (options.perimeters, options.kind, options.perimetersCrs) = (perimeters, kind, perimetersCrs)
        options.layer = layer
        return try options.read(quiet: quiet, repairs: .onDemand)
    }
}
