/// How well a commune agrees with what a query says of it: factors and values from 0 to 1, set by hand, on judgement.
///
/// The product is ``CommuneCandidate/weight``, of which ``Score/loss(agreement:)`` makes a loss.
enum CommuneAgreement {
    // MARK: A commune that is named

    /// The name is that of its post office or of a commune that it took in, not its own.
    static let routingName = 0.97
    /// The query has no postcode: nothing tells a misspelt name from another town's.
    static let nameAlone = 0.97
    /// The query gives the code of another commune.
    static let otherCode = 0.4
    /// Its postcode is that of the query with a slip of the hand.
    static let slippedPostcode = 0.9
    /// The base lacks the postcode, of the same département: it may be one of the post office's own.
    static let unknownPostcode = 0.9
    /// The postcode is that of another commune of the département.
    static let otherPostcode = 0.6
    /// Another arrondissement of the city is meant by the postcode or by its number.
    static let otherArrondissement = 0.7
    /// The postcode is that of a commune of another département: the commune is rather a namesake.
    static let otherDepartment = 0.3
    /// The base lacks the postcode, of another département: its commune, a namesake, may be missing too.
    static let unknownPostcodeElsewhere = 0.2

    // MARK: A commune whose code is given

    /// The query names another commune.
    static let codeAgainstName = 0.7
    /// The postcode is that of another commune.
    static let codeAgainstPostcode = 0.9

    // MARK: A commune that only the postcode speaks for

    /// Nothing else is said.
    static let postcodeAlone = 0.97
    /// A town is named that the base lacks.
    static let postcodeAgainstUnknown = 0.75
    /// Another commune is named.
    static let postcodeAgainstName = 0.5
    /// Another commune is named, which agrees better than ``agreed``.
    static let postcodeAgainstAgreed = 0.22
    /// From here on a named commune agrees so well that the postcode's others count for less.
    static let agreed = 0.8

    // MARK: Limits

    /// Communes that are kept for a reading, and those of one postcode.
    static let most = 96
    static let mostPosted = 64
}
