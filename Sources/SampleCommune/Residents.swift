/// The address that a beneficiary gave, as written, and what is true of it.
struct WrittenAddress: Sendable {
    var line = ""
    var postcode = ""
    var commune = ""
    var id = ""
    var code = ""
    /// Metres to the nearest border of 2024, negative inside; empty when no address is named.
    var distance = ""
    /// True when the border is closer than the position is accurate.
    var isDelicate = false
}

/// Draws beneficiaries' addresses from the town and writes them as offices do.
struct Residents: Sendable {
    private let town: Town
    private var dice: Dice
    private let inside: [Int]
    private let outside: [Int]

    init(_ town: Town) {
        self.town = town
        dice = Dice(seed: town.seed, part: "residents")
        let plainOnes = town.addresses.indices.filter { !town.addresses[$0].isSecond }
        inside = plainOnes.filter { !town.codes[$0].isEmpty }
        outside = plainOnes.filter { town.codes[$0].isEmpty }
    }

    /// An address for which the condition holds, as often as not in a perimeter, more rarely hard by a border.
    private mutating func draw(_ condition: (Int) -> Bool) -> Int {
        for _ in 0..<20_000 {
            let index = dice.chance(48) ? dice.pick(inside) : dice.pick(outside)
            if town.isDelicate(index), dice.chance(65) { continue }
            if condition(index) { return index }
        }
        preconditionFailure("no address of that kind")
    }

    mutating func written(_ treatment: Treatment) -> WrittenAddress {
        switch treatment {
        case .empty: return WrittenAddress(postcode: dice.chance(50) ? "23990" : "")
        case .homeless: return WrittenAddress(line: "SDF", postcode: "23990", commune: "Valfictif-sur-Ombre")
        case .box:
            return WrittenAddress(
                line: "BP \(dice.whole(10...99))", postcode: "23995", commune: "VALFICTIF SUR OMBRE CEDEX")
        case .unknownStreet:
            let name = dice.pick([
                "rue des Licornes", "AVENUE DE NULLE PART", "r. du Griffon", "Allée des Sirènes Bleues",
            ])
            return WrittenAddress(
                line: "\(dice.whole(1...60)) \(name)", postcode: "23990", commune: "Valfictif-sur-Ombre")
        case .unknownTown:
            return WrittenAddress(
                line: "\(dice.whole(1...40)) rue de la Paix", postcode: "23997", commune: "Chimère-l'Introuvable")
        case .namesake: return namesake()
        case .wholeStreet, .splitStreet, .absentWhole, .absentSplit: return streetOnly(treatment)
        default: return addressed(treatment)
        }
    }

    private mutating func addressed(_ treatment: Treatment) -> WrittenAddress {
        let town = self.town
        let index = draw { index in
            let address = town.addresses[index]
            let street = town.street(of: index)
            if treatment == .formerTown { return !street.locality.formerCommune.isEmpty && address.suffix.isEmpty }
            guard town.isAlone(address.street) else { return false }
            switch treatment {
            case .suffix: return !address.suffix.isEmpty
            case .slip: return Spelling.canSlip(street.name) && address.suffix.isEmpty
            case .untyped: return Spelling.untyped(street.name) != nil && address.suffix.isEmpty
            case .cedex: return street.locality.code == "23901" && address.suffix.isEmpty
            case .exact: return true
            default: return address.suffix.isEmpty
            }
        }
        let address = town.addresses[index]
        let street = town.street(of: index)
        var result = WrittenAddress(
            line: [String(address.number), address.suffix].filter { !$0.isEmpty }.joined(separator: " ") + " "
                + street.name,
            postcode: street.locality.postcode, commune: street.locality.commune, id: address.id,
            code: town.codes[index], distance: fixed(town.distances[index], 1), isDelicate: town.isDelicate(index))
        AddressForms.apply(treatment, to: &result, address, on: street, dice: &dice)
        return result
    }

    /// A street without number, or with one that nobody has: within the street when the whole of it is on one side,
    /// beyond its end when it is split, so that no neighbours tell the answer.
    private mutating func streetOnly(_ treatment: Treatment) -> WrittenAddress {
        let town = self.town
        let whole = treatment == .wholeStreet || treatment == .absentWhole
        let fits = town.streets.indices.map { street in
            town.isAlone(street) && town.streets[street].numbering == .sides && town.byStreet[street].count > 8
                && (whole ? town.isWhole(street) : town.isHalved(street))
        }
        let index = draw { fits[town.addresses[$0].street] }
        let street = town.addresses[index].street
        let taken = Set(town.byStreet[street].map { town.addresses[$0].number })
        let last = taken.max() ?? 1
        let number =
            switch treatment {
            case .absentWhole: "\((last / 3..<last).first { !taken.contains($0) } ?? last + 2) "
            case .absentSplit: "\(last + dice.whole(30...90)) "
            default: ""
            }
        let name = town.streets[street].name
        let place = town.streets[street].locality
        return WrittenAddress(
            line: number + (dice.chance(50) ? name : postal(name)), postcode: place.postcode, commune: place.commune,
            code: whole ? town.codes[index] : "")
    }

    /// A number of two streets of the same name in one commune, in a perimeter in the one only.
    private mutating func namesake() -> WrittenAddress {
        let town = self.town
        let index = draw { index in
            let mine = town.addresses[index]
            guard mine.suffix.isEmpty, !town.codes[index].isEmpty else { return false }
            return town.addresses.contains {
                $0.number == mine.number && $0.street != mine.street
                    && town.streets[$0.street].name == town.streets[mine.street].name
                    && town.streets[$0.street].locality.code == town.streets[mine.street].locality.code
            }
        }
        let street = town.street(of: index)
        return WrittenAddress(
            line: "\(town.addresses[index].number) \(street.name)", postcode: street.locality.postcode,
            commune: street.locality.commune)
    }
}
