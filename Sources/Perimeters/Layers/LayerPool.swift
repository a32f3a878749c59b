import Geodesy
import Provenance
import Tables

/// All perimeters of one kind in some files, from which layers are made.
struct LayerPool {
    private let kind: PerimeterKind
    /// The perimeters of each file that has some, with the vintage that each counts as.
    private let parts: [(source: SourceFile, members: [(perimeter: Perimeter, vintage: Int?)])]
    /// The vintages stated, in ascending order.
    let vintages: [Int]

    init(_ kind: PerimeterKind, _ files: [PerimeterFile]) {
        self.kind = kind
        var parts: [(source: SourceFile, members: [(perimeter: Perimeter, vintage: Int?)])] = []
        for file in files {
            let members = file.perimeters.filter { $0.kind == kind }
            if members.isEmpty { continue }
            let stated = Set(members.compactMap(\.vintage))
            let only = stated.count == 1 ? stated.first : nil
            parts.append((file.source, members.map { ($0, $0.vintage ?? only) }))
        }
        // A file that states none counts as of the only vintage of the others.
        let all = Set(parts.flatMap { $0.members.compactMap(\.vintage) })
        if all.count == 1 {
            for i in parts.indices { for j in parts[i].members.indices { parts[i].members[j].vintage = all.first } }
        }
        self.parts = parts
        vintages = all.sorted()
    }

    /// The files, as the user gave them.
    var files: [String] { parts.map(\.source.path) }

    /// Whether some are of a vintage that nobody says, beside others of one that is known.
    var hasUnknownVintage: Bool { !vintages.isEmpty && parts.contains { $0.members.contains { $0.vintage == nil } } }

    /// Whether some of them say nothing about when they are in force.
    var isUndated: Bool { parts.contains { $0.members.contains { $0.perimeter.inForce(vintage: $0.vintage) == nil } } }

    /// The layer of one vintage; of all, when it is nil.
    func layer(of vintage: Int?, isFirst: Bool, isOnlyKind: Bool) throws(LayersError) -> Layer {
        let base = prefix(isOnlyKind)
        var layer = try layer(prefix: isFirst ? base : "\(base)_\(vintage ?? 0)", missing: []) {
            vintage == nil || $0.vintage == vintage
        }
        layer.parts.removeAll { $0.used == 0 }
        return layer
    }

    /// The layer of what was in force on a day.
    ///
    /// A territory that has QPV in the files, but none in force, misses the files of that time: there is no day since 2015
    /// without QPV. A kind without any dates is taken whole when it is of one vintage at most. Another kind beside, none of
    /// which was in force, is an empty layer.
    func layer(on day: CalendarDay, isOnlyKind: Bool) throws(LayersError) -> Layer {
        for part in parts {
            for member in part.members {
                guard let text = member.perimeter.unreadableDate else { continue }
                throw .unreadableDate(member.perimeter.code, text, file: part.source.path, line: member.perimeter.line)
            }
        }
        if isUndated, kind == .qpv || vintages.count > 1 { throw .undated(kind, files: files) }
        func isInForce(_ member: (perimeter: Perimeter, vintage: Int?)) -> Bool {
            member.perimeter.inForce(vintage: member.vintage)?.contains(day) ?? true
        }
        let all = parts.flatMap(\.members)
        let covered = Set(all.filter(isInForce).compactMap(\.perimeter.territory))
        let missing = kind == .qpv ? Set(all.compactMap(\.perimeter.territory)) : []
        if kind == .qpv { try requireOneVintage(all.filter(isInForce), on: day) }
        let layer = try layer(prefix: prefix(isOnlyKind), missing: missing.subtracting(covered), isInForce)
        if layer.atlas.perimeters.isEmpty, kind == .qpv || isOnlyKind {
            throw .nothingInForce(kind, day, vintages: vintages)
        }
        return layer
    }

    /// No decree leaves two lists of QPV in force in one territory: then the files' dates are wrong.
    private func requireOneVintage(
        _ members: [(perimeter: Perimeter, vintage: Int?)], on day: CalendarDay
    ) throws(LayersError) {
        for territory in Territory.allCases {
            let there = members.filter { $0.perimeter.territory == territory }
            let vintages = Set(there.compactMap(\.vintage)).sorted()
            if vintages.count > 1 { throw .severalVintagesInForce(territory, day, vintages) }
        }
    }

    /// With one kind the columns are called after QPV, whatever the kind: so they are called since there are files of one kind.
    private func prefix(_ isOnlyKind: Bool) -> String { isOnlyKind ? "qpv" : ColumnNames.fold(kind.rawValue) }

    private func layer(
        prefix: String, missing: Set<Territory>, _ isWanted: ((perimeter: Perimeter, vintage: Int?)) -> Bool
    ) throws(LayersError) -> Layer {
        var taken: [Perimeter] = []
        var vintages: [Int?] = []
        var described: [Layer.Part] = []
        var firstFile: [String: Int] = [:]
        for (number, part) in parts.enumerated() {
            let wanted = part.members.filter(isWanted)
            for member in wanted {
                let code = member.perimeter.code
                if let first = firstFile[code], first != number {
                    throw .codeInTwoFiles(code, first: parts[first].source.path, second: part.source.path)
                }
                firstFile[code] = number
            }
            taken += wanted.map(\.perimeter)
            vintages += wanted.map(\.vintage)
            described.append(
                Layer.Part(
                    source: part.source, vintages: Set(wanted.compactMap(\.vintage)).sorted(),
                    count: part.members.count, used: wanted.count))
        }
        return Layer(
            kind: kind,
            atlas: Atlas(
                taken, source: parts[0].source, missing: missing, ground: Ground(of: taken, vintages: vintages)),
            parts: described, prefix: prefix)
    }
}
