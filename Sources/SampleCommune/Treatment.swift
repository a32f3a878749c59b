/// What was done to an address before it was written into the file of beneficiaries, and how often.
enum Treatment: String, CaseIterable, Sendable {
    case exact = "exact"
    case capitals = "capitales"
    case abbreviated = "abréviations"
    case slip = "faute de frappe"
    case suffix = "indice de répétition"
    case complement = "complément"
    case careOf = "chez"
    case numberLast = "numéro à la fin"
    case punctuation = "ponctuation"
    case cedex = "CEDEX"
    case noPostcode = "code postal absent"
    case wrongPostcode = "code postal faux"
    case townInStreet = "ville dans la voie"
    case shortTown = "commune abrégée"
    case formerTown = "commune ancienne"
    case untyped = "type de voie absent"
    case newline = "saut de ligne"
    case semicolon = "point-virgule"
    case wholeStreet = "sans numéro, voie entière"
    case absentWhole = "numéro inexistant, voie entière"
    case empty = "vide"
    case unknownStreet = "voie inconnue"
    case splitStreet = "sans numéro, voie coupée"
    case absentSplit = "numéro hors de la voie, voie coupée"
    case unknownTown = "commune inconnue"
    case box = "boîte postale"
    case namesake = "homonyme"
    case homeless = "sans domicile"

    /// How many of the 600 beneficiaries have it.
    var count: Int {
        switch self {
        case .exact: 84
        case .capitals: 105
        case .abbreviated: 100
        case .slip: 62
        case .suffix: 24
        case .complement: 36
        case .careOf: 15
        case .numberLast: 10
        case .punctuation: 18
        case .cedex: 10
        case .noPostcode: 16
        case .wrongPostcode: 12
        case .townInStreet: 18
        case .shortTown: 8
        case .formerTown: 6
        case .untyped: 8
        case .newline, .semicolon: 3
        case .wholeStreet: 8
        case .absentWhole: 4
        case .empty: 10
        case .unknownStreet: 9
        case .splitStreet: 9
        case .absentSplit: 6
        case .unknownTown: 6
        case .box: 4
        case .namesake: 3
        case .homeless: 3
        }
    }

    /// True when the text says enough to tell in which perimeter the person lives, or that it is in none.
    var isDecidable: Bool {
        switch self {
        case .empty, .unknownStreet, .splitStreet, .absentSplit, .unknownTown, .box, .namesake, .homeless: false
        default: true
        }
    }

    /// True when the text names one address of the base.
    var namesAnAddress: Bool { isDecidable && self != .wholeStreet && self != .absentWhole }
}
