public import Disclosure
package import Reports
public import Statistics

/// How many records of an audited file are inside each perimeter, as they may be published.
///
/// The counts are those that ``StatisticsReport`` publishes of the same file with the same columns and the same threshold, so a sheet tells
/// nothing beside such a report: what one hides the other hides.
public struct SheetPersons: Sendable {
    /// What is published of one perimeter.
    package struct Count: Sendable, Equatable {
        /// Inside.
        package var inside: PublishedCount
        /// Surely inside: quality 1.
        package var sure: PublishedCount
    }

    /// By the code of the perimeter; one that nobody is in is absent.
    private let counts: [String: Count]
    /// How many are inside in truth, by the code; for comparing only.
    private let truth: [String: Int]
    /// Whether the file has no row: then no count is known.
    package let isEmpty: Bool
    /// Of all rows those of which nobody can say whether they are inside, and those that are not located.
    package let uncertain: PublishedCount, notLocated: PublishedCount
    /// The codes that rows are inside of.
    public var codes: [String] { counts.keys.sorted() }
    /// What is counted.
    package let unit: StatisticsUnit
    /// How small counts are treated.
    package let disclosure: DisclosureControl

    /// Decides what is published.
    ///
    /// - Throws: ``DisclosureError`` for a threshold that protects nobody.
    public init(_ counts: StatisticsCounts, _ statistics: Statistics) throws(DisclosureError) {
        unit = statistics.options.unit
        disclosure = statistics.options.appliedDisclosure
        isEmpty = counts.rows == 0
        let publication = try Publication(counts, statistics.columns, statistics.options)
        uncertain = publication.count(.all, .uncertain)
        notLocated = publication.count(.all, .notLocated)
        var found: [String: Count] = [:]
        var truth: [String: Int] = [:]
        for (rank, group) in counts.perimeters.enumerated() {
            let inside = publication.count(.perimeter(rank), .inside)
            let sure = publication.count(.perimeter(rank), .insideSure)
            let code = group.label.first ?? ""
            truth[code, default: 0] += group.counts.count(.inside)
            // A perimeter under two names has two groups, and both are hidden when one is.
            found[code] =
                found[code].map { Count(inside: $0.inside + inside, sure: $0.sure + sure) }
                ?? Count(inside: inside, sure: sure)
        }
        (self.counts, self.truth) = (found, truth)
    }

    /// What is published of a perimeter; zeros are published as they are.
    package subscript(code: String) -> Count { counts[code] ?? Count(inside: .shown(0), sure: .shown(0)) }
}

extension SheetPersons {
    /// The names of the figures of a sheet: those inside, those surely inside.
    package var figureNames: (inside: String, sure: String) { ("\(unit.rawValue)_inside", "\(unit.rawValue)_sure") }

    /// How many figures of a perimeter tell a small count when they are compared with those of an earlier sheet.
    ///
    /// A figure does that both sheets show and that differs by 1 to below the threshold. So does the count of those inside when one sheet
    /// shows it and the other hides it, and the two are near: by less than the threshold, where the hidden one is today's; where it is
    /// the earlier one, which nobody knows any more, when a small count could be so near.
    ///
    /// - Parameter earlier: the earlier sheet of the perimeter.
    package func differencing(_ code: String, since earlier: EarlierSheet) -> Int {
        guard let threshold = disclosure.threshold else { return 0 }
        let now = self[code], names = figureNames
        func differ(_ before: PublishedCount?, _ after: PublishedCount) -> Bool {
            guard let before else { return false }
            return !DisclosureControl.differencing([before], [after], threshold: threshold).isEmpty
        }
        var found = [(names.inside, now.inside), (names.sure, now.sure)].count { differ(earlier.count($0.0), $0.1) }
        switch (earlier.count(names.inside), now.inside.value) {
        case (.shown(let before)?, nil):
            let today = truth[code] ?? 0
            if before == today || differ(.shown(before), .shown(today)) { found += 1 }
        case (.suppressed?, let today?), (.suppressedWithOthers?, let today?):
            if today < 2 * threshold - 1 { found += 1 }
        default: break
        }
        return found
    }
}

extension PublishedCount {
    fileprivate static func + (a: PublishedCount, b: PublishedCount) -> PublishedCount {
        guard let first = a.value, let second = b.value else { return .suppressed }
        return .shown(first + second)
    }

    /// The count as a cell.
    package var cell: ReportCell { value.map { .count($0) } ?? .suppressed }
}
