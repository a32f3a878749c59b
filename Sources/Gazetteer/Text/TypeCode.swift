/// The codes of types of way in the registers of businesses, taxes and the post (SIRENE, DGFiP, AFNOR XP Z10-011) that are
/// words or parts of names too: they count only where a type of way stands, before the name.
struct TypeCode {
    /// Types that the code stands for, by number in ``Lexicon``.
    let types: [UInt8]
    /// A further word that it stands for: "CR" is "chemin rural".
    var word = ""

    /// The code that a word is; nil for none.
    static func of(_ word: Word) -> TypeCode? {
        2...3 ~= word.length && word.flags.isDisjoint(with: [.type, .digits, .stop]) ? table[word.hash] : nil
    }

    /// "12 R de la Forge": most often "rue".
    static let letterR = TypeCode(types: ["rue", "route", "residence", "ruelle"].map(number))

    /// The types that a single letter between number and name may stand for.
    static func letter(_ byte: UInt8) -> TypeCode? {
        let names: [String]
        switch byte {
        case 0x61: names = ["avenue", "allee"]
        case 0x62: names = ["boulevard"]
        case 0x63: names = ["chemin", "cours", "cite", "clos"]
        case 0x69: names = ["impasse"]
        case 0x6D: names = ["montee"]
        case 0x70: names = ["place", "passage"]
        case 0x73: names = ["square", "sentier"]
        case 0x76: names = ["voie", "villa"]
        default: return nil
        }
        return TypeCode(types: names.map(number))
    }

    private static let table: [UInt32: TypeCode] = {
        var table: [UInt32: TypeCode] = [:]
        let codes = [
            "pas": "passage", "pro": "promenade", "tra": "traverse", "qua": "quartier", "car": "carrefour",
            "ci": "cite",
            "cor": "corniche", "dom": "domaine", "par": "parc", "mai": "mail", "lev": "levee", "dig": "digue",
            "rpe": "rampe", "enc": "enclos", "ber": "berge", "jar": "jardin", "psl": "passerelle",
        ]
        for (code, name) in codes { table[WordHash.of(code)] = TypeCode(types: [number(name)]) }
        table[WordHash.of("cr")] = TypeCode(types: [number("chemin"), number("cours")], word: "rural")
        return table
    }()

    private static func number(_ name: String) -> UInt8 { UInt8(Lexicon.shared.typeNames.firstIndex(of: name) ?? 0) }
}
