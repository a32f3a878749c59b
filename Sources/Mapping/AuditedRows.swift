import Foundation
import Gazetteer
public import Geodesy
public import Interchange
public import Perimeters
public import Planar
import Tables
public import Verdicts

/// What a map shows of a file that `qpv audit` wrote: counts by perimeter, by cell of a grid, and points if they are wanted.
///
/// Of a file that was audited several times the newest audit is read: see ``AuditedColumns``. Rows are counted, never their
/// contents kept. A row of which only the commune is known, or that may be one of several addresses, has no one position, as for
/// ``NearestPlaces``: the coordinates that stand there are those of one point of many.
public struct AuditedRows: Sendable {
    /// The counts of one layer of perimeters.
    public struct LayerCounts: Sendable, Equatable {
        /// Rows inside, by the perimeter's index in the layer's atlas; of a code that stands there twice, all by the first.
        public internal(set) var inside: [Int]
        /// Undecided rows, by the nearest perimeter, likewise.
        public internal(set) var uncertain: [Int]
        /// Rows inside a perimeter whose code is none of the layer's.
        public internal(set) var insideOthers = 0
        /// Undecided rows without a nearest perimeter, or with one that is none of the layer's.
        public internal(set) var uncertainOthers = 0
        /// Undecided rows of which nobody knows where they are: see ``AuditedRows/withoutOnePosition``.
        public internal(set) var uncertainAnywhere = 0
        /// Rows outside every perimeter.
        public internal(set) var outside = 0
        /// Rows that were not located.
        public internal(set) var notLocated = 0
        /// Rows whose verdict is none of the four words.
        public internal(set) var unreadable = 0
    }

    /// A row where it is.
    public struct Dot: Sendable, Equatable {
        /// Degrees (WGS 84), x longitude, y latitude.
        public let position: Point
        /// The verdict on the first layer; nil when it cannot be read.
        public let decision: Verdict.Decision?
    }

    /// What is wanted beside the counts of perimeters.
    public struct Options: Sendable {
        /// The grid that rows are counted in.
        public var grid: HexagonGrid?
        /// Whether each row is wanted as a point.
        public var keepsPoints = false

        /// Nothing more.
        public init() {}

        var needsPositions: Bool { grid != nil || keepsPoints }
    }

    /// The file as the user gave it.
    public let name: String
    /// What was wanted.
    public let options: Options
    /// How many rows it has.
    public private(set) var rows = 0
    /// The counts of each layer; nil for one that the file has no verdict on.
    public private(set) var layers: [LayerCounts?]
    /// Rows that are not located, or without coordinates; 0 when no positions were wanted.
    public private(set) var withoutPosition = 0
    /// Whether rows without coordinates are those that were not located, and no others.
    private(set) var lacksPositionsOfUnlocatedOnly = true
    /// Rows with coordinates that are one point of many: of a commune, or of several addresses or streets that may be meant; 0 when
    /// no positions were wanted.
    public private(set) var withoutOnePosition = 0
    /// Rows with coordinates that are no place in France.
    public private(set) var badPositions = 0
    /// The line of the first of those, and of the first row whose verdict cannot be read.
    public private(set) var firstFault: Int?
    /// Rows by cell, in each territory's grid.
    public private(set) var cells: [Territory: [HexagonGrid.Cell: Int]] = [:]
    /// The rows as points, in the file's order.
    public private(set) var dots: [Dot] = []

    /// Reads a file to its end. O(n log p) in rows and perimeters.
    ///
    /// - Throws: ``TableError`` when no layer's columns are there, or those of positions are not and something needs them;
    ///   ``InterchangeError``; ``GeodesyError``.
    public init(_ reader: any TableReader, layers: Layers, options: Options = .init()) throws {
        name = reader.name
        self.options = options
        let columns = try MapColumns(reader, layers: layers, needsPositions: options.needsPositions)
        self.layers = zip(layers.all, columns.layers).map { layer, columns in
            let none = [Int](repeating: 0, count: layer.atlas.perimeters.count)
            return columns == nil ? nil : LayerCounts(inside: none, uncertain: none)
        }
        var projectors: [Territory: Projector] = [:]
        var scratch = CSVCells()
        while let batch = try reader.nextBatch() {
            try batch.forEachRecord(using: &scratch) { record in
                rows += 1
                let isAnywhere = columns.isAnywhere(record)
                var decision: Verdict.Decision?
                var isLocated = true
                for (i, layer) in layers.all.enumerated() {
                    guard let columns = columns.layers[i] else { continue }
                    let found = self.layers[i]!.count(record, columns, layer.atlas, isAnywhere: isAnywhere)
                    if i == 0 { decision = found }
                    if found == .notLocated { isLocated = false }
                    if found == nil { firstFault = firstFault ?? record.line }
                }
                guard let position = columns.position else { return }
                // Of a row that is not located the coordinates, if any, are those of a candidate.
                let hasPosition = isLocated && !(record.cell(position.x).isEmpty && record.cell(position.y).isEmpty)
                if hasPosition != isLocated { lacksPositionsOfUnlocatedOnly = false }
                if !hasPosition {
                    withoutPosition += 1
                } else if isAnywhere {
                    withoutOnePosition += 1
                } else {
                    try place(record, position, decision, decimalComma: reader.dialect.decimalComma, &projectors)
                }
            }
        }
    }

    private mutating func place(
        _ record: TableRow, _ columns: (x: Int, y: Int), _ decision: Verdict.Decision?, decimalComma: Bool,
        _ projectors: inout [Territory: Projector]
    ) throws {
        guard let x = parseDouble(record.cell(columns.x), decimalComma: decimalComma),
            let y = parseDouble(record.cell(columns.y), decimalComma: decimalComma),
            let territory = Territory.containing(longitude: x, latitude: y)
        else {
            badPositions += 1
            firstFault = firstFault ?? record.line
            return
        }
        let position = Point(x: x, y: y)
        if options.keepsPoints { dots.append(Dot(position: position, decision: decision)) }
        guard let grid = options.grid else { return }
        let projector = try projectors[territory] ?? Projector(from: .wgs84, to: territory.metricCRS)
        projectors[territory] = projector
        guard let metres = projector.project(position) else {
            badPositions += 1
            return
        }
        cells[territory, default: [:]][grid.cell(of: metres), default: 0] += 1
    }
}

extension AuditedRows.LayerCounts {
    fileprivate init(inside: [Int], uncertain: [Int]) {
        self.inside = inside
        self.uncertain = uncertain
    }

    /// Counts a row; nil when its verdict cannot be read.
    fileprivate mutating func count(
        _ record: TableRow, _ columns: MapColumns.LayerColumns, _ atlas: Atlas, isAnywhere: Bool
    ) -> Verdict.Decision? {
        guard let decision = Verdict.Decision(rawValue: record.text(columns.verdict)) else {
            unreadable += 1
            return nil
        }
        switch decision {
        case .inside:
            if let index = atlas.index(ofCode: record.text(columns.code)) {
                inside[index] += 1
            } else {
                insideOthers += 1
            }
        case .uncertain where isAnywhere: uncertainAnywhere += 1
        case .uncertain:
            if let index = atlas.index(ofCode: record.text(columns.nearest)) {
                uncertain[index] += 1
            } else {
                uncertainOthers += 1
            }
        case .outside: outside += 1
        case .notLocated: notLocated += 1
        }
        return decision
    }
}

/// The columns of an audited file that a map reads.
private struct MapColumns {
    struct LayerColumns {
        let verdict: Int, code: Int, nearest: Int

        /// Nil when one of them is not there.
        init?(_ own: AuditedColumns) {
            guard let code = own[.code], let nearest = own[.nearestCode] else { return nil }
            (verdict, self.code, self.nearest) = (own.verdict, code, nearest)
        }
    }

    let layers: [LayerColumns?]
    let position: (x: Int, y: Int)?
    private let reasons: [Int]
    private let addresses: Int?
    private let matchType: Int?
    private static let reasonsAnywhere = Set(Verdict.Reason.withoutOnePosition.map(\.rawValue))

    init(_ reader: any TableReader, layers: Layers, needsPositions: Bool) throws {
        let names = ColumnNames(reader.header.names)
        let audits = try layers.all.map { try AuditedColumns(newestIn: names, prefix: $0.prefix) }
        self.layers = audits.map { $0.flatMap(LayerColumns.init) }
        reasons = audits.compactMap { $0?[.reason] }
        let main = audits[0] ?? audits.lazy.compactMap { $0 }.first
        (addresses, matchType) = (audits[0]?[.addresses], main?[match: .type])
        guard self.layers.contains(where: { $0 != nil }) else {
            let prefix = layers.main.prefix
            throw TableError(
                message:
                    "no columns \(prefix)_verdict, \(prefix)_code and \(prefix)_nearest_code: expected an "
                    + "audited file", file: reader.name, line: reader.headerLine, remedy: .audit)
        }
        if let x = main?[position: .longitude], let y = main?[position: .latitude], needsPositions {
            position = (x, y)
        } else {
            position = nil
        }
        if needsPositions, position == nil {
            throw TableError(
                message: "no columns longitude and latitude", file: reader.name, line: reader.headerLine,
                remedy: .auditPositions)
        }
    }

    /// Whether a row that is located may be in many places: see ``AuditedRows/withoutOnePosition``.
    func isAnywhere(_ record: TableRow) -> Bool {
        if let addresses, Int(record.text(addresses)) ?? 1 > 1 { return true }
        if let matchType, record.text(matchType) == MatchLevel.municipality.rawValue { return true }
        return reasons.contains { Self.reasonsAnywhere.contains(record.text($0)) }
    }
}
