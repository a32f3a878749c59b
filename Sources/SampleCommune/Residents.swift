/// The address that a beneficiary gave, as written, and what is true of it.
struct WrittenAddress: Sendable {
    var line = ""
    var postcode = ""
    var commune = ""
    var id = ""
    var code = ""
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

    /// An address for which the condition holds, as often as not in a perimeter.
    private mutating func draw(_ condition: (Int) -> Bool) -> Int {
        for _ in 0..<20_000 {
            let index = dice.chance(48) ? dice.pick(inside) : dice.pick(outside)
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
        let place = street.locality
        let number = String(address.number)
        var result = WrittenAddress(
            line: [number + (address.suffix.isEmpty ? "" : " " + address.suffix), street.name].joined(separator: " "),
            postcode: place.postcode, commune: place.commune, id: address.id, code: town.codes[index])
        switch treatment {
        case .capitals:
            result.line = postal(result.line)
            result.commune = postal(place.commune)
        case .abbreviated:
            result.line = "\(number) \(Spelling.abbreviated(street.name))"
            result.commune = Spelling.abbreviated(place.commune)
        case .slip:
            let slipped = Spelling.slipped(street.name, dice: &dice)
            result.line = "\(number) \(dice.chance(50) ? postal(slipped) : slipped.lowercased())"
        case .suffix:
            let letter = address.suffix.count > 1 ? String(address.suffix.prefix(1)).uppercased() : address.suffix
            let forms = [
                number + address.suffix, "\(number) \(letter)", "\(number)\(letter)",
                "\(number) \(address.suffix.uppercased())",
            ]
            result.line = "\(dice.pick(forms)) \(dice.chance(50) ? street.name : postal(street.name))"
        case .complement:
            let flat = dice.whole(1...64)
            let letter = dice.pick(["A", "B", "C", "D"])
            let forms = [
                "\(result.line) appt \(flat) bat \(letter)", "Appt \(flat), \(result.line)",
                "\(result.line) - Bât. \(letter) esc. \(flat % 4 + 1)",
                "RES LES ERABLES BAT \(letter) \(postal(result.line))", "\(result.line), 3e étage porte \(flat)",
            ]
            result.line = dice.pick(forms)
        case .careOf: result.line = "chez \(dice.pick(["M.", "Mme"])) \(dice.pick(People.surnames)) \(result.line)"
        case .numberLast:
            result.line = dice.chance(50) ? "\(street.name), \(number)" : "\(postal(street.name)) N° \(number)"
        case .punctuation:
            result.line = dice.pick([
                "\(number), \(street.name)", "n°\(number) \(street.name)", "\(number) - \(street.name.lowercased())",
            ])
        case .cedex:
            result.postcode = "23995"
            result.commune = "VALFICTIF SUR OMBRE CEDEX"
        case .noPostcode: result.postcode = ""
        case .wrongPostcode:
            result.postcode = dice.pick(["29390", "23099", "2399", place.code == "23902" ? "23990" : "23991"])
        case .townInStreet:
            result.line = postal("\(result.line) \(place.postcode) \(place.commune)")
            result.postcode = ""
            result.commune = ""
        case .shortTown:
            result.commune =
                dice.chance(50)
                ? plain(place.commune).lowercased()
                : Spelling.abbreviated(place.commune).split(separator: " ").prefix(2).joined(separator: " ")
        case .formerTown: result.commune = dice.chance(50) ? "Vieux-Fictif" : "VIEUX FICTIF"
        case .untyped: result.line = "\(number) \(Spelling.untyped(street.name) ?? street.name)"
        case .newline: result.line = "\(result.line)\nBâtiment \(dice.pick(["A", "B"]))"
        case .semicolon: result.line = "\(result.line); \"Les Érables\""
        default: break
        }
        return result
    }

    /// A street without number, or with one that nobody has.
    private mutating func streetOnly(_ treatment: Treatment) -> WrittenAddress {
        let town = self.town
        let whole = treatment == .wholeStreet || treatment == .absentWhole
        let index = draw { index in
            let street = town.addresses[index].street
            return town.isAlone(street) && town.streets[street].numbering == .sides && town.byStreet[street].count > 8
                && (town.codes(ofStreet: street).count == 1) == whole
        }
        let street = town.addresses[index].street
        let taken = Set(town.byStreet[street].map { town.addresses[$0].number })
        let absent = (1..<(taken.max() ?? 1)).filter { !taken.contains($0) }
        let numbered = treatment == .absentWhole || treatment == .absentSplit
        let number =
            numbered && !absent.isEmpty ? "\(dice.pick(absent)) " : numbered ? "\((taken.max() ?? 1) + 1) " : ""
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
