import Gazetteer
package import Interchange
package import Perimeters
package import Planar

/// The columns that an audit appends, and how one verdict fills them.
package struct VerdictColumns: Sendable {
    /// Names in the order of the contract; those of the match are the names of the national geocoder's CSV service.
    package static let verdict = [
        "qpv_verdict", "qpv_code", "qpv_name", "qpv_probability", "qpv_quality", "qpv_distance_m", "qpv_nearest_code",
        "qpv_reason", "qpv_addresses", "qpv_addresses_inside",
    ]
    package static let position = ["longitude", "latitude"]
    package static let match = [
        "result_label", "result_score", "result_score_next", "result_type", "result_id", "result_housenumber",
        "result_name", "result_street", "result_postcode", "result_city", "result_citycode",
    ]
    static let insee = ["plg_qp24", "qualite_qp24"]

    let content: Audit.Columns
    private let codes: [[UInt8]]
    /// Decision, code and name of a row inside each perimeter, as they stand in the file: written at one stroke.
    private let insides: [[UInt8]]
    private let outside: [UInt8]
    private let noMatch: [UInt8]
    /// How rows of the commonest verdicts are written; nil where they have more to say.
    let plainRows: PlainRows?

    /// - Parameter extras: what is appended after these columns.
    package init(_ content: Audit.Columns, atlas: Atlas?, dialect: CSVDialect, extras: ExtraPlan? = nil) {
        self.content = content
        let perimeters = atlas?.perimeters ?? []
        codes = perimeters.map { Self.cells([$0.code], dialect) }
        insides = perimeters.map { Self.cells([Verdict.Decision.inside.rawValue, $0.code, $0.name], dialect) }
        outside = Self.cells([Verdict.Decision.outside.rawValue, "", ""], dialect)
        noMatch = Self.cells(Self.match.map { _ in "" }, dialect)
        let isPlain =
            content.contains(.verdict) && !content.contains(.insee) && !dialect.decimalComma
            && extras?.isOnlyOthers ?? true
        // A row in one perimeter at most has no others: their cell is empty.
        plainRows = isPlain ? Self.plainRows(content, perimeters, dialect, others: extras != nil) : nil
    }

    /// The texts around the distance and the position of a row that lies whole on one side.
    private static func plainRows(
        _ content: Audit.Columns, _ perimeters: [Perimeter], _ dialect: CSVDialect, others: Bool
    ) -> PlainRows {
        typealias Decision = Verdict.Decision
        func decided(_ decision: Decision, _ code: String, _ name: String, _ probability: String) -> [UInt8] {
            cells([decision.rawValue, code, name, probability, String(Verdict.Quality.sure.rawValue)], dialect)
        }
        func nearest(_ code: String, _ reason: Verdict.Reason, inside: Int) -> [UInt8] {
            cells([code, reason.rawValue, "1", String(inside)], dialect)
        }
        let rest = (content.contains(.match) ? match.map { _ in "" } : []) + (others ? [""] : [])
        return PlainRows(
            before: perimeters.map { decided(.inside, $0.code, $0.name, "1.000") } + [
                decided(.outside, "", "", "0.000")
            ],
            after: perimeters.map { (nearest($0.code, .outside, inside: 0), nearest($0.code, .inside, inside: 1)) },
            withPosition: content.contains(.position),
            end: rest.isEmpty ? nil : cells(rest, dialect), dialect: dialect)
    }

    /// Cells of a record as they stand in a file of the dialect.
    private static func cells(_ texts: [String], _ dialect: CSVDialect) -> [UInt8] {
        var writer = CSVWriter(dialect: dialect, capacity: 0)
        for text in texts { writer.append(text) }
        return writer.output.bytes
    }

    /// The names, in order.
    package static func names(_ content: Audit.Columns) -> [String] {
        let groups: [(Audit.Columns, [String])] = [
            (.verdict, verdict), (.position, position), (.match, match), (.insee, insee),
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
        if content.contains(.verdict) { append(verdict, to: &writer) }
        guard content.contains(.position) else { return }
        append(coordinate: longitude, to: &writer)
        append(coordinate: latitude, to: &writer)
    }

    private func append(_ match: Match?, to writer: inout CSVWriter) {
        if let match, match.level != .none {
            writer.append(match.label)
            writer.append(fixed: match.score, decimals: 3)
            writer.append(fixed: match.scoreNext, decimals: 3)
            writer.append(match.level.rawValue)
            writer.append(match.id)
            writer.append(match.housenumber)
            writer.append(match.name)
            writer.append(match.street)
            writer.append(match.postcode)
            writer.append(match.city)
            writer.append(match.citycode)
        } else {
            writer.append(raw: noMatch)
        }
    }

    /// Appends the cells of one row that is a position, in degrees; nil when it is none.
    package func append(_ verdict: Verdict, at position: Point?, to writer: inout CSVWriter) {
        append(verdict, at: position?.x, position?.y, to: &writer)
        if content.contains(.match) { writer.append(raw: noMatch) }
        if content.contains(.insee) { appendInsee(Finding(verdict: verdict), to: &writer) }
    }

    private func append(_ verdict: Verdict, to writer: inout CSVWriter) {
        switch verdict.decision {
        case .inside: writer.append(raw: insides[verdict.perimeter!])
        case .outside: writer.append(raw: outside)
        case .uncertain, .notLocated:
            writer.append(verdict.decision.rawValue)
            writer.appendEmpty(2)
        }
        append(verdict.probability, to: &writer)
        writer.append(integer: verdict.quality.rawValue)
        append(verdict.distance, to: &writer)
        if let nearest = verdict.nearest {
            writer.append(raw: codes[nearest])
        } else {
            writer.appendEmpty()
        }
        writer.append(verdict.reason.rawValue)
        writer.append(integer: verdict.addresses)
        writer.append(integer: verdict.addressesInside)
    }

    private func append(_ value: Double?, to writer: inout CSVWriter) {
        if let value { writer.append(fixed: value, decimals: 3) } else { writer.appendEmpty() }
    }

    private func append(coordinate: Double?, to writer: inout CSVWriter) {
        if let coordinate { writer.append(fixed: coordinate, decimals: 7, trimmed: true) } else { writer.appendEmpty() }
    }

    /// INSEE's columns for the 2024 perimeters: the code, `HZ` outside in a commune that has a perimeter, `CSZ` in a
    /// commune that has none; nothing when undecided, with the quality that says so.
    private func appendInsee(_ finding: Finding, to writer: inout CSVWriter) {
        switch finding.verdict.decision {
        case .inside:
            writer.append(raw: codes[finding.verdict.perimeter!])
        case .outside:
            // The commune of a position is not known, so neither is which of the two it is.
            writer.append(finding.match == nil ? "" : finding.isCommuneWithoutPerimeter ? "CSZ" : "HZ")
        case .uncertain, .notLocated:
            writer.appendEmpty()
        }
        writer.append(integer: finding.verdict.quality.rawValue)
    }
}
