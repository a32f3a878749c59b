import Gazetteer
package import Interchange
package import Perimeters
package import Planar

/// The columns that an audit appends, and how one verdict fills them.
package struct VerdictColumns: Sendable {
    static let insee = ["plg_qp24", "qualite_qp24"]

    let content: Audit.Columns
    let dialect: CSVDialect
    private let fields = VerdictField.all
    private let matchFields = MatchField.columns
    private let perimeters: PerimeterCells
    private let noMatch: [UInt8]
    /// How rows of the commonest verdicts are written; nil where they have more to say.
    let plainRows: PlainRows?

    /// - Parameter extras: what is appended after these columns.
    package init(_ content: Audit.Columns, atlas: Atlas?, dialect: CSVDialect, extras: ExtraPlan? = nil) {
        self.content = content
        self.dialect = dialect
        perimeters = PerimeterCells(atlas, dialect)
        noMatch = Self.cells(dialect) { $0.appendEmpty(MatchField.columns.count) }
        let isPlain =
            content.contains(.verdict) && !content.contains(.insee) && !dialect.decimalComma
            && extras?.isOnlyOthers ?? true
        // A row in one perimeter at most has no others: their cell is empty.
        plainRows = isPlain ? Self.plainRows(content, perimeters, dialect, others: extras != nil) : nil
    }

    /// The texts around the distance and the position of a row that lies whole on one side; nil when a field in front of the
    /// distance depends on the nearest border, or one behind it on the perimeter.
    private static func plainRows(
        _ content: Audit.Columns, _ perimeters: PerimeterCells, _ dialect: CSVDialect, others: Bool
    ) -> PlainRows? {
        let parts = VerdictField.all.split(separator: .distance, omittingEmptySubsequences: false).map { Array($0) }
        guard parts.count == 2,
            parts[0].allSatisfy({ [.side, .perimeter].contains($0.plainSource) }),
            parts[1].allSatisfy({ [.side, .nearest].contains($0.plainSource) })
        else { return nil }
        func cells(_ part: Int, inside perimeter: Int?, nearest: Int) -> [UInt8] {
            let shares = perimeter.map { [Evidence.Share(perimeter: $0, share: 1)] } ?? []
            let evidence = Evidence(shares: shares, total: shares.isEmpty ? 0 : 1, distance: 0, nearest: nearest)
            let verdict = Judge.verdict(evidence, ground: .position, score: 1)
            return Self.cells(dialect) { $0.append(parts[part], of: verdict, perimeters) }
        }
        let all = perimeters.codes.indices
        let rest = (content.contains(.match) ? MatchField.columns.count : 0) + (others ? 1 : 0)
        return PlainRows(
            before: (all.map { Optional($0) } + [nil]).map { cells(0, inside: $0, nearest: 0) },
            after: all.map { (cells(1, inside: nil, nearest: $0), cells(1, inside: $0, nearest: $0)) },
            withPosition: content.contains(.position),
            end: rest == 0 ? nil : Self.cells(dialect) { $0.appendEmpty(rest) }, dialect: dialect)
    }

    /// Cells of a record as they stand in a file of the dialect.
    private static func cells(_ dialect: CSVDialect, _ append: (inout CSVWriter) -> Void) -> [UInt8] {
        var writer = CSVWriter(dialect: dialect, capacity: 0)
        append(&writer)
        return writer.output.bytes
    }

    /// The names in the order of the contract.
    ///
    /// - Parameter prefix: the name of the main layer.
    package static func names(_ content: Audit.Columns, prefix: String = "qpv") -> [String] {
        let groups: [(Audit.Columns, [String])] = [
            (.verdict, VerdictField.all.map { $0.name(prefix) }), (.position, PositionField.allCases.map(\.rawValue)),
            (.match, MatchField.columns.map(\.rawValue)), (.insee, insee),
        ]
        return groups.flatMap { content.contains($0.0) ? $0.1 : [] }
    }

    /// Appends the cells of one row.
    package func append(_ finding: Finding, to writer: inout CSVWriter) {
        append(finding.verdict, at: finding.longitude, finding.latitude, to: &writer)
        if content.contains(.match) { append(finding.match, to: &writer) }
        if content.contains(.insee) { appendInsee(finding, to: &writer) }
    }

    private func append(_ verdict: Verdict, at longitude: Double?, _ latitude: Double?, to writer: inout CSVWriter) {
        if content.contains(.verdict) { writer.append(fields, of: verdict, perimeters) }
        guard content.contains(.position) else { return }
        writer.append(.degrees(longitude), perimeters)
        writer.append(.degrees(latitude), perimeters)
    }

    private func append(_ match: Match?, to writer: inout CSVWriter) {
        guard let match, match.level != .none else { return writer.append(raw: noMatch) }
        for field in matchFields { writer.append(field.value(in: match), perimeters) }
    }

    /// Appends the cells of one row that is a position, in degrees; nil when it is none.
    package func append(_ verdict: Verdict, at position: Point?, to writer: inout CSVWriter) {
        append(verdict, at: position?.x, position?.y, to: &writer)
        if content.contains(.match) { writer.append(raw: noMatch) }
        if content.contains(.insee) { appendInsee(Finding(verdict: verdict), to: &writer) }
    }

    /// INSEE's columns for the 2024 perimeters: the code, `HZ` outside in a commune that has a perimeter, `CSZ` in a
    /// commune that has none; nothing when undecided, with the quality that says so.
    private func appendInsee(_ finding: Finding, to writer: inout CSVWriter) {
        switch finding.verdict.decision {
        case .inside:
            writer.append(.code(finding.verdict.perimeter), perimeters)
        case .outside:
            // The commune of a position is not known, so neither is which of the two it is.
            writer.append(finding.match == nil ? "" : finding.isCommuneWithoutPerimeter ? "CSZ" : "HZ")
        case .uncertain, .notLocated:
            writer.appendEmpty()
        }
        writer.append(VerdictField.quality.value(in: finding.verdict), perimeters)
    }
}
