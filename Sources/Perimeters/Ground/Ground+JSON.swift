import Geodesy
package import Interchange

extension Ground {
    /// The ground as a provenance states it: `france`, or the territories, départements and communes that are covered. Départements
    /// of a covered territory and communes of a covered département are left out.
    ///
    /// Nil for an invented place, and for perimeters without a file, of which nothing need be said.
    package var json: JSONValue? {
        if isInvented { return nil }
        if isEverywhere { return "france" }
        let whole = Territory.allCases.filter(territories.contains)
        let parts = departements.sorted().filter { code in
            Departement(code)?.territory.map { !territories.contains($0) } ?? true
        }
        let members: [(String, [String])] = [
            ("territories", whole.map(\.rawValue)), ("departements", parts), ("communes", communes.sorted()),
        ]
        return .object(
            JSONObject(
                members.filter { !$0.1.isEmpty }.map { .init($0.0, .array($0.1.map { .string($0) })) }))
    }
}
