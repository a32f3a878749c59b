/// What one row adds to the counts.
package struct StatisticsRow: Sendable {
    /// The hash of the identifier; 0 without one.
    var id: UInt64 = 0
    /// The key of the record, for noise; 0 where there is none.
    var key: UInt64 = 0
    /// 1, or the value, in hundredths for euros.
    var amount = 1
    var perimeter: Int32 = -1
    var commune: Int32 = -1
    var line: Int32 = 0
    var outcome = Outcome.notLocated
    var sex = Sex.Reading.missing
    /// The number of bands for an age that is not stated, one more for one that is stated and lies in no band.
    var band: UInt8 = 0
    var move: Move?
}

/// Where somebody was and where they are after: the verdict on a second address.
public enum Move: UInt8, Sendable, CaseIterable {
    case stayedInside
    case toOtherPerimeter
    case insideToOutside
    case insideToUncertain
    case insideToNotLocated
    case outsideToInside
    case stayedOutside
    case outsideToUncertain
    case outsideToNotLocated
    case uncertainToInside
    case uncertainToOutside
    case stayedUncertain
    case uncertainToNotLocated
    case notLocatedToInside
    case notLocatedToOutside
    case notLocatedToUncertain
    case stayedNotLocated

    init(from: Outcome, to: Outcome, samePerimeter: Bool) {
        func rank(_ outcome: Outcome) -> Int { max(outcome.rawValue - 1, 0) }
        if from.isInside, to.isInside {
            self = samePerimeter ? .stayedInside : .toOtherPerimeter
        } else {
            self = Self(rawValue: UInt8(rank(from) * 4 + rank(to) + 1))!
        }
    }

    /// The class of the first address.
    package var from: ShareClass {
        switch rawValue {
        case 0...4: .inside
        case 5...8: .outside
        case 9...12: .uncertain
        default: .notLocated
        }
    }

    /// The class of the second one.
    package var to: ShareClass {
        rawValue == 0 ? .inside : [.inside, .outside, .uncertain, .notLocated][(Int(rawValue) - 1) % 4]
    }
}

/// The rows of a batch.
struct StatisticsBatch: Sendable {
    var rows: [StatisticsRow] = []
    /// For each row the rank of its group in each grouping.
    var groups: [Int32] = []
    var faults = StatisticsFaults()
    /// Rows read, those left out too.
    var read = 0
}
