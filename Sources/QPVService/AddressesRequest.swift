import Gazetteer
import Interchange
public import QPVKit

/// Every address of a perimeter, or its streets with the numbers that are inside.
public struct AddressesRequest: Sendable {
    /// What the list is written as.
    public enum Format: Sendable {
        /// One row an address, or a street.
        case csv
        /// The same with the provenance.
        case json
    }

    /// The code of a perimeter, or its name when only one has it.
    public var perimeter: String
    /// Whether streets are listed instead of addresses.
    public var streets = false
    /// Whether streets that lie wholly outside are listed too.
    public var outsideToo = false
    /// What the list is written as.
    public var format = Format.csv

    /// A question about a perimeter of the session's only file.
    public init(_ perimeter: String) { self.perimeter = perimeter }

    /// Lists the addresses, with the radii of the session.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, to output: RowsOutput, _ context: RunContext = RunContext()
    ) throws -> Outcome<AddressList> {
        let context = context.begun()
        let file = try session.perimeterFile(context)
        let atlas = try NamedPerimeter.find(perimeter, in: file.atlas)
        try output.protect([file.source.path, session.gazetteerPath(context)])
        let result = try output.open(limitedTo: [])
        let gazetteer = try session.gazetteer(context)
        let radii = session.options.verdict.radii
        let letterboxes = try Letterboxes(in: atlas, gazetteer, radii: radii)
        let list = AddressList(letterboxes: letterboxes, streets: streets ? letterboxes.streets(all: outsideToo) : nil)

        var provenance = Provenance(version: Version.number, command: "addresses")
        provenance.state(atlas)
        provenance.state(gazetteer.info)
        provenance.state("parameters", .object(["radius_m": radii.json]))
        var table = LetterboxTable(gazetteer)
        switch format {
        case .csv: try result.write(list.streets.map { table.streets($0) } ?? table.addresses(letterboxes))
        case .json:
            var text = OutputBuffer()
            text.append(json: list.json(&table, provenance), pretty: true)
            text.append("\n")
            try result.write(text)
        }
        try result.commit(provenance, context)
        return try Outcome(list, context, provenance)
    }
}

/// The addresses of a perimeter.
public struct AddressList: Sendable {
    /// Each with its verdict; their atlas holds the perimeter alone.
    public let letterboxes: Letterboxes
    /// The streets, when they were asked for.
    public let streets: [LetterboxStreet]?

    fileprivate func json(_ table: inout LetterboxTable, _ provenance: Provenance) -> JSONValue {
        let perimeter = letterboxes.atlas.perimeters[0]
        return [
            "code": .string(perimeter.code), "name": .string(perimeter.name),
            streets == nil ? "addresses" : "streets": streets.map { table.json($0) } ?? table.json(letterboxes),
            "provenance": provenance.value,
        ]
    }
}
