/// The list of a social landlord, with the address expressions that landlords write, and what they mean.
struct Residences: Sendable {
    static let columns = ["ligne", "residence", "nb_logements", "commune", "action", "montant_eur", "annee"]
    static let truthColumns = ["ligne", "verdict", "adresses", "adresses_qpv", "codes_qp_2024", "id_ban"]
    private let town: Town
    private var dice: Dice
    /// Streets with enough numbers for a range.
    private let long: [Int]
    private let squares: [Int]

    /// A piece of an expression and the addresses it means.
    private typealias Piece = (text: String, addresses: [Int])

    init(_ town: Town) {
        self.town = town
        dice = Dice(seed: town.seed, part: "residences")
        long = town.streets.indices.filter {
            town.byStreet[$0].count >= 14 && town.streets[$0].numbering == .sides && town.isAlone($0)
        }
        squares = town.streets.indices.filter { town.streets[$0].numbering == .around }
    }

    mutating func tables() -> (file: [[String]], truth: [[String]]) {
        var file = [Self.columns]
        var truth = [Self.truthColumns]
        for index in 0..<50 {
            let form = index % 13
            let street = form == 5 ? streetWithBis() : form == 9 ? dice.pick(squares) : drawStreet()
            let (expression, addresses) = expression(form: form, street)
            let works = dice.pick([
                "Réhabilitation thermique", "Résidentialisation", "Construction", "Ravalement", "Ascenseurs",
            ])
            let homes = min(max(addresses.count, 1), 12) * dice.whole(4...16)
            file.append([
                String(index + 1), expression, String(homes), postal(town.streets[street].locality.commune), works,
                String(homes * dice.whole(15...420) * 100), String(dice.whole(2021...2024)),
            ])
            truth.append([String(index + 1)] + meaning(addresses))
        }
        return (file, truth)
    }

    /// All, some or none of the addresses in perimeters; ambiguous when the expression does not say which they are.
    private func meaning(_ addresses: [Int]) -> [String] {
        let codes = addresses.map { town.codes[$0] }.filter { !$0.isEmpty }
        let verdict =
            addresses.isEmpty
            ? "ambiguous" : codes.isEmpty ? "none" : codes.count == addresses.count ? "all" : "partial"
        return [
            verdict, String(addresses.count), String(codes.count), Set(codes).sorted().joined(separator: " "),
            addresses.map { town.addresses[$0].id }.joined(separator: " "),
        ]
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
            long.filter {
                town.byStreet[$0].contains { town.addresses[$0].suffix == "bis" && !town.codes[$0].isEmpty }
            })
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

    /// Plain numbers of one side that follow each other in the base.
    private mutating func side(_ street: Int, count: Int) -> [Int] {
        let parity = dice.below(2)
        let side = town.byStreet[street].filter {
            let address = town.addresses[$0]
            return address.number % 2 == parity && address.suffix.isEmpty && !address.isSecond
        }
        guard side.count > count else { return side }
        return Array(side[dice.below(side.count - count)...].prefix(count))
    }

    private func number(_ address: Int) -> String { String(town.addresses[address].number) }

    /// The name as it stands inside a sentence: `rue du Bugey`.
    private func name(_ street: Int) -> String {
        town.streets[street].name.prefix(1).lowercased() + town.streets[street].name.dropFirst()
    }

    private mutating func range(_ street: Int, count: Int, short: Bool = false) -> Piece {
        let side = side(street, count: count)
        let name = short ? Spelling.abbreviated(town.streets[street].name).lowercased() : name(street)
        return ("\(number(side[0])) à \(number(side[side.count - 1])) \(name)", side)
    }

    private mutating func list(_ street: Int, count: Int, separator: String) -> Piece {
        let side = side(street, count: count)
        return (side.map(number).joined(separator: separator) + " " + name(street), side)
    }

    private func joined(_ first: Piece, _ separator: String, _ second: Piece) -> Piece {
        (first.text + separator + second.text, first.addresses + second.addresses)
    }

    private mutating func expression(form: Int, _ street: Int) -> Piece {
        switch form {
        case 0: return range(street, count: 5)
        case 1: return joined(range(street, count: 5), " ", range(other(than: street), count: 5))
        case 2: return list(street, count: 5, separator: "-")
        case 3: return list(street, count: 4, separator: "/")
        case 4: return list(street, count: 2, separator: " et ")
        case 5:
            let bis = town.byStreet[street].filter { town.addresses[$0].suffix == "bis" && !town.codes[$0].isEmpty }
            return ("\(number(bis[0]))bis \(name(street))", [bis[0]])
        case 6:
            return joined(
                range(street, count: 8, short: true), " - ",
                list(other(than: street), count: 2, separator: " et "))
        case 7:
            let one = side(street, count: 1)
            return ("\(number(one[0])), \(name(street))", one)
        case 8: return (town.streets[street].name, town.byStreet[street].filter { !town.addresses[$0].isSecond })
        case 9:
            let six = town.byStreet[street].filter {
                town.addresses[$0].number <= 6 && town.addresses[$0].suffix.isEmpty && !town.addresses[$0].isSecond
            }
            return ("1 à 6 \(name(street))", six)
        case 10:
            let side = side(street, count: 4)
            return ("\(number(side[0])) à \(town.addresses[side[side.count - 1]].number + 1) \(name(street))", [])
        case 11:
            return joined(
                range(street, count: 3), ", ", list(other(than: street), count: 2, separator: " et "))
        default:
            let one = side(street, count: 1)
            return ("\(number(one[0])) \(postal(town.streets[street].name))", one)
        }
    }
}
