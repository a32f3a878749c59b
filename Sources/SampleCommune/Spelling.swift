/// The ways in which office files spell the name of a street.
enum Spelling {
    private static let short = [
        "Avenue": "AV", "Boulevard": "BD", "Rue": "R", "Place": "PL", "Impasse": "IMP", "Chemin": "CHE", "Allée": "ALL",
        "Square": "SQ", "Route": "RTE", "Passage": "PAS", "Quai": "QUAI", "Cité": "CITE", "Ruelle": "RLE",
        "Général": "GAL", "Maréchal": "MAL", "Docteur": "DR", "Capitaine": "CAP", "Président": "PDT", "Colonel": "COL",
        "Commandant": "CDT", "Professeur": "PR", "Sergent": "SGT", "Faubourg": "FBG", "Frères": "FR", "Grande": "GDE",
        "Sainte": "STE", "Saint": "ST", "Notre": "N", "Dame": "DAME", "Vieux": "VX",
    ]

    /// Capitals, plain letters, the usual abbreviations: `AV DU GAL LECLERC`.
    static func abbreviated(_ name: String) -> String {
        let words = name.split { " -'’".contains($0) }.map(String.init)
        return words.map { short[$0] ?? postal($0) }.joined(separator: " ")
    }

    /// The name with one slip of the keyboard, in a letter that is neither first nor last of its word.
    static func slipped(_ name: String, dice: inout Dice) -> String {
        var letters = Array(name)
        let places = letters.indices.dropFirst(5).dropLast().filter { index in
            [index - 1, index, index + 1].allSatisfy { letters[$0].isLetter }
        }
        let place = dice.pick(Array(places))
        switch dice.below(4) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters.swapAt(place, place + (letters[place] == letters[place + 1] ? 0 : 1))
        default: letters[place] = dice.pick(Array("aeiourstnl").filter { $0 != letters[place] })
        }
        let result = String(letters)
        return result == name ? String(name.dropLast()) : result
    }

    /// True for a name in which a slip can be made.
    static func canSlip(_ name: String) -> Bool { name.count > 14 && !name.contains { $0.isNumber } }

    /// The name without its type of street; nil when nothing clear is left.
    static func untyped(_ name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.count == 3, ["Rue", "Avenue", "Boulevard", "Allée"].contains(words[0]) else { return nil }
        guard !["de", "du", "des"].contains(words[1]) else { return nil }
        return words[1...].joined(separator: " ")
    }
}
