import ArgumentParser

/// Which perimeters are asked, for a command that takes one file of them.
struct OnePerimeterFile: ParsableArguments, PerimeterPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads; KIND=FILE or KIND-VINTAGE=FILE when it does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @OptionGroup var reading: ReadingOptions
}
