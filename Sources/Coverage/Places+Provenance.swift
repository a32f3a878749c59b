import Interchange
public import Provenance
import Verdicts

extension Provenance {
    /// States a file of places: file, SHA-256, the columns read, the categories and the day asked, how many rows and places.
    public mutating func state(_ places: Places, as name: String) {
        var stated = places.source.json
        stated["columns"] = .object(
            JSONObject(
                Dictionary(grouping: places.columns, by: \.role).sorted { $0.key < $1.key }.map { role, columns in
                    .init(role, .string(columns.map(\.name).joined(separator: ", ")))
                }))
        if let unread = places.unread.byKind { stated["columns_not_read"] = unread }
        stated["rows"] = JSONValue(places.rows)
        stated["places"] = JSONValue(places.items.count)
        stated["not_located"] = JSONValue(places.notLocated.count)
        if !places.wantedCategories.isEmpty {
            stated["categories"] = .array(places.wantedCategories.map { .string($0) })
        }
        if let date = places.date { stated["open_on"] = .string("\(date)") }
        state(name, .object(stated))
    }

    /// States a file of points: file, SHA-256, the column of weights, how many rows; nothing of addresses.
    public mutating func state(_ population: Population) {
        guard var stated = population.source?.json, case .points(let weight) = population.unit else { return }
        stated["weight"] = JSONValue(weight)
        stated["rows"] = JSONValue(population.rows)
        state("points", .object(stated))
    }
}
