import ArgumentParser

/// Which perimeters are asked.
struct PerimeterOptions: ParsableArguments, PerimeterPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads (repeatable); KIND=FILE or KIND-VINTAGE=FILE for one that does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @OptionGroup var reading: ReadingOptions
}
