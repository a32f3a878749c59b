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
        for (rank, group) in counts.perimeters.enumerated() {
            let inside = publication.count(.perimeter(rank), .inside)
            let sure = publication.count(.perimeter(rank), .insideSure)
            let code = group.label.first ?? ""
            // A perimeter under two names has two groups, and both are hidden when one is.
            found[code] =
                found[code].map { Count(inside: $0.inside + inside, sure: $0.sure + sure) }
                ?? Count(inside: inside, sure: sure)
        }
        self.counts = found
    }

    /// What is published of a perimeter; zeros are published as they are.
    package subscript(code: String) -> Count { counts[code] ?? Count(inside: .shown(0), sure: .shown(0)) }
}

extension PublishedCount {
    fileprivate static func + (a: PublishedCount, b: PublishedCount) -> PublishedCount {
        guard let first = a.value, let second = b.value else { return .suppressed }
        return .shown(first + second)
    }

    /// The count as a cell.
    package var cell: ReportCell { value.map { .count($0) } ?? .suppressed }
}
