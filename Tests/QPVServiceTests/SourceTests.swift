import Foundation
import TestSupport
import Testing

@Suite("the sources below the command")
struct SourceTests {
    private static let folder = RealData.package.appendingPathComponent("Sources")

    private static let files = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
        .filter { file in
            file.hasSuffix(".swift") && !["QPVCommand/", "SampleCommune/"].contains(where: file.hasPrefix)
        }

    @Test("they neither print nor exit, know no argument parser, and name no option and no command")
    func words() throws {
        #expect(Self.files.count > 300)
        let forbidden = [
            /\bprint\(/, /\bexit\(/, /import ArgumentParser/, /standardError/, /STDERR_FILENO/, /"[^"]*--[a-z]/,
            /"[^"]*\bqpv (?:audit|check|gazetteer|stats|map|sheet|geocode|compare|coverage|nearest|actions)\s/,
        ]
        // The options of another program, which is started.
        let allowed = [#"run(program, ["--version"]"#, #"run(program, ["--formats"]"#, ".exit(", "case exit("]
        for file in Self.files {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.drop { $0 == " " }
                guard !code.hasPrefix("//"), !allowed.contains(where: code.contains) else { continue }
                for word in forbidden where code.contains(word) {
                    Issue.record("\(file):\(number + 1): \(line)")
                }
            }
        }
    }
}
