public import Gazetteer
import Geodesy
public import Interchange

/// What a result rests on: enough to make it again, byte for byte.
public struct Provenance: Sendable {
    private var members: [JSONObject.Member] = []

    /// Begins with the program.
    ///
    /// - Parameter command: the name of the command that made the result.
    public init(version: String, command: String) {
        members.append(.init("program", .object(["name": "qpv", "version": .string(version)])))
        members.append(.init("command", .string(command)))
    }

    /// States the input.
    ///
    /// - Parameters:
    ///   - rows: how many it has; nil where that is not to be told.
    ///   - name: what it is stated as.
    ///   - sha256: of its bytes; empty for a stream, which was read but once.
    public mutating func state(
        input reader: CSVReader, rows: Int?, as name: String = "input", sha256: String = ""
    ) {
        var input: JSONObject = ["file": .string(reader.name)]
        if !sha256.isEmpty { input["sha256"] = .string(sha256) }
        if let sheet = reader.sheet {
            input["sheet"] = .string(sheet.name)
            input["header_row"] = JSONValue(sheet.headerRow)
            if !sheet.notes.isEmpty { input["notes"] = .array(sheet.notes.map { .string($0) }) }
        }
        input["dialect"] = .string(reader.dialect.description)
        if let rows { input["rows"] = JSONValue(rows) }
        members.append(.init(name, .object(input)))
    }

    /// States which columns say where the rows are, and the CRS of coordinates.
    public mutating func state(_ plan: RowPlan, of reader: CSVReader) {
        state("columns", .array(plan.columns.map { .string(reader.header.names[$0]) }))
        if case .coordinates(let columns) = plan { state("crs", .string(columns.crs.name)) }
    }

    /// States the perimeters: file, SHA-256, the layer and the converter where there are any, kinds, vintages, count.
    public mutating func state(_ atlas: Atlas) { state(atlas.perimeters, of: atlas.source, as: "perimeters") }

    /// States perimeters under a name of their own, where a result rests on several files.
    public mutating func state(_ perimeters: [Perimeter], of source: SourceFile, as name: String) {
        let stated: JSONObject = [
            "kinds": .array(perimeters.kinds.map { .string($0.rawValue) }),
            "vintages": .array(perimeters.vintages.map { JSONValue($0) }), "count": JSONValue(perimeters.count),
            "metric_crs": .array(perimeters.metricSystems.map { .string($0) }),
        ]
        members.append(.init(name, .object(JSONObject(source.json.members + stated.members))))
    }

    /// States the layers, as ``state(_:)-(Atlas)`` does when there is one that is one whole file; else `layers` with the files of
    /// each, and the day that was asked.
    public mutating func state(_ layers: Layers) {
        if layers.isPlain { return state(layers.main.atlas) }
        if let date = layers.date { members.append(.init("on", .string("\(date)"))) }
        members.append(.init("layers", .array(layers.all.map(\.json))))
    }

    /// States what an audit appends after its ordinary columns: rules with their sources, distances, which metres.
    public mutating func state(_ extras: AuditExtras) {
        if !extras.distances.isEmpty {
            members.append(.init("within_m", .array(extras.distances.map { JSONValue($0) })))
        }
        if !extras.rules.isEmpty { members.append(.init("rules", .array(extras.rules.map(\.json)))) }
        if extras.onGround { members.append(.init("metres", "ground: of the grid, divided by its scale at the place")) }
    }

    /// States the gazetteer: its inputs with their SHA-256, and what it holds.
    public mutating func state(_ gazetteer: GazetteerInfo) {
        let inputs = gazetteer.inputs.map { input -> JSONValue in
            .object(["file": .string(input.name), "sha256": .string(input.sha256)])
        }
        let stated: JSONObject = [
            "identity": .string(gazetteer.identity), "inputs": .array(inputs),
            "communes": JSONValue(gazetteer.communes), "streets": JSONValue(gazetteer.streets),
            "addresses": JSONValue(gazetteer.addresses),
        ]
        members.append(.init("gazetteer", .object(stated)))
    }

    /// States a parameter.
    public mutating func state(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

    /// States what a verdict depends on besides the data.
    public mutating func state(_ options: Examiner.Options) { state("parameters", options.json) }

    /// States the counts of an audit; of a geocoding, which has no verdicts, only what was found.
    ///
    /// - Parameter extras: names the other layers that were counted.
    public mutating func state(
        _ summary: AuditSummary, withVerdicts: Bool = true, extras: AuditExtras = .init()
    ) {
        var counts = summary.json
        if !extras.layers.isEmpty, var members = counts.object {
            members["other_layers"] = .object(
                JSONObject(
                    zip(extras.layers, summary.otherLayers).map { .init("\($0.prefix)_", $1.json) }))
            counts = .object(members)
        }
        if !withVerdicts {
            counts = ["rows": JSONValue(summary.rows), "match_levels": counts["match_levels"] ?? .null]
        }
        members.append(.init("summary", counts))
    }

    /// All that was stated, in order.
    public var value: JSONValue { .object(JSONObject(members)) }

    /// The same for what is handed on: of a file its name, not the folders of this machine.
    public var published: JSONValue { value.withFileNames }

    /// Indented JSON, ending with a newline.
    public var json: String { value.json(pretty: true) + "\n" }
}

extension JSONValue {
    /// The value with the paths of files cut to their last part.
    fileprivate var withFileNames: JSONValue {
        switch self {
        case .object(let object):
            .object(
                JSONObject(
                    object.members.map { member in
                        let isPath = ["file", "against"].contains(member.name)
                        let value = isPath ? member.value.string.map { JSONValue.string($0.fileName) } : nil
                        return .init(member.name, value ?? member.value.withFileNames)
                    }))
        case .array(let items): .array(items.map(\.withFileNames))
        default: self
        }
    }
}

extension String {
    /// The last part of a path, for what is handed on.
    var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Layer {
    /// The files with their SHA-256, what of them is in the layer, and the columns that it fills.
    var json: JSONValue {
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
        if let aliases {
            members["aliases"] = .object(["file": .string(aliases.path), "sha256": .string(aliases.sha256)])
        }
        return .object(members)
    }
}

extension Rule {
    /// The name, what the rule says, where that comes from and what it does not tell.
    public var json: JSONValue {
        [
            "name": .string(rawValue), "says": .string(summary), "source": .string(source), "caveat": .string(caveat),
        ]
    }
}

extension SourceFile {
    /// The file, its SHA-256, and, where there is more to say, what was read of it, through what, with which files beside it
    /// and which options.
    public var json: JSONObject {
        var members: JSONObject = ["file": .string(path)]
        if !sha256.isEmpty { members["sha256"] = .string(sha256) }
        if let layer { members["layer"] = .string(layer) }
        if let converter { members["converter"] = .string(converter) }
        if !beside.isEmpty {
            members["beside"] = .array(
                beside.map { ["file": .string($0.name), "sha256": .string($0.sha256)] })
        }
        if !options.isEmpty {
            members["options"] = .object(JSONObject(options.map { .init($0.name, .string($0.value)) }))
        }
        return members
    }
}

extension AuditSummary {
    /// Counts by verdict, quality and reason, and the share inside with its bounds.
    public var json: JSONValue {
        var verdicts = JSONObject()
        for decision in Verdict.Decision.allCases {
            var entry = JSONObject()
            entry["rows"] = JSONValue(rows(decision))
            for quality in Verdict.Quality.allCases where rows(decision, quality: quality) > 0 {
                entry["quality_\(quality.rawValue)"] = JSONValue(rows(decision, quality: quality))
            }
            entry["reasons"] = .object(
                JSONObject(reasons(decision).map { .init($0.reason.rawValue, JSONValue($0.rows)) }))
            verdicts[decision.rawValue] = .object(entry)
        }
        let found = MatchLevel.allCases.compactMap { level in
            levels[level].map { JSONObject.Member(level.rawValue, JSONValue($0)) }
        }
        var members: JSONObject = [
            "rows": JSONValue(rows), "match_levels": .object(JSONObject(found)), "verdicts": .object(verdicts),
            "share_inside": .object([
                "among_decided": shareInside.map { JSONValue($0, decimals: 6) } ?? .null, "decided": JSONValue(decided),
                "lower_bound": lowerBound.map { JSONValue($0, decimals: 6) } ?? .null,
                "upper_bound": upperBound.map { JSONValue($0, decimals: 6) } ?? .null,
            ]),
            "ragged_rows": JSONValue(raggedRows),
            "coordinate_faults": .object(
                JSONObject(coordinateFaults.sorted { $0.key < $1.key }.map { .init($0.key, JSONValue($0.value)) })),
        ]
        if rowsOfSeveral > 0 {
            members["rows_of_several_addresses"] = JSONValue(rowsOfSeveral)
            let counts = ambiguities.sorted { $0.key.rawValue < $1.key.rawValue }
            members["ambiguous_expressions"] = .object(
                JSONObject(counts.map { .init($0.key.rawValue, JSONValue($0.value)) }))
        }
        if rowsInSeveral > 0 { members["rows_in_several_perimeters"] = JSONValue(rowsInSeveral) }
        if !answers.isEmpty {
            members["answers"] = .object(
                JSONObject(
                    answers.sorted { $0.key < $1.key }.map { column, rows in
                        let counts = Band.Answer.allCases.map {
                            JSONObject.Member($0.rawValue, JSONValue(rows[$0] ?? 0))
                        }
                        return .init(column, .object(JSONObject(counts)))
                    }))
        }
        return .object(members)
    }
}

extension Examiner.Options {
    /// The parameters of a verdict.
    var json: JSONValue {
        var members: JSONObject = [
            "radius_m": radii.json, "minimum_score": JSONValue(minimumScore),
            "inside_from": JSONValue(Judge.insideFrom), "outside_up_to": JSONValue(Judge.outsideUpTo),
            "sure_match_from": JSONValue(Judge.sureMatchFrom),
        ]
        if !readsExpressions { members["one_address"] = .bool(true) }
        return .object(members)
    }
}
