import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import QPVKit

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

    /// Reads the places.
    ///
    /// - Parameters:
    ///   - hasReport: whether a report of the command lists the places that are left out.
    ///   - gazetteer: opened when the first address is needed.
    func read(
        on date: CalendarDay?, radii: RadiusTable, hasReport: Bool, quiet: Bool, gazetteer: () throws -> Gazetteer?
    ) throws -> Places {
        var options = options(on: date, radii)
        options.categories = wantedCategories.isEmpty ? nil : wantedCategories
        return try Self.read(places, options, hasReport: hasReport, quiet: quiet, gazetteer: gazetteer)
    }

    /// Reads candidate sites: of any category, with those of the columns named that their file has.
    func readCandidates(
        _ path: String, on date: CalendarDay?, radii: RadiusTable, quiet: Bool, gazetteer: () throws -> Gazetteer?
    ) throws -> Places {
        var options = options(on: date, radii)
        options.requiresNamed = false
        return try Self.read(path, options, hasReport: true, quiet: quiet, gazetteer: gazetteer)
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

    /// Reads a file of places or of candidate sites, and says what came of it.
    ///
    /// - Parameter hasOptions: whether the command has those of this group, which an error may then name.
    static func read(
        _ path: String, _ options: PlaceOptions, hasReport: Bool, hasOptions: Bool = true, quiet: Bool,
        gazetteer: () throws -> Gazetteer?
    ) throws -> Places {
        let places: Places
        do {
            places = try Places(path: path, options: options, gazetteer: gazetteer)
        } catch let fault as ColumnError {
            throw ColumnFault.error(fault, file: path, line: 1, options: "--place-column role=name")
        } catch PerimeterError.unknownCRS(let name, let path) {
            throw unknownCRS(name, file: path, hasOptions: hasOptions)
        }
        let folded = Set(places.knownCategories.map(ColumnNames.fold))
        for category in options.categories ?? [] where !folded.contains(ColumnNames.fold(category)) {
            throw CommandError.badData(
                "no place is of the category \"\(category)\"", file: path,
                notes: ["categories of the file: \(places.knownCategories.joined(separator: ", "))"])
        }
        try requireAny(places)
        if !quiet {
            let columns = places.columns.map { "\($0.role) \($0.name)" }.joined(separator: ", ")
            Terminal.say("note: places from \(path): \(columns.isEmpty ? "points" : columns)")
            if hasReport, !places.notLocated.isEmpty {
                Terminal.say("note: \(counted(places.notLocated.count, "place")) not located: see the report")
            }
            if let dates = places.uncheckedDates(.english) { Terminal.say("note: \(dates)") }
            if !hasReport { sayLeftOut(of: places) }
        }
        warn(ofPersonsIn: places)
        return places
    }

    /// What is wrong with places in a system that is not known, and what helps in a command with or without these options.
    static func unknownCRS(_ name: String, file: String, hasOptions: Bool) -> CommandError {
        let remedy =
            hasOptions ? "state the CRS with --places-crs" : "give the places in longitude and latitude (WGS 84)"
        return .badData(PerimeterError.unknown(crs: name), file: file, notes: [remedy])
    }

    /// Refuses a file without a row, and one of which no row is located; that some are closed, or that their dates
    /// cannot be read, says something too.
    static func requireAny(_ places: Places) throws {
        guard places.items.isEmpty, places.notOpen.isEmpty, places.undated.isEmpty else { return }
        let reasons = Set(places.notLocated.map(\.reason)).sorted { $0.rawValue < $1.rawValue }
        throw CommandError.badData(
            places.rows == 0 ? "there is no place in the file" : "none of the places could be located",
            file: places.source.path, notes: reasons.map { "\($0.rawValue): \($0.sentence)" })
    }

    /// Refuses a file of which no place is known to be open on the day asked.
    static func requireOpen(_ places: Places) throws {
        guard places.items.isEmpty else { return }
        let missing = [
            (places.notOpen.count, "not open"), (places.undated.count, "with a date that cannot be read"),
            (places.notLocated.count, "not located"),
        ]
        throw CommandError.badData(
            "no place is known to be open" + (places.date.map { " on \($0)" } ?? ""), file: places.source.path,
            notes: missing.filter { $0.0 > 0 }.map { counted($0.0, "place") + " " + $0.1 })
    }

    /// Warns of a file that looks like one of persons: names of places are published.
    static func warn(ofPersonsIn places: Places) {
        guard !places.personColumns.isEmpty else { return }
        Terminal.say(
            "warning: \(places.source.path) has columns of persons (\(places.personColumns.joined(separator: ", "))): "
                + "as places they are published with their names and positions")
    }

    /// Lists places that are missing, where no report does: a few lines with the reason; names may be those of persons.
    private static func sayLeftOut(of places: Places) {
        func say(_ left: [(line: Int, why: String)], _ what: String) {
            guard !left.isEmpty else { return }
            var lines = ["note: \(counted(left.count, "place")) \(what)"]
            lines += left.prefix(mostLines).map { "  --> \(places.place($0.line))\($0.why)" }
            if left.count > mostLines { lines.append("  and \((left.count - mostLines).grouped) more") }
            Terminal.say(lines.joined(separator: "\n"))
        }
        say(
            places.notLocated.map { left in
                (left.line, ": " + left.reason.rawValue + (left.coordinateFault.map { " (\($0))" } ?? ""))
            }, "not located")
        say(places.undated.map { ($0.line, "") }, "left out for a date that cannot be read")
    }

    /// How many lines are listed at most.
    private static let mostLines = 10
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
