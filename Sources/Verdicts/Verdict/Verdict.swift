/// What is known of a place and a set of perimeters: inside one, outside all, or why neither can be said.
public struct Verdict: Sendable, Equatable {
    /// The answer.
    public enum Decision: String, Sendable, CaseIterable {
        /// At least nine tenths of the location lie in one perimeter.
        case inside
        /// At most one tenth of the location lies in all perimeters together.
        case outside
        /// Neither: the border, or the match, leaves it open.
        case uncertain
        /// Nothing is known of where the place is. Never the same as outside.
        case notLocated = "not_located"
    }

    /// How sure, on INSEE's scale for the Sirene file.
    public enum Quality: Int, Sendable, CaseIterable {
        /// Every disc lies whole on one side, and the match is at least 0.8 sure.
        case sure = 1
        /// Decided, but a disc is cut by a border or the match is less sure.
        case probable = 2
        /// Undetermined.
        case undetermined = 3
    }

    /// Why: a stable code.
    public enum Reason: String, Sendable, CaseIterable {
        /// The address lies whole in the perimeter.
        case inside
        /// The address lies whole outside every perimeter.
        case outside
        /// A border passes within the radius of the position.
        case nearBorder = "near_border"
        /// Only the street is known; (nearly) all its numbers are inside.
        case streetInside = "street_inside"
        /// Only the street is known; (nearly) all its numbers are outside.
        case streetOutside = "street_outside"
        /// Only the street is written, and a border divides its numbers.
        case streetSplit = "street_split"
        /// The number is not in the gazetteer; its place was computed between its neighbours.
        case numberInterpolated = "number_interpolated"
        /// No perimeter touches the commune, so the street does not matter.
        case communeWithoutPerimeter = "commune_without_perimeter"
        /// Only the commune is written, and it has a perimeter.
        case municipalityOnly = "municipality_only"
        /// The commune is in the gazetteer, and has a perimeter; the street written is not found in it.
        case streetNotInGazetteer = "street_not_in_gazetteer"
        /// The street is in the gazetteer without this number, and a border divides its numbers.
        case numberNotInGazetteer = "number_not_in_gazetteer"
        /// Several streets answer to the name, on different sides.
        case ambiguousStreet = "ambiguous_street"
        /// Several communes answer to the name, on different sides.
        case ambiguousCommune = "ambiguous_commune"
        /// The commune or postcode written does not agree with the address found.
        case communeMismatch = "commune_mismatch"
        /// No address answers to the text.
        case addressNotFound = "address_not_found"
        /// The row has no address.
        case addressEmpty = "address_empty"
        /// The coordinates are missing, no numbers, swapped, in another CRS, or in no French territory.
        case coordinatesInvalid = "coordinates_invalid"
        /// The place lies in no perimeter that has a shape, but one of its commune has none that can be used.
        case perimeterUnusable = "perimeter_unusable"
        /// The place lies in a territory whose perimeters of the day asked are not among the files.
        case notInForce = "not_in_force"
        /// The place lies in no perimeter, but the perimeter files do not speak of its commune or territory.
        case groundNotCovered = "ground_not_covered"
        /// The place lies where the repair of an invalid shape took ground from it or gave it ground.
        case groundRepaired = "ground_repaired"
        /// The commune written is a real one that the gazetteer does not hold.
        case communeNotInGazetteer = "commune_not_in_gazetteer"
        /// The row names several addresses, which are not all inside one perimeter and not all outside.
        case severalAddresses = "several_addresses"
        /// The row has too many cells, lacks one that is needed, or holds bytes that are no text: its columns mean nothing.
        case rowMalformed = "row_malformed"
        /// The row is the total of others, and no place: it is not counted among the rows.
        case totalRow = "total_row"
    }

    /// The answer.
    public var decision: Decision
    /// The perimeter the place lies in, as an index into the atlas; only when inside.
    public var perimeter: Int?
    /// The share of the location in `perimeter` when inside, in `nearest` when uncertain, in all perimeters together
    /// when outside; nil when not located, and when the perimeters in force there are not known.
    public var probability: Double?
    /// How sure.
    public var quality: Quality
    /// Signed distance in metres of the territory's grid from the nearest point of the location to the nearest border,
    /// negative inside; nil when not located or when the territory has no perimeter.
    public var distance: Double?
    /// The perimeter of that border or, when uncertain, the one with the largest share (of several addresses, the one of
    /// those that are inside, when it is the same); an index into the atlas.
    public var nearest: Int?
    /// Why.
    public var reason: Reason
    /// How many addresses the row names.
    public var addresses: Int
    /// How many of them are inside a perimeter.
    public var addressesInside: Int

    /// The verdict on a place of which nothing is known.
    public static func notLocated(_ reason: Reason) -> Verdict {
        Verdict(
            decision: .notLocated, perimeter: nil, probability: nil, quality: .undetermined, distance: nil,
            nearest: nil, reason: reason, addresses: reason == .addressEmpty ? 0 : 1, addressesInside: 0)
    }
}
