import QPVKit

extension Verdict.Reason {
    /// The reason in words, for a person who does not know the codes.
    var sentence: String {
        switch self {
        case .inside: "the whole place lies in the perimeter"
        case .outside: "the whole place lies outside every perimeter"
        case .nearBorder: "the border is closer than the position is exact"
        case .streetInside: "only the street is known; (nearly) all its numbers are inside"
        case .streetOutside: "only the street is known; (nearly) all its numbers are outside"
        case .streetSplit: "only the street is known, and a border divides its numbers"
        case .numberInterpolated: "the number is not in the gazetteer; placed between its neighbours"
        case .communeWithoutPerimeter: "no perimeter touches the commune"
        case .municipalityOnly: "only the commune is known"
        case .streetNotInGazetteer: "the gazetteer has no such street in the commune"
        case .numberNotInGazetteer: "the gazetteer has the street without this number, and a border divides its numbers"
        case .ambiguousStreet: "several streets answer to this address"
        case .ambiguousCommune: "several communes answer to this address"
        case .communeMismatch: "the commune or postcode found is not the one given"
        case .addressNotFound: "nothing like it in the gazetteer, or nothing that is sure enough"
        case .addressEmpty: "no address was given"
        case .coordinatesInvalid: "the coordinates are no place in a French territory"
        case .perimeterUnusable: "a perimeter of the commune has no usable shape: nothing in it is surely outside"
        case .notInForce: "the perimeters in force there on that day are not among the files"
        case .groundNotCovered: "the perimeter files do not speak of this commune or territory"
        case .groundRepaired: "the shape of the perimeter is invalid just here: its repair took or gave this ground"
        case .communeNotInGazetteer: "the commune is not in the gazetteer"
        case .severalAddresses: "several addresses in one, not all on the same side"
        case .rowMalformed: "the row cannot be read"
        case .totalRow: "the row is the total of others"
        }
    }
}
