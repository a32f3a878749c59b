/// The list of a social landlord, with the address expressions that landlords write.
struct Residences: Sendable {
    static let columns = ["ligne", "residence", "nb_logements", "commune", "action", "montant_eur", "annee"]
    private let town: Town
    private var dice: Dice
    /// Streets with enough numbers for a range.
    private let long: [Int]
    private let squares: [Int]

    init(_ town: Town) {
        self.town = town
        dice = Dice(seed: town.seed, part: "residences")
        long = town.streets.indices.filter {
            town.byStreet[$0].count >= 14 && town.streets[$0].numbering == .sides && town.isAlone($0)
        }
        squares = town.streets.indices.filter { town.streets[$0].numbering == .around }
    }

    mutating func rows() -> [[String]] {
        [Self.columns]
            + (0..<50).map { index in
                let form = index % 13
                let street = form == 5 ? streetWithBis() : form == 9 ? dice.pick(squares) : drawStreet()
                let (expression, addresses) = self.expression(form: form, street)
                let works = dice.pick([
                    "Réhabilitation thermique", "Résidentialisation", "Construction", "Ravalement", "Ascenseurs",
                ])
                let homes = max(addresses, 1) * dice.whole(4...16)
                return [
                    String(index + 1), expression, String(homes), postal(town.streets[street].locality.commune), works,
                    String(homes * dice.whole(15...420) * 100), String(dice.whole(2021...2024)),
                ]
            }
    }

    /// A street; two times in three one that has an address in a perimeter.
    private mutating func drawStreet() -> Int {
        while true {
            let street = dice.pick(long)
            if dice.chance(33) || town.codes(ofStreet: street) != [""] { return street }
        }
    }

    private mutating func streetWithBis() -> Int {
        dice.pick(
            long.filter { town.byStreet[$0].contains { town.addresses[$0].suffix == "bis" && !town.codes[$0].isEmpty } }
        )
    }

    /// The numbers of one side that follow each other in the base.
    private mutating func side(_ street: Int, count: Int) -> [Int] {
        let parity = dice.below(2)
        var numbers: [Int] = []
        for index in town.byStreet[street] {
            let address = town.addresses[index]
            if address.number % 2 == parity, address.suffix.isEmpty, numbers.last != address.number {
                numbers.append(address.number)
            }
        }
        guard numbers.count > count else { return numbers }
        return Array(numbers[dice.below(numbers.count - count)...].prefix(count))
    }

    private mutating func range(_ street: Int, count: Int, short: Bool = false) -> String {
        let numbers = side(street, count: count)
        let name =
            short
            ? Spelling.abbreviated(town.streets[street].name).lowercased() : town.streets[street].name.lowercasedFirst
        return "\(numbers[0]) à \(numbers[numbers.count - 1]) \(name)"
    }

    private mutating func list(_ street: Int, count: Int, separator: String) -> String {
        side(street, count: count).map(String.init).joined(separator: separator) + " "
            + town.streets[street].name.lowercasedFirst
    }

    /// A second street of the same commune.
    private mutating func other(than street: Int) -> Int {
        while true {
            let second = dice.pick(long)
            if second != street, town.streets[second].locality.code == town.streets[street].locality.code {
                return second
            }
        }
    }

    /// An expression of the form and how many addresses were meant.
    private mutating func expression(form: Int, _ street: Int) -> (String, Int) {
        let name = town.streets[street].name.lowercasedFirst
        switch form {
        case 0: return (range(street, count: 5), 5)
        case 1: return ("\(range(street, count: 5)) \(range(other(than: street), count: 5))", 10)
        case 2: return (list(street, count: 5, separator: "-"), 5)
        case 3: return (list(street, count: 4, separator: "/"), 4)
        case 4: return (list(street, count: 2, separator: " et "), 2)
        case 5:
            let address = town.byStreet[street].first { town.addresses[$0].suffix == "bis" }
            return ("\(address.map { town.addresses[$0].number } ?? 0)bis \(name)", 1)
        case 6:
            return (
                "\(range(street, count: 8, short: true)) - \(list(other(than: street), count: 2, separator: " et "))",
                10
            )
        case 7: return ("\(side(street, count: 1)[0]), \(name)", 1)
        case 8: return (town.streets[street].name, 0)
        case 9:
            return ("1 à 6 \(name)", 6)
        case 10:
            let numbers = side(street, count: 4)
            return ("\(numbers[0]) à \(numbers[numbers.count - 1] + 1) \(name)", 4)
        case 11: return ("\(range(street, count: 3)), \(list(other(than: street), count: 2, separator: " et "))", 5)
        default: return ("\(side(street, count: 1)[0]) \(postal(name))", 1)
        }
    }
}

extension String {
    /// The name as it stands inside a sentence: `rue du Bugey`.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
