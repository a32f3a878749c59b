/// A commune of a gazetteer; an arrondissement of Paris, Lyon or Marseille is one of its own.
public struct CommuneEntry: Sendable, Hashable, Identifiable {
    /// Its number in the gazetteer, as in ``Place/commune(_:)``.
    public let id: UInt32
    /// INSEE code.
    public let citycode: String
    /// As the base writes it.
    public let name: String
    /// The commune above an arrondissement ("Paris"), else its own name.
    public let city: String
    /// The postcode of most of its addresses.
    public let postcode: String
    /// Number of its streets, places and localities.
    public let streets: Int
    /// Number of its rows.
    public let addresses: Int
    /// The mean of its addresses, WGS84, degrees.
    public let longitude: Double
    /// WGS84, degrees.
    public let latitude: Double
}

/// A street, a place or a locality.
public struct StreetEntry: Sendable, Hashable, Identifiable {
    /// Its number in the gazetteer, as in ``Place/street(_:)`` and ``Place/locality(_:)``.
    public let id: UInt32
    /// Identifier in the BAN, empty for localities written beside other addresses.
    public let banID: String
    /// As the base writes it.
    public let name: String
    /// Five digits.
    public let postcode: String
    /// INSEE code of its commune.
    public let citycode: String
    /// The commune that it belonged to before a merger, empty for none.
    public let oldCity: String
    /// True for places and localities (lieux-dits), which have no numbers.
    public let isLocality: Bool
    /// Number of its rows; 0 for a locality whose addresses belong to streets.
    public let addresses: Int
    /// The address nearest to their mean, WGS84, degrees.
    public let longitude: Double
    /// WGS84, degrees.
    public let latitude: Double

    /// The place made of all its addresses.
    public var place: Place { isLocality ? .locality(id) : .street(id) }
}

/// An address of the base: one position of one number.
public struct AddressEntry: Sendable, Hashable, Identifiable {
    /// Its row in the gazetteer, as in ``Place/address(_:)``.
    public let id: UInt32
    /// The street's number in the gazetteer.
    public let street: UInt32
    /// 0 when the place has no number.
    public let number: Int
    /// "bis", "b", empty for none, as the base writes it.
    public let suffix: String
    /// Five digits.
    public let postcode: String
    /// WGS84, degrees.
    public let longitude: Double
    /// WGS84, degrees.
    public let latitude: Double
    /// What the coordinates stand for.
    public let positionType: PositionType
}
