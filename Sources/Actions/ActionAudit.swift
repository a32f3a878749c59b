public import Gazetteer
import Interchange
public import Perimeters
public import Tables
public import Verdicts

/// Subsidised actions with their scopes resolved to perimeters, their venues located and their figures checked.
///
/// The declared scope, the venue and where the beneficiaries live are three things, and none is taken for another.
public struct ActionAudit: Sendable {
    /// The table.
    public let list: ActionList
    /// The perimeters that scopes are resolved to.
    public let atlas: Atlas
    /// The tables of age bands, when there are any.
    public let ages: AgeTable?
    /// How the declared scope of each row was read: the column of scopes, or where there is none that of targets.
    public let scopes: [ScopeReading]
    /// How the target of each row was read, where the file has a column of targets beside that of scopes.
    public let targets: [ScopeReading]?
    /// What was found about the venue of each row; nil where none is stated or no gazetteer was given.
    public let venues: [Finding?]
    /// The actions, each once.
    public let actions: [Action]
    /// The perimeters that the actions are about, ascending indices: see ``limit``.
    public let concerned: [Int]
    /// What limits them.
    public let limit: Limit
    /// What the figures contradict, in the order of the lines.
    public let inconsistencies: [Inconsistency]

    /// What limits the perimeters that are said to be covered or not.
    public enum Limit: String, Sendable {
        /// Those of the communes that the user named.
        case named
        /// Those of the communes of which some perimeter is named by an action or holds a venue.
        case found
    }

    /// An action, listed in one row or several.
    public struct Action: Sendable {
        /// Its rows, ascending.
        public var rows: [Int]
        /// Its scope; ambiguous when its rows state several.
        public var scope: ScopeReading
        /// Its target, where there is a column of targets.
        public var target: ScopeReading?
        /// The row whose venue is taken: the first that states one.
        public var venueRow: Int?
        /// For each column of money the row that it is taken from: the first that states an amount.
        public var moneyRows: [Int]
    }

    /// Reads the scopes, locates the venues and checks the figures.
    ///
    /// - Parameters:
    ///   - names: the perimeters and the spellings of their names.
    ///   - limit: whether they are all concerned, since the user limited them, or those of the communes found.
    ///   - ages: tables of age bands, to be checked too.
    ///   - gazetteer: for venues; nil leaves them alone.
    ///   - options: for venues.
    /// - Throws: `GeodesyError` when PROJ cannot make a projection.
    public init(
        _ list: ActionList, names: PerimeterNames, limit: Limit, ages: AgeTable? = nil, gazetteer: Gazetteer? = nil,
        options: Examiner.Options = .init()
    ) throws {
        self.list = list
        self.ages = ages
        self.limit = limit
        let atlas = names.atlas
        self.atlas = atlas
        let reader = ScopeReader(names)
        let hasScope = list.roles.contains(.scope)
        var scopes = list.rows.map { reader.read($0.text(hasScope ? .scope : .target)) }
        var targets = hasScope && list.roles.contains(.target) ? list.rows.map { reader.read($0.text(.target)) } : nil
        let examiner = gazetteer.map { Examiner(atlas: atlas, gazetteer: $0, options: options) }
        let venues = try list.rows.map { row in
            if let examiner, let venue = row.venue { try examiner.examine(venue) } else { Finding?.none }
        }
        self.venues = venues

        var concerned = Array(atlas.perimeters.indices)
        if limit == .found {
            let named = (scopes + (targets ?? [])).flatMap(\.perimeters) + venues.compactMap { $0?.verdict.perimeter }
            let communes = Set(named.flatMap { atlas.perimeters[$0].communeCodes })
            let found = Set(named)
            concerned = concerned.filter {
                found.contains($0) || !communes.isDisjoint(with: atlas.perimeters[$0].communeCodes)
            }
        }
        self.concerned = concerned
        // "3 QPV" is all of them where there are three.
        func counted(_ reading: ScopeReading) -> ScopeReading {
            reading.count == concerned.count ? ScopeReading(.allPerimeters, count: reading.count) : reading
        }
        scopes = scopes.map(counted)
        targets = targets?.map(counted)
        self.scopes = scopes
        self.targets = targets
        actions = ActionGroups(list, scopes: scopes).groups.map { rows in
            Action(
                rows: rows, scope: Self.agreed(rows.map { scopes[$0] }),
                target: targets.map { targets in Self.agreed(rows.map { targets[$0] }) },
                venueRow: rows.first { list.rows[$0].venue != nil },
                moneyRows: list.money.indices.map { column in
                    rows.first { list.rows[$0].money[column].value != nil } ?? rows[0]
                })
        }
        inconsistencies = ActionChecks(list, ages).inconsistencies(actions.map(\.rows))
    }

    /// The reading of several rows: that of all which state one, or ambiguous.
    private static func agreed(_ readings: [ScopeReading]) -> ScopeReading {
        let stated = readings.filter { $0.kind != .notStated }
        guard let first = stated.first else { return readings[0] }
        let isOne = stated.allSatisfy { $0.kind == first.kind && Set($0.perimeters) == Set(first.perimeters) }
        return isOne ? first : ScopeReading(.ambiguous, others: stated.flatMap(\.others))
    }

    /// Where an action's money is counted: with its perimeter when its scope is one, else with its kind of scope.
    public enum Bucket: Hashable, Sendable {
        /// The scope is this one perimeter.
        case perimeter(Int)
        /// The scope is something else.
        case kind(ScopeKind)

        init(_ reading: ScopeReading) {
            self = reading.kind == .onePerimeter ? .perimeter(reading.perimeters[0]) : .kind(reading.kind)
        }
    }

    /// Counts and money of some actions.
    public struct Totals: Sendable {
        /// How many actions.
        public var actions = 0
        /// The money, one sum a column, never added to each other.
        public var money: [StatedSum]
        /// Beneficiaries as the operators state them: persons in several actions count in each.
        public var beneficiaries = StatedSum()
        /// Those of them that live in perimeters, as the operators state them.
        public var beneficiariesInside = StatedSum()
    }

    /// The totals of some actions.
    public func totals(where isIncluded: (Action) -> Bool = { _ in true }) -> Totals {
        var totals = Totals(money: list.money.map { _ in StatedSum() })
        for action in actions where isIncluded(action) {
            totals.actions += 1
            for (column, row) in action.moneyRows.enumerated() {
                totals.money[column].add(list.rows[row].money[column])
            }
            totals.beneficiaries.add(cell(.beneficiaries, action))
            totals.beneficiariesInside.add(cell(.beneficiariesInside, action))
        }
        return totals
    }

    private func cell(_ role: ActionColumns.Role, _ action: Action) -> CellNumber {
        let cells = action.rows.map { CellNumber(list.rows[$0].text(role)) }
        return cells.first { $0.value != nil } ?? cells[0]
    }

    /// What the rows of the file state beside what their actions were counted with, one sum a column of money: with the totals of
    /// all actions it is the sum of the file.
    public var repeated: [StatedSum] {
        var sums = list.money.map { _ in StatedSum() }
        for action in actions {
            for (column, taken) in action.moneyRows.enumerated() {
                for row in action.rows where row != taken { sums[column].add(list.rows[row].money[column]) }
            }
        }
        return sums
    }

    /// The sum of each column of money of the file, row by row.
    public var fileSums: [StatedSum] {
        var sums = list.money.map { _ in StatedSum() }
        for row in list.rows { for (column, cell) in row.money.enumerated() { sums[column].add(cell) } }
        return sums
    }
}
