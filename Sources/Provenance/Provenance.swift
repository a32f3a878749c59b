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

    /// States a parameter.
    public mutating func state(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

    /// The same with the SHA-256 of a file that was stated without it, as the provenance beside an output has it.
    ///
    /// - Parameters:
    ///   - digest: in hexadecimal; empty for a stream, which leaves all as it is.
    ///   - name: what the file is stated as.
    public func with(sha256 digest: String, of name: String = "input") -> Provenance {
        var copy = self
        guard !digest.isEmpty, let index = members.firstIndex(where: { $0.name == name }),
            case .object(var file) = members[index].value, file["sha256"] == nil
        else { return self }
        file["sha256"] = .string(digest)
        copy.members[index] = .init(name, .object(file))
        return copy
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
    package var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
