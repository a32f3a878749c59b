/// An address to look for, as free text, in parts, or both.
///
/// Text and parts complete each other: a free text with a postcode column and a city column is usual. `street` is
/// used when there is no `text`, `housenumber` when the text has no number. Empty parts count as absent.
public struct AddressQuery: Sendable, Hashable {
    /// Free text such as "12 bis r de la Paix 75002 Paris".
    public var text: String?
    /// A house number with its suffix, such as "12bis".
    public var housenumber: String?
    /// The name of a street.
    public var street: String?
    /// Five digits, or four where a leading zero was lost.
    public var postcode: String?
    /// The name of a commune.
    public var city: String?
    /// The INSEE code of a commune.
    public var citycode: String?

    /// An address to look for.
    public init(
        text: String? = nil, housenumber: String? = nil, street: String? = nil, postcode: String? = nil,
        city: String? = nil, citycode: String? = nil
    ) {
        self.text = text
        self.housenumber = housenumber
        self.street = street
        self.postcode = postcode
        self.city = city
        self.citycode = citycode
    }
}
