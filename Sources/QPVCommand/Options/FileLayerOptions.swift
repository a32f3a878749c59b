import ArgumentParser
import QPVService

/// Which layer of a file is read, and under what names it has its fields.
struct FileLayerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The layer, where there are several: a member of an archive, or a table.", valueName: "name")
    )
    var layer: String?

    @Option(help: ArgumentHelp("The field with the code, when its name is an unusual one.", valueName: "name"))
    var codeField: String?

    @Option(help: ArgumentHelp("The field with the name.", valueName: "name"))
    var nameField: String?

    @Option(help: ArgumentHelp("The field with the INSEE codes of the communes.", valueName: "name"))
    var communeField: String?

    func apply(to reading: inout PerimeterReading) {
        reading.layer = layer
        reading.codeField = codeField
        reading.nameField = nameField
        reading.communeField = communeField
    }
}
