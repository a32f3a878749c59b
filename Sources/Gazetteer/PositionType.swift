/// What the coordinates of an address stand for, best first (`type_position` of the BAN).
public enum PositionType: UInt8, Sendable, Hashable, CaseIterable {
    /// The entrance of the parcel or the building.
    case entree
    /// The stairwell.
    case cageEscalier
    /// The dwelling.
    case logement
    /// The letterbox.
    case delivrancePostale
    /// A point in the building.
    case batiment
    /// A point in the parcel.
    case parcelle
    /// A point of the axis of the street.
    case segment
    /// A technical point (meter, valve).
    case serviceTechnique
    /// Computed between neighbours; never in the base.
    case interpolated
    /// Not said.
    case unknown

    /// The word of the BAN, "interpolation" for a computed point, empty when unknown.
    public var name: String {
        switch self {
        case .entree: "entrée"
        case .cageEscalier: "cage d’escalier"
        case .logement: "logement"
        case .delivrancePostale: "délivrance postale"
        case .batiment: "bâtiment"
        case .parcelle: "parcelle"
        case .segment: "segment"
        case .serviceTechnique: "service technique"
        case .interpolated: "interpolation"
        case .unknown: ""
        }
    }

    /// Reads the word of the BAN, whatever its case, accents and apostrophe.
    init(ban text: UnsafeBufferPointer<UInt8>) {
        var folded: UInt32 = 0
        var index = 0
        var letters = 0
        while index < text.count, letters < 3 {
            let scalar = Fold.scalar(text, &index)
            if case .letters(let letter, _) = Fold.classify(scalar) {
                folded = folded << 8 | UInt32(letter)
                letters += 1
            }
        }
        func key(_ text: StaticString) -> UInt32 {
            (0..<3).reduce(0) { $0 << 8 | UInt32(text.utf8Start[$1]) }
        }
        switch folded {
        case key("ent"): self = .entree
        case key("cag"): self = .cageEscalier
        case key("log"): self = .logement
        case key("del"): self = .delivrancePostale
        case key("bat"): self = .batiment
        case key("par"): self = .parcelle
        case key("seg"): self = .segment
        case key("ser"): self = .serviceTechnique
        default: self = .unknown
        }
    }
}
