import ArgumentParser
import QPVService

/// Which layer of a file is read, and under what names it has its fields.
struct FileLayerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The layer, where there are several: a member of an archive, or a table.", valueName: "name")
    )
    var layer: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The field with the code, when its name is an unusual one; LAYER=NAME for one of several files, by its kind or its name (repeatable).",
            valueName: "name"))
    var codeField: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("The field with the name; the same form.", valueName: "name"))
    var nameField: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("The field with the INSEE codes of the communes; the same form.", valueName: "name"))
    var communeField: [String] = []

    func apply(to reading: inout PerimeterReading) {
        reading.layer = layer
        reading.codeField = Self.ofAll(codeField)
        reading.nameField = Self.ofAll(nameField)
        reading.communeField = Self.ofAll(communeField)
        let roles: [(LayerField.Role, [String])] = [(.code, codeField), (.name, nameField), (.commune, communeField)]
        reading.fieldsOfLayers = roles.flatMap { role, given in
            given.compactMap(\.roleAndName).map { LayerField(role, of: $0.role, $0.name) }
        }
    }

    /// The field that is named for all files.
    private static func ofAll(_ given: [String]) -> String? { given.last { $0.roleAndName == nil } }
}
