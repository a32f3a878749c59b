public import Gazetteer
import QPVKit

/// Each stage of a match; or what lies nearest to a position.
public struct ExplainRequest: Sendable {
    /// What is asked about.
    public var place: CheckRequest.Place

    /// A question.
    public init(_ place: CheckRequest.Place) { self.place = place }

    /// Answers.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(in session: Session, _ context: RunContext = RunContext()) throws -> Outcome<ExplainResult> {
        let context = context.begun()
        let gazetteer = try session.gazetteer(context)
        var provenance = Provenance(version: Version.number, command: "explain")
        provenance.state(gazetteer.info)
        return try Outcome(answer(gazetteer), context, provenance)
    }

    private func answer(_ gazetteer: Gazetteer) -> ExplainResult {
        switch place {
        case .position(let longitude, let latitude):
            return .nearest(gazetteer.nearest(longitude: longitude, latitude: latitude).map { .init($0, gazetteer) })
        case .address(let text):
            let expression = AddressExpression.read(text)
            guard !expression.isSingle else { return .match(gazetteer.explain(AddressQuery(text: text))) }
            var scratch = MatchScratch()
            let meant = gazetteer.addresses(of: expression, scratch: &scratch)
            let matches = meant.addresses.map { gazetteer.match($0.query, scratch: &scratch) }
            return .several(expression, meant, matches)
        }
    }
}

/// How an address was read and matched, or what is near.
public enum ExplainResult: Sendable {
    /// One address.
    case match(Explanation)
    /// A text that lists several: how it was read, the addresses meant, and the match of each.
    case several(AddressExpression, ExpressionAddresses, [Match])
    /// What is nearest to a position; nil when it is none.
    case nearest(Nearby?)

    /// What is nearest to a position.
    public struct Nearby: Sendable {
        /// The nearest address with a number, and its distance in metres; nil when there is none.
        public let address: (label: String, metres: Double)?
        /// The nearest street, and the distance of its nearest address in metres.
        public let street: (label: String, metres: Double)

        init(_ nearest: Nearest, _ gazetteer: Gazetteer) {
            func label(_ street: StreetEntry, _ number: String) -> String {
                let city = gazetteer.communes(citycode: street.citycode).first?.city ?? ""
                return [number, street.name, street.postcode, city].filter { !$0.isEmpty }.joined(separator: " ")
            }
            address = nearest.address.flatMap { address in
                gazetteer.street(address.street).map {
                    (label($0, "\(address.number)\(address.suffix)"), nearest.addressDistance)
                }
            }
            street = (label(nearest.street, ""), nearest.streetDistance)
        }
    }
}
