public import Tables
public import Verdicts

/// Which columns of a file say what about a row.
public struct StatisticsColumns: Sendable {
    /// Where a verdict comes from.
    public enum VerdictSource: Sendable {
        /// Columns that an audit appended.
        case columns(AuditedColumns)
        /// The row is audited on the way.
        case plan(RowPlan)
    }

    /// What the user names; what is nil is found by its name.
    public struct Request: Sendable {
        /// Groupings, each by one column or by several.
        public var by: [[String]] = []
        /// Ages, birth dates, age bands, sexes, identifiers, values, communes.
        public var age: String?, birth: String?, band: String?, sex: String?, id: String?, value: String?
        /// The column of the commune.
        public var commune: String?
        /// Whether groupings are looked for when none is named.
        public var findsGroupings = true

        /// Nothing named.
        public init() {}
    }

    /// Where the rows are.
    public var verdict: VerdictSource
    /// Where they were after, or before: a second address.
    public var second: VerdictSource?
    /// The groupings.
    public let by: [[Int]]
    let age: Int?, birth: Int?, band: Int?, sex: Int?, id: Int?, value: Int?
    /// The commune found by the geocoder, then those that the file states.
    package let communes: [Int]
    package let header: [String]

    static let groupings = ["action", "intitule_action", "nom_action", "action_intitule", "projet", "dispositif"]

    /// Finds the columns.
    ///
    /// Ages, birth dates, bands and sexes are found by their usual names where none is given, and so is the action; identifiers and
    /// values are never guessed.
    ///
    /// - Throws: ``ColumnError`` for a column that is not there, or there twice.
    public init(
        _ names: ColumnNames, _ request: Request, verdict: VerdictSource, second: VerdictSource? = nil
    ) throws(ColumnError) {
        header = names.header
        self.verdict = verdict
        self.second = second
        func first(_ candidates: [String]) -> Int? {
            names.first(candidates)
        }
        func column(_ name: String?, _ usual: [String] = []) throws(ColumnError) -> Int? {
            if let name { return try names.column(named: name) }
            return first(usual)
        }
        age = try column(request.age, PersonColumns.ages)
        birth = try column(request.birth) ?? PersonColumns.birth(names)
        band = try column(request.band, PersonColumns.ageBands)
        sex = try column(request.sex) ?? PersonColumns.sex(names)
        id = try column(request.id)
        value = try column(request.value)
        var groupings: [[Int]] = []
        for group in request.by {
            var columns: [Int] = []
            for name in group { columns.append(try names.column(named: name)) }
            groupings.append(columns)
        }
        if request.by.isEmpty, request.findsGroupings, let action = first(Self.groupings) { groupings = [[action]] }
        by = groupings
        if let name = request.commune {
            communes = [try names.column(named: name)]
        } else {
            let found: Int? = if case .columns(let own) = verdict { own[match: .city] } else { nil }
            let stated = try names.column(for: .city)
            communes = [found, stated].compactMap { $0 }
        }
    }

    /// Whether ages are stated in some way.
    var hasAges: Bool { age != nil || birth != nil || band != nil }

    /// What was found, for a notice: the role and the column's name.
    public var found: [(role: String, column: String)] {
        let roles: [(String, Int?)] = [
            ("birth dates", birth), ("ages", age), ("age bands", band), ("sexes", sex), ("identifiers", id),
            ("values", value),
        ]
        var found = roles.compactMap { role, column in column.map { (role, header[$0]) } }
        for group in by { found.append(("groups", group.map { header[$0] }.joined(separator: ", "))) }
        return found
    }
}
