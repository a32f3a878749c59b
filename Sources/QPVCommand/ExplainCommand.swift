import ArgumentParser
import Gazetteer

/// `qpv explain`: each stage of a match; or what lies nearest to a position.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how an address was read and matched: words, candidates, scores, and why the first one won.",
        usage: """
            qpv explain <address> [--gazetteer <file>] [--quiet]
            qpv explain --lon <degrees> --lat <degrees> [--gazetteer <file>] [--quiet]
            """,
        discussion: """
            EXAMPLE
              qpv explain "12 bis av du Gal Leclerc 57000 Metz" --gazetteer ban-57.qpvg
              qpv explain --lon 6.1757 --lat 49.1193 --gazetteer ban-57.qpvg
            """)

    @Argument(help: ArgumentHelp("The address, in one text.", valueName: "address"))
    var address: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A longitude in degrees: show the nearest address and street.", valueName: "degrees"))
    var lon: Double?

    @Option(parsing: .unconditional, help: ArgumentHelp("A latitude in degrees.", valueName: "degrees"))
    var lat: Double?

    @OptionGroup var gazetteer: GazetteerOptions

    @Flag(name: .shortAndLong, help: "No notices: errors only.")
    var quiet = false

    func validate() throws {
        guard (lon == nil) == (lat == nil) else { throw ValidationError("--lon and --lat go together") }
        guard address.isEmpty != (lon == nil) else { throw ValidationError("give an address, or --lon and --lat") }
    }

    func run() throws {
        let addresses = try gazetteer.open(quiet: quiet)
        if let lon, let lat { return try Terminal.put(Self.nearest(addresses, lon, lat)) }
        let text = address.joined(separator: " ")
        let expression = AddressExpression.read(text)
        if expression.isSingle {
            try Terminal.put("\(addresses.explain(AddressQuery(text: text)))")
        } else {
            try Terminal.put(ExpressionReport(expression, addresses).text)
        }
    }

    /// The address and the street nearest to a position, with metres to one decimal.
    private static func nearest(_ addresses: Gazetteer, _ lon: Double, _ lat: Double) -> String {
        guard let nearest = addresses.nearest(longitude: lon, latitude: lat) else {
            return "nothing is near: no position"
        }
        func line(_ what: String, _ street: StreetEntry, _ number: String, _ distance: Double) -> String {
            let city = addresses.communes(citycode: street.citycode).first?.city ?? ""
            let label = [number, street.name, street.postcode, city].filter { !$0.isEmpty }.joined(separator: " ")
            return "\(what)  \(label)  at \((distance * 10).rounded() / 10) m"
        }
        var lines: [String] = []
        if let address = nearest.address, let street = addresses.street(address.street) {
            lines.append(
                line("nearest address", street, "\(address.number)\(address.suffix)", nearest.addressDistance))
        }
        lines.append(line("nearest street ", nearest.street, "", nearest.streetDistance))
        return lines.joined(separator: "\n")
    }
}
