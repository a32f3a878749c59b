/// The forms in which an office writes an address that it knows.
enum AddressForms {
    static func apply(
        _ treatment: Treatment, to result: inout WrittenAddress, _ address: Address, on street: Street,
        dice: inout Dice
    ) {
        let place = street.locality
        let number = String(address.number)
        switch treatment {
        case .capitals:
            result.line = postal(result.line)
            result.commune = postal(place.commune)
        case .abbreviated:
            result.line = "\(number) \(Spelling.abbreviated(street.name))"
            if dice.chance(12) { result.line = "BAT \(dice.pick(["A", "B", "C"])) " + result.line }
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
            let line = dice.chance(40) ? "\(number) \(Spelling.abbreviated(street.name))" : result.line
            result.line = dice.pick([
                "\(line) appt \(flat) bat \(letter)", "Appt \(flat), \(line)",
                "\(line) - Bât. \(letter) esc. \(flat % 4 + 1)",
                "RES LES ERABLES BAT \(letter) \(postal(line))", "\(line), 3e étage porte \(flat)",
                "ESC \(flat % 4 + 1) APT \(flat) \(postal(line))",
            ])
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
            result.postcode = dice.pick(["23909", "32990", "2399", place.code == "23902" ? "23990" : "23991"])
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
    }
}
