import Interchange
import QPVKit

/// The files that the provenance of an output states, and where they may be.
struct StatedFiles {
    struct Input {
        let stated: String
        let sha256: String
        /// The paths where it may be, the likeliest first.
        let paths: [String]
    }

    /// The file of the provenance.
    let provenance: String
    let outputs: [(stated: StatedOutput, path: String)]
    let inputs: [Input]
    /// Whether the output asked about is among those stated.
    let isOutputStated: Bool

    /// Finds the provenance: of a folder in it, of a file beside it; else that of the folder the file is in, when it states the file.
    init(of output: String) throws {
        let isFolder = FilePath.isFolder(output)
        // An output that is not there has no provenance to be asked about.
        if !isFolder { _ = try ByteSource(path: output, inflates: false) }
        let folder = isFolder ? output : FilePath.folder(of: output)
        let name = output.split(separator: "/").last.map(String.init) ?? output
        let inFolder = FilePath.file("provenance.json", in: folder)
        let beside = OutputGuard.provenancePath(output)
        let isInFolder = isFolder || FileIdentity(path: beside) == nil
        let path = isInFolder ? inFolder : beside
        guard FileIdentity(path: path)?.isRegular ?? false else {
            throw RequestError(.missingInput, .noProvenance, at: FilePlace(isFolder ? inFolder : beside))
        }
        let value = try JSONValue.read(ByteSource(path: path))
        let stated = (value["outputs"]?.array ?? []).compactMap { StatedOutput(json: $0) }
        guard !stated.isEmpty else { throw RequestError.badData(.noOutputsStated, at: FilePlace(path)) }
        if isInFolder, !isFolder, !stated.contains(where: { $0.path == name }) {
            throw RequestError(.missingInput, .noProvenance, at: FilePlace(beside))
        }
        provenance = path
        inputs = Self.inputs(in: value, besides: folder)
        if isInFolder {
            outputs = stated.map { ($0, FilePath.file($0.path, in: folder)) }
            isOutputStated = true
            return
        }
        // By its bytes, so that an output which was renamed with its provenance is still known.
        let digest = try SHA256Digest.ofFile(output).hexadecimal
        let own =
            stated.firstIndex { $0.sha256 == digest && $0.path.fileName == name }
            ?? stated.firstIndex { $0.path.fileName == name && $0.sha256 != nil }
            ?? stated.firstIndex { $0.sha256 == digest }
        isOutputStated = own != nil
        let ownFolder = own.map { FilePath.folder(of: stated[$0].path) }
        outputs = stated.enumerated().map { rank, other in
            if rank == own { return (other, output) }
            let isNear = FilePath.folder(of: other.path) == ownFolder
            return (other, isNear ? FilePath.file(other.path.fileName, in: folder) : other.path)
        }
    }

    /// All files that a provenance states with their SHA-256, but for outputs.
    private static func inputs(in value: JSONValue, besides folder: String) -> [Input] {
        var found: [Input] = []
        func search(_ value: JSONValue, near parents: [String]) {
            switch value {
            case .array(let items): for item in items { search(item, near: parents) }
            case .object(let object):
                var parents = parents
                if let file = object["file"]?.string {
                    if let sha256 = object["sha256"]?.string {
                        let paths = [file] + parents.map { FilePath.file(file.fileName, in: $0) }
                        found.append(Input(stated: file, sha256: sha256, paths: paths))
                    }
                    parents.insert(FilePath.folder(of: file), at: 0)
                }
                for member in object.members where member.name != "outputs" { search(member.value, near: parents) }
            default: break
            }
        }
        search(value, near: [folder])
        return found
    }
}

/// Parts of paths, as texts.
private enum FilePath {
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func file(_ name: String, in folder: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    static func isFolder(_ path: String) -> Bool {
        do {
            _ = try ByteSource(path: path, inflates: false)
            return false
        } catch { return error.kind == .isDirectory }
    }
}
