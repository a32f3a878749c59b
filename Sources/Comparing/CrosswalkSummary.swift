public import Interchange
import Perimeters
public import Provenance

/// How many perimeters of each vintage met which end, and how much ground both vintages share.
public struct CrosswalkSummary: Sendable, Equatable {
    /// Old perimeters and new ones that stand in a row of this relation; one with rows of several counts in each.
    public struct Count: Sendable, Equatable {
        /// Of the old vintage.
        public internal(set) var old = 0
        /// Of the new one.
        public internal(set) var new = 0
    }

    /// By relation; those that did not occur are absent.
    public let counts: [CrosswalkRelation: Count]
    /// Perimeters, those without a usable shape included.
    public let perimeters: Count
    /// The sum of the areas of the old perimeters, in square metres.
    public let areaOld: Double
    /// The same of the new ones.
    public let areaNew: Double
    /// The sum of the areas that pairs share. Where perimeters of one vintage overlap each other, the overlap counts twice.
    public let areaShared: Double

    init(_ crosswalk: Crosswalk) {
        var sides: [CrosswalkRelation: (old: Set<Int>, new: Set<Int>)] = [:]
        for row in crosswalk.rows {
            if let old = row.old { sides[row.relation, default: ([], [])].old.insert(old) }
            if let new = row.new { sides[row.relation, default: ([], [])].new.insert(new) }
        }
        counts = sides.mapValues { Count(old: $0.old.count, new: $0.new.count) }
        perimeters = Count(old: crosswalk.old.count, new: crosswalk.new.count)
        areaOld = crosswalk.old.reduce(0) { $0 + $1.area }
        areaNew = crosswalk.new.reduce(0) { $0 + $1.area }
        areaShared = crosswalk.rows.reduce(0) { $0 + $1.sharedArea }
    }

    /// Counts and areas.
    public var json: JSONValue {
        let relations = CrosswalkRelation.allCases.compactMap { relation in
            counts[relation].map { count in
                JSONObject.Member(
                    relation.rawValue, .object(["old": JSONValue(count.old), "new": JSONValue(count.new)]))
            }
        }
        return .object([
            "perimeters": .object(["old": JSONValue(perimeters.old), "new": JSONValue(perimeters.new)]),
            "relations": .object(JSONObject(relations)), "area_old_m2": JSONValue(areaOld, decimals: 1),
            "area_new_m2": JSONValue(areaNew, decimals: 1), "area_shared_m2": JSONValue(areaShared, decimals: 1),
        ])
    }
}

extension Crosswalk {
    /// The counts of this crosswalk.
    public var summary: CrosswalkSummary { CrosswalkSummary(self) }
}

extension Provenance {
    /// States the limits of a crosswalk.
    public mutating func state(_ options: Crosswalk.Options) {
        let limits: JSONValue = [
            "kept_from": JSONValue(options.keptFrom), "linked_from": JSONValue(options.linkedFrom),
        ]
        state("limits", limits)
    }
}
