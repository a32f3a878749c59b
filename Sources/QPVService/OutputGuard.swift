import Foundation
import Interchange

/// Keeps an output from replacing an input, whatever the paths: also a standard input or output that is the same file, and a
/// file that belongs to an input, such as the table of a Shapefile.
package enum OutputGuard {
    /// Where the provenance of an output goes.
    ///
    /// A name of a file has at most 255 bytes: of a longer one the beginning is kept, with the first digits of its SHA-256.
    package static func provenancePath(_ path: String) -> String {
        let ending = ".provenance.json"
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard name.utf8.count + ending.utf8.count > 255 else { return path + ending }
        let digest = SHA256Digest(of: Array(name.utf8)).hexadecimal.prefix(16)
        return path.dropLast(name.count) + name.bytes(atMost: 200) + "~\(digest)" + ending
    }

    /// Refuses an output that is an input.
    ///
    /// - Parameter hasProvenance: whether a file beside the output is written too.
    package static func check(
        _ output: String, against inputs: [String], hasProvenance: Bool = true
    ) throws(RequestError) {
        let targets = output == "-" || !hasProvenance ? [output] : [output, provenancePath(output)]
        for target in targets {
            guard let written = RegularFile(output: target) else { continue }
            for input in inputs.flatMap({ [$0] + FileFormat.companions(of: $0) })
            where RegularFile(input: input) == written {
                throw .usage(.outputReplacesInput, file: target == "-" ? input : target)
            }
        }
    }
}

/// Which file a path or a standard stream is, when it is a regular file.
private struct RegularFile: Equatable {
    private let identity: FileIdentity

    init?(input path: String) { self.init(path, STDIN_FILENO) }

    init?(output path: String) { self.init(path, STDOUT_FILENO) }

    private init?(_ path: String, _ standard: Int32) {
        let found = path == "-" ? FileIdentity(descriptor: standard) : FileIdentity(path: path)
        guard let found, found.isRegular else { return nil }
        identity = found
    }
}
