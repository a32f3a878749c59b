package import Interchange
public import Provenance

extension Provenance {
    /// States the perimeters: file, SHA-256, the layer and the converter where there are any, kinds, vintages, count.
    public mutating func state(_ atlas: Atlas) {
        state(atlas.perimeters, of: atlas.source, as: "perimeters", ground: atlas.ground)
    }

    /// States perimeters under a name of their own, where a result rests on several files.
    public mutating func state(_ perimeters: [Perimeter], of source: SourceFile, as name: String, ground: Ground? = nil)
    {
        var stated: JSONObject = [
            "kinds": .array(perimeters.kinds.map { .string($0.rawValue) }),
            "vintages": .array(perimeters.vintages.map { JSONValue($0) }), "count": JSONValue(perimeters.count),
            "metric_crs": .array(perimeters.metricSystems.map { .string($0) }),
        ]
        stated["covers"] = ground?.json
        state(name, .object(JSONObject(source.json.members + stated.members)))
    }

    /// States the layers, as ``state(_:)-(Atlas)`` does when there is one that is one whole file; else `layers` with the files of
    /// each, and the day that was asked.
    public mutating func state(_ layers: Layers) {
        if layers.isPlain { return state(layers.main.atlas) }
        if let date = layers.date { state("on", .string("\(date)")) }
        state("layers", .array(layers.all.map(\.json)))
    }
}

extension Layer {
    /// The files with their SHA-256, what of them is in the layer, and the columns that it fills.
    package var json: JSONValue {
        let files = parts.map { part -> JSONValue in
            let counts: JSONObject = [
                "vintages": .array(part.vintages.map { JSONValue($0) }), "perimeters": JSONValue(part.count),
                "used": JSONValue(part.used),
            ]
            return .object(JSONObject(part.source.json.members + counts.members))
        }
        var members: JSONObject = [
            "columns": .string("\(prefix)_"), "kind": kind.map { .string($0.rawValue) } ?? "groups",
            "vintages": .array(atlas.vintages.map { JSONValue($0) }), "count": JSONValue(atlas.perimeters.count),
            "metric_crs": .array(atlas.metricSystems.map { .string($0) }), "files": .array(files),
        ]
        members["covers"] = atlas.ground.json
        if let aliases {
            members["aliases"] = .object(["file": .string(aliases.path), "sha256": .string(aliases.sha256)])
        }
        return .object(members)
    }
}
