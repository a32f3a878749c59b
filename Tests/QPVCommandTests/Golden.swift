import Foundation
import Testing

/// Whole texts under test, each in a file named after the command line; `RECORD_SNAPSHOTS=1` records them and fails.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    static func compare(_ text: String, _ name: String, sourceLocation: SourceLocation) throws {
        let file = folder.appendingPathComponent(name + ".txt")
        let known = try? String(contentsOf: file, encoding: .utf8)
        if isRecording {
            if known != text { try Data(text.utf8).write(to: file) }
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
            return
        }
        guard let known else {
            Issue.record("no golden file \(name): record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
            return
        }
        if known != text {
            Issue.record("\(name) differs:\n\(difference(known, text))", sourceLocation: sourceLocation)
        }
    }

    /// The lines that went and came, and where.
    private static func difference(_ old: String, _ new: String) -> String {
        let old = old.split(separator: "\n", omittingEmptySubsequences: false)
        let new = new.split(separator: "\n", omittingEmptySubsequences: false)
        return new.difference(from: old).map { change in
            switch change {
            case .remove(let line, let text, _): "\(line + 1) - \(text)"
            case .insert(let line, let text, _): "\(line + 1) + \(text)"
            }
        }.joined(separator: "\n")
    }
}
