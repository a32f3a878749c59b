public import Gazetteer
import Interchange
public import Perimeters
public import Tables
public import Verdicts

/// A landlord's list with what was found about each row.
public struct ResidenceAudit: Sendable {
    /// The list.
    public let list: ResidenceList
    /// The perimeters.
    public let atlas: Atlas
    /// What was found, one a row.
    public let findings: [ResidenceFinding]

    /// Examines every row; the expression is read and each of its addresses matched.
    ///
    /// - Throws: `GeodesyError` when PROJ cannot make a projection.
    public init(
        _ list: ResidenceList, atlas: Atlas, gazetteer: Gazetteer, options: Examiner.Options = .init()
    ) throws {
        self.list = list
        self.atlas = atlas
        let examiner = Examiner(atlas: atlas, gazetteer: gazetteer, options: options)
        findings = try list.rows.map { row in
            if row.text.isEmpty { return ResidenceFinding(Finding(verdict: .notLocated(.addressEmpty))) }
            var found = try examiner.examine(row.query)
            if row.isDoubtful, found.verdict.quality == .sure { found.verdict.quality = .probable }
            var finding = ResidenceFinding(found)
            if !finding.isStreetFound, !row.commune.isEmpty {
                // The street may be another commune's: that is said, and nothing is decided by it.
                finding.addCommunes(of: try examiner.examine(AddressQuery(text: row.text)))
            }
            return finding
        }
    }

    /// Rows, residences, dwellings and money.
    public struct Totals: Sendable, Equatable {
        /// How many rows.
        public var rows = 0
        /// The residences, each once; see ``ResidenceList/Row/key``.
        public var keys: Set<String> = []
        /// The dwellings of the rows.
        public var dwellings = StatedSum()
        /// Euros of the rows.
        public var amount = StatedSum()

        package mutating func add(_ row: ResidenceList.Row) {
            rows += 1
            keys.insert(row.key)
            dwellings.add(row.dwellings)
            amount.add(row.amount)
        }
    }

    /// The totals of the rows of some indices; of all without any given.
    public func totals(of indices: [Int]? = nil) -> Totals {
        var totals = Totals()
        for index in indices ?? Array(list.rows.indices) { totals.add(list.rows[index]) }
        return totals
    }

    /// The totals of each place; together those of the file.
    public var totalsByPlace: [ResidencePlace: Totals] {
        var totals: [ResidencePlace: Totals] = [:]
        for (row, finding) in zip(list.rows, findings) { totals[finding.place, default: Totals()].add(row) }
        return totals
    }

    /// Indices of the rows whose addresses were found in another commune than the row states.
    public var mismatches: [Int] {
        list.rows.indices.filter { findings[$0].isMismatch(declared: list.rows[$0].commune) }
    }

    /// The list with columns appended: what was found about each row.
    public func rowsFile() -> [UInt8] {
        list.table.appending([
            "residence_extent", "residence_place", "residence_codes", "residence_addresses",
            "residence_addresses_inside",
            "residence_addresses_outside", "residence_addresses_undecided", "residence_addresses_not_located",
            "residence_communes", "residence_commune_mismatch", "residence_ambiguities",
        ]) { index in
            let finding = findings[index]
            return [
                finding.extent.rawValue, finding.place.name(in: atlas),
                finding.perimeters.map { atlas.perimeters[$0].code }.joined(separator: "|"),
                String(finding.addresses), String(finding.inside), String(finding.outside), String(finding.undecided),
                String(finding.notLocated), finding.communes.joined(separator: "|"),
                finding.isMismatch(declared: list.rows[index].commune) ? "1" : "0",
                finding.ambiguities.map(\.rawValue).joined(separator: "|"),
            ]
        }
    }
}
