/// What the type of a way says about its numbers, by the names of ``Lexicon``.
enum WayKind {
    /// Ways that stand for themselves: named without a number they are meant whole.
    private static let main: Set<String> = [
        "rue", "avenue", "boulevard", "route", "chemin", "quai", "impasse", "allee", "ruelle", "faubourg", "chaussee",
    ]
    /// Groups of buildings, which stand beside the name of a street.
    private static let groups: Set<String> = [
        "residence", "lotissement", "cite", "villa", "za", "zi", "zac", "village", "hameau", "galerie", "clos",
        "domaine",
        "parc", "quartier", "enclos", "porte", "escalier", "arcade", "terrasse", "jardin", "cote", "port", "pont",
    ]
    /// Where the numbers follow each other instead of keeping the even ones to one side.
    private static let around: Set<String> = [
        "place", "placette", "cour", "square", "impasse", "parvis", "carrefour", "rondpoint", "esplanade", "residence",
        "lotissement", "cite", "villa", "hameau", "clos", "domaine", "enclos", "village", "quartier", "parc",
    ]

    private static func table(_ names: Set<String>) -> [Bool] { Lexicon.shared.typeNames.map { names.contains($0) } }
    private static let isMainType = table(main)
    private static let isGroupType = table(groups)
    private static let isAroundType = table(around)

    /// Whether a way of this type counts whole beside others that have numbers.
    static func isMain(_ type: UInt8) -> Bool { isMainType[Int(type)] }
    /// Whether a way of this type is a street rather than a group of buildings.
    static func isStreet(_ type: UInt8) -> Bool { type != 0 && !isGroupType[Int(type)] }
    /// Whether numbers follow each other on a way of this type.
    static func isConsecutive(_ type: UInt8) -> Bool { isAroundType[Int(type)] }
}
