import ArgumentParser
import QPVKit

/// Which perimeters are asked, for a command that takes one file of them.
struct OnePerimeterFile: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads; KIND=FILE or KIND-VINTAGE=FILE when it does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @OptionGroup var reading: ReadingOptions

    /// Reads it.
    ///
    /// - Parameter repairs: by default shapes are repaired when a question comes near them.
    func read(quiet: Bool, repairs: PerimeterFile.Options.Repairs = .onDemand) throws -> PerimeterFile {
        var options = PerimeterOptions()
        (options.perimeters, options.reading) = (perimeters, reading)
        return try options.read(quiet: quiet, repairs: repairs)
    }
}
