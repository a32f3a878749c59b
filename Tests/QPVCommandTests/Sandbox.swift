import Foundation
import TestSupport
import Testing

/// A folder for one test, with a home and a place for temporary files of its own, where the program is run.
final class Sandbox: Sendable {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["tmp", "home"] {
            try FileManager.default.createDirectory(
                at: folder.url.appendingPathComponent(name), withIntermediateDirectories: true)
        }
    }

    /// The path of a file of the test.
    func path(_ name: String) -> String { folder.path(name) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try folder.write(text, to: name) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String { try folder.write(bytes, to: name) }

    /// The bytes of a file; nil when there is none.
    func bytes(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.url.appendingPathComponent(name))).map { [UInt8]($0) }
    }

    /// The text of a file; nil when there is none.
    func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// Makes a folder and gives its path.
    func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        return path(name)
    }

    /// The names in a folder of the test, hidden ones too.
    func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }

    /// The variables that the program sees: nothing of the user who runs the tests.
    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path("home"),
            "TMPDIR": path("tmp"), "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// Runs the program in the checkout; whatever happens, it leaves nothing among the temporary files.
    func qpv(
        _ arguments: String..., input: Program.Input = .nothing, stdout: Program.Output = .kept,
        stderr: Program.Output = .kept, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Result {
        try qpv(arguments, input: input, stdout: stdout, stderr: stderr, sourceLocation: sourceLocation)
    }

    /// The same with the arguments as a list.
    func qpv(
        _ arguments: [String], input: Program.Input = .nothing, stdout: Program.Output = .kept,
        stderr: Program.Output = .kept, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program.Result {
        let result = try Program.run(
            arguments, input: input, stdout: stdout, stderr: stderr, environment: environment)
        #expect(try names(in: "tmp") == [], "temporary files are left", sourceLocation: sourceLocation)
        #expect(result.signal == nil, "the program crashed: \(result.stderr)", sourceLocation: sourceLocation)
        return result
    }

    /// A text without the paths of this machine.
    func masked(_ text: String) -> String {
        text.replacingOccurrences(of: folder.url.path, with: "$TMP")
            .replacingOccurrences(of: RealData.package.path, with: "$CHECKOUT")
    }

    /// Compares the whole text of a run, and of the files that it wrote, with the golden file of this name.
    func expect(
        _ result: Program.Result, is name: String, files: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let words = result.arguments.map { $0.contains(" ") || $0.isEmpty ? "\"\($0)\"" : $0 }
        var text = "$ qpv \(words.joined(separator: " "))\nexit \(result.code.map(String.init) ?? "by a signal")\n"
        for (title, part) in [("stderr", result.stderr), ("stdout", result.text)] where !part.isEmpty {
            text += "--- \(title)\n\(part)" + (part.hasSuffix("\n") ? "" : "\n(no newline)\n")
        }
        for file in files { text += "--- \(file)\n\(self.text(file) ?? "(absent)\n")" }
        try Golden.compare(masked(text), name, sourceLocation: sourceLocation)
    }
}
