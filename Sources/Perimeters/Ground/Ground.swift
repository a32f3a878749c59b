import Communes
import Foundation
public import Geodesy
import Planar

/// The ground that some perimeters speak of: only there is a place in none of them outside.
///
/// A département is covered when the perimeters are as many as the official list of their vintage has there, a territory when all
/// its départements of that list are. Elsewhere only the communes are covered that a perimeter names. Nothing wider is inferred.
public struct Ground: Sendable, Equatable {
    /// Whether all of France is covered.
    public private(set) var isEverywhere = false
    /// Territories that are covered whole.
    public private(set) var territories: Set<Territory> = []
    /// Départements that are covered whole (57, 2A, 974).
    public private(set) var departements: Set<String> = []
    /// INSEE codes of communes that are covered, with their arrondissements or the commune that they are a part of today.
    public private(set) var communes: Set<String> = []
    /// Whether the perimeters are those of an invented place: all communes that they name are none of the official code. Then they
    /// cover every commune that the official code lacks.
    public private(set) var isInvented = false

    /// All of France.
    public static let everywhere: Ground = {
        var ground = Ground()
        ground.isEverywhere = true
        return ground
    }()

    /// No ground at all.
    public init() {}

    /// The ground that a person states: `france`, départements and INSEE codes of communes; nil when one of them is none of these.
    public init?(stated names: [String]) {
        for name in names {
            let code = name.uppercased()
            if code == "FRANCE" {
                isEverywhere = true
            } else if !CommuneTable.communes(code: code).isEmpty {
                add(commune: code)
            } else if let departement = Departement(code) {
                departements.insert(departement.code)
            } else {
                return nil
            }
        }
    }

    /// The ground that perimeters speak of by themselves.
    ///
    /// - Parameter vintages: the vintage that each counts as; nil for its own.
    package init(of perimeters: [Perimeter], vintages: [Int?]? = nil) {
        let isNamed = perimeters.contains { !$0.communeCodes.isEmpty || !$0.communeNames.isEmpty }
        let isOfficial = perimeters.allSatisfy { PerimeterFields.vintage(of: $0.code) != nil }
        isInvented = !perimeters.isEmpty && (isNamed || isOfficial) && perimeters.allSatisfy(\.isOfInventedPlace)
        if isInvented { return }
        countDepartements(of: perimeters, vintages ?? perimeters.map(\.vintage))
        for perimeter in perimeters {
            if let own = perimeter.departement, departements.contains(own.code) { continue }
            for code in perimeter.knownCommuneCodes { add(commune: code) }
        }
    }

    /// What either covers.
    public func union(_ other: Ground) -> Ground {
        var both = self
        both.isEverywhere = isEverywhere || other.isEverywhere
        both.isInvented = isInvented || other.isInvented
        both.territories.formUnion(other.territories)
        both.departements.formUnion(other.departements)
        both.communes.formUnion(other.communes)
        return both
    }

    private mutating func countDepartements(of perimeters: [Perimeter], _ vintages: [Int?]) {
        // A code counts once. A shape that cannot be used counts where its communes are known: then they are in doubt, not all else.
        var codes: [Int: [String: Set<String>]] = [:]
        for (perimeter, vintage) in zip(perimeters, vintages) where perimeter.kind == .qpv {
            guard let vintage, let departement = Departement(ofPerimeter: perimeter.code) else { continue }
            let isUsable = !perimeter.shape.isEmpty || perimeter.isUnread
            guard isUsable || !perimeter.knownCommuneCodes.isEmpty else { continue }
            codes[vintage, default: [:]][departement.code, default: []].insert(perimeter.code)
        }
        var needed: [Territory: Set<String>] = [:]
        for (vintage, found) in codes {
            for (departement, members) in found {
                guard let count = OfficialCounts.count(departement, vintage), count > 0 else { continue }
                if members.count >= count { departements.insert(departement) }
            }
            for departement in OfficialCounts.departements where OfficialCounts.count(departement, vintage) ?? 0 > 0 {
                if let territory = Departement(departement)?.territory {
                    needed[territory, default: []].insert(departement)
                }
            }
        }
        territories = Set(needed.filter { departements.isSuperset(of: $0.value) }.keys)
    }

    private mutating func add(commune code: String) {
        communes.insert(code)
        let arrondissements = CommuneTable.arrondissements(of: code)
        communes.formUnion(arrondissements)
        let current = CommuneTable.current(code)
        if CommuneTable.arrondissements(of: current).isEmpty { communes.insert(current) }
    }

    // MARK: Questions

    /// Whether a commune is covered, by its INSEE code.
    public func covers(commune code: String) -> Bool {
        if isEverywhere || communes.contains(code) { return true }
        if let departement = Departement(ofCommune: code) {
            if departements.contains(departement.code) { return true }
            if let territory = departement.territory, territories.contains(territory) { return true }
        }
        if isInvented { return CommuneTable.communes(code: code).isEmpty }
        let current = CommuneTable.current(code)
        return current != code && communes.contains(current)
    }

    /// Whether all of a territory is covered.
    package func covers(_ territory: Territory) -> Bool { isEverywhere || territories.contains(territory) }

    /// Whether a position in degrees lies in a territory that is covered whole.
    private func isInCoveredTerritory(_ longitude: Double, _ latitude: Double) -> Bool {
        isEverywhere
            || Territory.containing(longitude: longitude, latitude: latitude).map(territories.contains) ?? false
    }

    /// Whether the ground around a position in degrees is covered, as far as the nearest centres of communes tell: at the position and
    /// in eight directions.
    package func covers(around longitude: Double, _ latitude: Double, metres: Double) -> Bool {
        if isInvented || isInCoveredTerritory(longitude, latitude) { return true }
        let north = metres / 111_320
        let east = north / max(0.1, cos(latitude * .pi / 180))
        return [-1.0, 0, 1].allSatisfy { dx in
            [-1.0, 0, 1].allSatisfy { dy in
                let length = max(1, (dx * dx + dy * dy).squareRoot())
                let near = CommuneTable.near(
                    longitude: longitude + dx / length * east, latitude: latitude + dy / length * north)
                return near.first.map(covers(commune:)) ?? true
            }
        }
    }

    /// How sure it is that a position is covered.
    package enum Certainty: Sendable { case sure, likely, no }

    /// So near to the border of a perimeter of an invented place a position belongs to that place, in metres.
    private static let inventedPlace = 20_000.0
    /// So near to the border of a perimeter, in metres, and with the centre of a covered commune as the nearest one, a position is
    /// likely in that commune.
    private static let likelyWithin = 1_500.0

    /// Whether a position in degrees is covered, as far as that can be told without the borders of communes.
    ///
    /// Sure when every commune that it may lie in is covered; likely when the one with the nearest centre is, and a perimeter is near.
    ///
    /// - Parameter distance: metres to the nearest border of a perimeter; nil without any in the territory.
    package func covers(longitude: Double, latitude: Double, distance: Double?) -> Certainty {
        if isInCoveredTerritory(longitude, latitude) { return .sure }
        if isInvented { return distance.map { abs($0) <= Self.inventedPlace } ?? false ? .sure : .no }
        let near = CommuneTable.near(longitude: longitude, latitude: latitude)
        guard let first = near.first, covers(commune: first) else { return .no }
        if near.allSatisfy(covers(commune:)) { return .sure }
        return distance.map { abs($0) <= Self.likelyWithin } ?? false ? .likely : .no
    }
}
