import ArgumentParser
import Foundation
import Geodesy
import Interchange
import QPVKit
import QPVService

/// Which places are asked, and how their file is read.
struct PlaceReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The places: a CSV with coordinates, addresses or both, or a GeoJSON file of points.", valueName: "file"))
    var places: String

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A column of the places by its role (repeatable): x, y, address, id, name, category, opens or closes.",
            valueName: "role=name"))
    var placeColumn: [PlaceColumnArgument] = []

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
        guard (named("x") == nil) == (named("y") == nil) else {
            throw ValidationError("--place-column x=… and y=… go together")
        }
        let roles = placeColumn.map(\.role).filter { $0 != "address" }
        if Set(roles).count < roles.count { throw ValidationError("--place-column names a role twice") }
    }

    private func named(_ role: String) -> String? { placeColumn.first { $0.role == role }?.name }

    /// The places.
    ///
    /// - Parameter report: whether a report of the command lists the places that are left out.
    func input(on date: CalendarDay? = nil, radii: RadiusTable, report: Bool) -> PlaceInput {
        var options = options(on: date, radii)
        options.categories = wantedCategories.isEmpty ? nil : wantedCategories
        return PlaceInput(places, options, account: report ? .report : .notes)
    }

    /// Candidate sites: of any category, with those of the columns named that their file has.
    func candidates(_ path: String, on date: CalendarDay?, radii: RadiusTable) -> PlaceInput {
        var options = options(on: date, radii)
        options.requiresNamed = false
        return PlaceInput(path, options, account: .report)
    }

    private func options(on date: CalendarDay?, _ radii: RadiusTable) -> PlaceOptions {
        var options = PlaceOptions()
        if let x = named("x"), let y = named("y") { options.position = (x, y) }
        options.crs = placesCrs
        let address = placeColumn.filter { $0.role == "address" }.map(\.name)
        options.address = address.isEmpty ? nil : address
        (options.id, options.name, options.category) = (named("id"), named("name"), named("category"))
        (options.opens, options.closes, options.date, options.radii) = (named("opens"), named("closes"), date, radii)
        return options
    }
}

/// `category=type_equipement`.
struct PlaceColumnArgument: ExpressibleByArgument {
    let role: String
    let name: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let roles = ["x", "y", "address", "id", "name", "category", "opens", "closes"]
        guard parts.count == 2, roles.contains(parts[0]), !parts[1].isEmpty else { return nil }
        (role, name) = (parts[0], parts[1])
    }
}

/// `80%`, `80 %` or `0.8`.
struct ShareArgument: ExpressibleByArgument, CustomStringConvertible {
    let share: Double

    init(_ share: Double) { self.share = share }

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        let number = argument.dropLast(isPercent ? 1 : 0).trimmingCharacters(in: .whitespaces)
        guard let value = parseDouble(number, decimalComma: true) else { return nil }
        share = isPercent ? value / 100 : value
        guard (0...1).contains(share) else { return nil }
    }

    var description: String { "\(Int((share * 100).rounded()))%" }
}
