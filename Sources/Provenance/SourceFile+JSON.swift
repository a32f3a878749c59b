public import Interchange

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
