import ArgumentParser
import QPVService

/// Which perimeters are asked.
struct PerimeterOptions: ParsableArguments, SessionPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads (repeatable); KIND=FILE or KIND-VINTAGE=FILE for one that does not say what it holds.",
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
