import Foundation
import Testing

/// The arrows between the targets, as the sources import and as CONTRIBUTING lists them.
@Suite("The graph of targets")
struct GraphTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The targets from top to bottom, each with those that it may import.
    private static func listed() throws -> [(target: String, imports: Set<String>)] {
        let text = try String(contentsOf: root.appending(path: ".github/CONTRIBUTING.md"), encoding: .utf8)
        let block = try #require(text.components(separatedBy: "```graph\n").dropFirst().first)
        return block.components(separatedBy: "```")[0].split(separator: "\n").map { line in
            let sides = line.components(separatedBy: " → ")
            return (sides[0], Set(sides.dropFirst().flatMap { $0.split(separator: " ").map(String.init) }))
        }
    }

    /// The modules that the files of a target import, each with how: `public`, `package`, or nothing.
    private static func imports(of target: String) throws -> [(level: String, module: String)] {
        let folder = root.appending(path: "Sources/\(target)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: [(String, String)] = []
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                // Also `import struct Module.Name`, `@testable import Module`, and a comment behind it.
                let words = line.split(separator: " ").map(String.init)
                guard let place = words.firstIndex(of: "import"), place < 3, words.count > place + 1,
                    words[..<place].allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal"].contains($0) })
                else { continue }
                let kinds: Set = ["struct", "enum", "class", "protocol", "func", "var", "let", "typealias"]
                let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
                found.append((words[..<place].last ?? "", String(name.prefix { $0 != "." })))
            }
        }
        return found
    }

    @Test("every target imports the targets that CONTRIBUTING lists for it, and no other")
    func importsAreListed() throws {
        let graph = try Self.listed()
        let ours = Set(graph.map(\.target))
        for (target, allowed) in graph {
            let found = Set(try Self.imports(of: target).map(\.module)).intersection(ours)
            #expect(found == allowed, "\(target) imports \(found.sorted()), listed are \(allowed.sorted())")
        }
    }

    @Test("Package.swift has the same arrows")
    func packageHasTheArrows() throws {
        let graph = try Self.listed()
        let ours = Set(graph.map(\.target))
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let targets = manifest.components(separatedBy: "source(").dropFirst().map { text in
            text.prefix { $0 != ")" }.split { !$0.isLetter }.map(String.init)
        }
        for (target, allowed) in graph where !["QPVCommand", "QPVKit", "Planar"].contains(target) {
            let words = try #require(targets.first { $0.first == target }, "\(target) is no target")
            #expect(Set(words.dropFirst()).intersection(ours) == allowed, "\(target)")
        }
    }

    @Test("arrows point down only")
    func arrowsPointDown() throws {
        let graph = try Self.listed()
        for (place, entry) in graph.enumerated() {
            let below = Set(graph[(place + 1)...].map(\.target))
            #expect(entry.imports.isSubset(of: below), "\(entry.target): \(entry.imports.subtracting(below).sorted())")
        }
    }

    @Test("every folder of Sources is in the list")
    func nothingIsLeftOut() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        let apart: Set = ["C", "Python", "SampleCommune"]
        #expect(Set(folders).subtracting(apart) == Set(try Self.listed().map(\.target)))
    }

    @Test("no target imports a C module publicly")
    func cModulesStayInside() throws {
        for (target, _) in try Self.listed() {
            let shown = try Self.imports(of: target).filter { $0.module.hasPrefix("C") && !$0.level.isEmpty }
            let modules = try FileManager.default.contentsOfDirectory(
                atPath: Self.root.appending(path: "Sources/C").path)
            #expect(shown.allSatisfy { !modules.contains($0.module) || $0.level == "internal" }, "\(target)")
        }
    }

    @Test("no target holds more than a quarter of the code")
    func noLump() throws {
        var lines: [String: Int] = [:]
        for (target, _) in try Self.listed() {
            let folder = Self.root.appending(path: "Sources/\(target)")
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                lines[target, default: 0] += try Data(contentsOf: file).count { $0 == 0x0A }
            }
        }
        let all = lines.values.reduce(0, +)
        for (target, count) in lines { #expect(count * 4 <= all, "\(target) has \(count) of \(all) lines") }
    }
}
