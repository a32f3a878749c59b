import Foundation
import Geodesy
import Interchange
import Planar
import Provenance
import Tables
import Threads

/// Makes perimeters of the features of a layer and notes what is wrong with each.
///
/// What the fields say is read one after another, since a code is compared with those before it; the shapes, which take nearly
/// all the time, on several threads.
struct PerimeterReader {
    let source: SourceFile
    let unit: PerimeterLayer.Unit
    let options: PerimeterFile.Options
    let crs: CRS
    private(set) var perimeters: [Perimeter] = []
    private(set) var issues: [PerimeterIssue] = []
    private var foldedNames: [String: String] = [:]
    private var firstLine: [String: Int] = [:]

    /// A feature that is asked for.
    private struct Member {
        var feature: Feature
        var code: String
        var fields: PerimeterFields
        var issues: [PerimeterIssue]
    }

    init(source: SourceFile, unit: PerimeterLayer.Unit, options: PerimeterFile.Options, crs: CRS) {
        self.source = source
        self.unit = unit
        self.options = options
        self.crs = crs
    }

    /// - Throws: ``PerimeterError`` when no feature has a code: then the field is not known, or the file holds no perimeters.
    mutating func read(_ features: [Feature]) throws {
        let members = features.compactMap { member($0) }
        if let first = members.first?.feature, members.allSatisfy(\.code.isEmpty) { throw withoutCode(first) }
        let (options, crs) = (options, crs)
        let budget = try RepairBudget(features, file: source.path)
        let threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let shapes = try concurrentMap(
            members, threads: threads, making: { ShapeReader(options: options, crs: crs, budget: budget) }
        ) { reader, member in
            try reader.read(member.feature, code: member.code, member.fields)
        }
        for (member, shape) in zip(members, shapes) {
            issues += member.issues + shape.issues
            let fields = member.fields
            // Nobody can be said to be in a perimeter that has no code, nor outside of it.
            let isUsable = !member.code.isEmpty && !shape.shape.isEmpty
            let areStated = !fields.communeCodes.isEmpty || !fields.communeNames.isEmpty
            perimeters.append(
                Perimeter(
                    code: member.code, name: fields.name, kind: fields.kind, vintage: fields.vintage,
                    communeCodes: isUsable || areStated ? fields.communeCodes : shape.communesAround,
                    communeNames: fields.communeNames, territory: shape.territory,
                    shape: isUsable ? shape.shape : MultiPolygon(), repair: shape.repair, line: member.feature.line,
                    validity: fields.validity,
                    unreadableDate: fields.undated, disputed: shape.disputed,
                    isUnchecked: isUsable && shape.isUnchecked,
                    isUnread: shape.isUnread))
        }
    }

    /// Why a feature has no code: its field is empty, or not there.
    private func withoutCode(_ feature: Feature) -> PerimeterError {
        let looked = options.codeField.map { [$0] } ?? PerimeterFields.codeNames
        let wanted = Set(looked.map(ColumnNames.fold))
        let place = source.place(feature.line, unit)
        if let field = feature.properties.names.first(where: { wanted.contains(ColumnNames.fold($0)) }) {
            return .emptyCode(field: field, place: place)
        }
        return .noCode(looked: looked, fields: feature.properties.names, place: place)
    }

    /// What the fields of a feature say; nil when it is not asked for.
    private mutating func member(_ feature: Feature) -> Member? {
        let fields = PerimeterFields(feature.properties, id: feature.id, options, folded: &foldedNames)
        guard isAskedFor(fields.communeCodes) else { return nil }
        let line = feature.line
        var issues: [PerimeterIssue] = []
        let code = fields.code ?? ""
        if code.isEmpty {
            issues.append(
                PerimeterIssue(
                    "no_code", .error, code, line: line, "the feature has no code",
                    remedy: "left out: no place will be found in it, and no place of its commune is surely outside"))
        } else if let first = firstLine[code] {
            issues.append(
                PerimeterIssue(
                    "duplicate_code", .warning, code, line: line,
                    "the code stands at \(unit.rawValue) \(first) too", remedy: "both shapes are kept"))
        } else {
            firstLine[code] = line
        }
        if let text = fields.undated {
            issues.append(
                PerimeterIssue(
                    "not_a_date", .warning, code, line: line, "\"\(text)\" is no date",
                    remedy:
                        "expected 2023-12-31, 2023/12/31, 20231231 or 31/12/2023: the file is refused where a day is asked"
                ))
        }
        return Member(feature: feature, code: code, fields: fields, issues: issues)
    }

    private func isAskedFor(_ communes: [String]) -> Bool {
        options.departements.isEmpty || communes.isEmpty
            || communes.contains { code in options.departements.contains { code.hasPrefix($0) } }
    }
}
