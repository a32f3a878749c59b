import Foundation
import TestSupport
import Testing

/// The README's commands on the sample are run, and what it shows of their output is what they print.
@Suite("README")
struct ReadmeTests {
    let sandbox = try! Sandbox()
    private static let text = try! String(
        contentsOf: RealData.package.appendingPathComponent("README.md"), encoding: .utf8)

    /// The shell commands of the README, and the blocks of output that follow one.
    private static let commands: [(words: [String], output: String)] = {
        let blocks = text.components(separatedBy: "```")
        var found: [(words: [String], output: String)] = []
        for (i, block) in blocks.enumerated() where i % 2 == 1 && block.hasPrefix("sh\n") {
            for line in block.split(separator: "\n").dropFirst() where isOnSample(line) {
                let words = split(String(line[line.range(of: "qpv ")!.upperBound...]))
                let isFollowed = i + 2 < blocks.count && blocks[i + 2].hasPrefix("text\n")
                found.append((words, isFollowed ? String(blocks[i + 2].dropFirst(5)) : ""))
            }
        }
        return found
    }()

    /// Whether a command can be run as it stands: on the sample.
    private static func isOnSample(_ line: Substring) -> Bool {
        line.contains("qpv ") && (line.contains("geodata/") || line.contains("Valfictif"))
    }

    private static func split(_ line: String) -> [String] {
        line.components(separatedBy: "\"").enumerated().flatMap { i, part in
            i % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
    }

    @Test("each command on the sample prints what the README shows", arguments: commands.indices)
    func output(_ i: Int) throws {
        var (words, output) = Self.commands[i]
        if let o = words.firstIndex(of: "-o") { words[o + 1] = sandbox.path(words[o + 1]) }
        let result = try Program.run(
            words, input: .nothing, stdout: .kept, stderr: .kept, environment: sandbox.environment)
        #expect(result.code == 0)
        #expect(!output.isEmpty, "no output is shown of \(words)")
        // The byte order mark of a table for a spreadsheet is not in the README, nor are its carriage returns.
        let text = result.text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
        #expect(result.stderr + text == output)
    }

    @Test("there are commands to run, and every file that the README links is there")
    func links() throws {
        #expect(Self.commands.count >= 2)
        let links = Self.text.matches(of: /\]\((?!http)([^)#]+)\)/).map { String($0.1) }
        #expect(links.count >= 3)
        for link in links {
            let file = RealData.package.appendingPathComponent(link).path
            #expect(FileManager.default.fileExists(atPath: file), "\(link)")
        }
    }
}
