import ArgumentParser
import Geodesy
import QPVKit
import QPVService

/// What a file of perimeters does not say of itself, and what is read of it.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The kind of all its perimeters, whatever the file says.", valueName: "kind"))
    var kind: PerimeterKind?

    @Option(help: ArgumentHelp("The CRS of its coordinates, when the file does not say.", valueName: "epsg"))
    var perimetersCrs: CRS?

    @OptionGroup var layer: FileLayerOptions

    func apply(to reading: inout PerimeterReading) {
        (reading.kind, reading.crs) = (kind, perimetersCrs)
        layer.apply(to: &reading)
    }
}
