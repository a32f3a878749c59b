/// The memory of one thread while it matches, kept from query to query so that nothing is allocated per candidate.
public struct MatchScratch {
    let workspace = Workspace()

    /// Empty; grows with use to a few hundred kilobytes.
    public init() {}
}

/// A commune that the query may mean.
struct CommuneCandidate {
    var commune: Int
    /// Agreement with what the query says of the commune, 0 to 1.
    var weight: Double
    /// Place of the old commune that was named, + 1.
    var old: Int
    var mismatch: Bool
    /// Nothing in the query tells the commune.
    var guessed = false
    /// The postcode of the query; 0 for none.
    var postcode: UInt32 = 0
}

/// One way to read the text: which words are the street, which the number.
struct Reading {
    /// Words of the street, as a range of ``Workspace/text``.
    var street: Range<Int>
    var number = -1
    /// The word of the suffix, or -1.
    var suffix = -1
    var several = false
    /// Other words lead to the number, and no type of way follows it: "gare de Lyon lot 6 Messageries".
    var isDoubtful = false
    /// Subtracted from the score.
    var penalty = 0.0
    /// The communes, as a range of ``Workspace/communes``.
    var communes = 0..<0
    /// No commune was read: the whole base is searched.
    var nation = false
}

/// What became of the number that was asked.
enum NumberOutcome: String, CaseIterable {
    case notAsked = "not asked"
    case found
    /// The number without the suffix, or the reverse.
    case otherSuffix = "other suffix"
    /// Not in the base, computed from its neighbours.
    case computed
    case absent = "not found"

    init(_ found: NumberSearch.Found) {
        self =
            switch found {
            case .exact: .found
            case .otherSuffix: .otherSuffix
            case .computed: .computed
            case .nothing: .absent
            }
    }

    var loss: Double {
        switch self {
        case .notAsked, .found: 0
        case .otherSuffix: Score.otherSuffix
        case .computed, .absent: Score.numberAbsent
        }
    }

    /// Where it is the same, the number tells two streets not apart.
    var rank: Int { self == .found ? 0 : self == .otherSuffix ? 1 : self == .notAsked ? 2 : 3 }
}

/// A street that may be meant.
struct Candidate {
    var commune: Int
    var street: Int
    var reading: Int
    var entry: CommuneCandidate
    var similarity: Double
    var losses = Losses() { didSet { z = Score.base - losses.total } }
    /// The logit by which answers are ranked.
    private(set) var z = Score.base
    var typed: Bool
    var corrected: Bool
    var number = NumberOutcome.notAsked
    /// The most that it can be worth: less than 1 where a doubt remains that is no loss.
    var most = 1.0
    /// The query has every word of the name, or the name every word of the query.
    var isWhole = false
    /// The comparison in ``Workspace/trace`` that it comes from.
    var comparison = -1

    func isSameStreet(_ other: Candidate) -> Bool { street == other.street && commune == other.commune }
}

/// A pair of a query word and a word of a page.
struct Unit {
    var word: Int
    /// Bits of the query words that it uses, two for each.
    var mask: UInt64
    var likeness: Double
    /// Only the first letter is known.
    var isInitial = false
}

final class Workspace {
    var text = WordList()
    var city = WordList()
    var other = WordList()
    var communes: [CommuneCandidate] = []
    var readings: [Reading] = []
    var candidates: [Candidate] = []
    var units: [Unit] = []
    var acc: [Float] = []
    var touched: [Int32] = []
    var ranked: [(street: Int32, acc: Float)] = []
    var sound: [UInt8] = []
    var pattern = EditPattern()
    /// For each word of the text the words of the base that a scanner may have misread so; nil when not looked up yet.
    var misread: [[(word: [UInt8], hash: UInt32, likeness: Double)]?] = []
    var hits: [Float] = []
    var hit: [Int] = []
    /// What the answer rests on.
    var evidence = Calibration.Evidence(outcome: .municipality)
    /// The query says only what is near: "opposite number 12".
    var isNear = false
    /// The number of the house is a part of its own.
    var hasNumber = false
    var trace: Trace?
}
