public import Gazetteer
public import Interchange
import Tables

/// The lists of letterboxes and of streets, as tables and as JSON.
public struct LetterboxTable {
    private static let addressColumns =
        [
            "id", "housenumber", "suffix", "street", "postcode", "city", "citycode", "lon", "lat", "position_type",
        ] + verdictFields.map(\.rawValue)
    private static let verdictFields: [VerdictField] = [.verdict, .probability, .quality, .distance]
    private static let streetColumns = [
        "id", "street", "postcode", "city", "citycode", "status", "addresses", "inside", "uncertain", "outside",
        "inside_numbers", "uncertain_numbers",
    ]

    private let gazetteer: Gazetteer
    private var streets: [UInt32: StreetEntry] = [:]
    private var cities: [String: String] = [:]

    /// A table of addresses of this gazetteer.
    public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// One row an address, as CSV (comma, UTF-8, LF): longitude and latitude in degrees, distance to the border in metres, negative
    /// inside.
    public mutating func addresses(_ letterboxes: Letterboxes) -> OutputBuffer {
        .table(Self.addressColumns, letterboxes.items.map { row($0) })
    }

    /// One row a street, as CSV.
    public mutating func streets(_ streets: [LetterboxStreet]) -> OutputBuffer {
        .table(Self.streetColumns, streets.map { row($0) })
    }

    /// The addresses as JSON, with the members that the columns are named after.
    public mutating func json(_ letterboxes: Letterboxes) -> JSONValue {
        .array(letterboxes.items.map { Self.object(Self.addressColumns, row($0)) })
    }

    /// The streets as JSON.
    public mutating func json(_ streets: [LetterboxStreet]) -> JSONValue {
        .array(streets.map { Self.object(Self.streetColumns, row($0)) })
    }

    private mutating func row(_ item: Letterboxes.Item) -> [JSONValue] {
        let address = item.address
        let street = street(address.street)
        return [
            .string(gazetteer.banID(of: address)), .string(address.number > 0 ? String(address.number) : ""),
            .string(address.suffix), .string(street?.name ?? ""), .string(address.postcode),
            .string(city(street?.citycode)), .string(street?.citycode ?? ""),
            FieldValue.degrees(address.longitude).json(), FieldValue.degrees(address.latitude).json(),
            .string(address.positionType.name),
        ] + Self.verdictFields.map { $0.value(in: item.verdict).json(metresTo: 1) }
    }

    private mutating func row(_ street: LetterboxStreet) -> [JSONValue] {
        let entry = street.street
        return [
            .string(entry.banID), .string(entry.name), .string(entry.postcode), .string(city(entry.citycode)),
            .string(entry.citycode), .string(street.status.rawValue), JSONValue(street.numbers.count),
            JSONValue(street.count(.inside)), JSONValue(street.count(.uncertain)), JSONValue(street.count(.outside)),
            .string(street.ranges(.inside)), .string(street.ranges(.uncertain)),
        ]
    }

    private mutating func street(_ id: UInt32) -> StreetEntry? {
        if let known = streets[id] { return known }
        let street = gazetteer.street(id)
        streets[id] = street
        return street
    }

    private mutating func city(_ code: String?) -> String {
        guard let code else { return "" }
        if let known = cities[code] { return known }
        let city = gazetteer.communes(citycode: code).first?.city ?? ""
        cities[code] = city
        return city
    }

    private static func object(_ columns: [String], _ row: [JSONValue]) -> JSONValue {
        .object(JSONObject(zip(columns, row).map { .init($0, $1) }))
    }
}
