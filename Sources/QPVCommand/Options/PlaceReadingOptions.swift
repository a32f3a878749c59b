import ArgumentParser
import Geodesy
import QPVKit
import QPVService

/// Which places are asked, and how their file is read.
struct PlaceReadingOptions: ParsableArguments {
    /// What a column of places is for.
    enum Role: String {
        case x, y, address, id, name, category, opens, closes
    }

    @Option(
        help: ArgumentHelp(
            "The places: a CSV with coordinates, addresses or both, or a GeoJSON file of points.", valueName: "file"))
    var places: String

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A column of the places by its role (repeatable): x, y, address, id, name, category, opens or closes.",
            valueName: "role=name"))
    var placeColumn: [RoleArgument<Role>] = []

    @Option(
        help: ArgumentHelp(
            "What the coordinates of the places are in, whatever the file says: such as EPSG:2154.",
            valueName: "epsg"))
    var placesCrs: CRS?

    @Option(
        name: .customLong("category"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Only the places of this category (repeatable).", valueName: "name"))
    var wantedCategories: [String] = []

    func validate() throws {
        guard (named(.x) == nil) == (named(.y) == nil) else {
            throw ValidationError("--place-column x=… and y=… go together")
        }
        let roles = placeColumn.map(\.role).filter { $0 != .address }
        if Set(roles).count < roles.count { throw ValidationError("--place-column names a role twice") }
    }

    private func named(_ role: Role) -> String? { [String](role, in: placeColumn).first }

    /// The places.
    var input: PlaceInput {
        var options = PlaceOptions()
        if let x = named(.x), let y = named(.y) { options.position = (x, y) }
        options.crs = placesCrs
        let address = [String](.address, in: placeColumn)
        options.address = address.isEmpty ? nil : address
        (options.id, options.name, options.category) = (named(.id), named(.name), named(.category))
        (options.opens, options.closes) = (named(.opens), named(.closes))
        options.categories = wantedCategories.isEmpty ? nil : wantedCategories
        return PlaceInput(places, options)
    }
}
