import ArgumentParser
import QPVService

/// Which perimeters are asked, for a command that takes one file of them.
struct OnePerimeterFile: ParsableArguments, SessionPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads; KIND=FILE or KIND-VINTAGE=FILE when it does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @OptionGroup var reading: ReadingOptions

    /// The files named, as the user gave them.
    var paths: [String] { perimeters.map(\.path) }

    func apply(to options: inout SessionOptions) {
        options.perimeters = perimeters.map(\.source)
        reading.apply(to: &options.reading)
    }
}
