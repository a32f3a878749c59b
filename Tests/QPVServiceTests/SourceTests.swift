import Foundation
import TestSupport
import Testing

@Suite("the sources of QPVService")
struct SourceTests {
    private static let folder = RealData.package.appendingPathComponent("Sources/QPVService")

    private static let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []

    @Test("it neither prints nor exits, knows no argument parser and names no option")
    func words() throws {
        let files = Self.files.filter { $0.hasSuffix(".swift") }
        #expect(files.count > 20)
        let forbidden = [
            /\bprint\(/, /\bexit\(/, /import ArgumentParser/, /standardError/, /STDERR_FILENO/, /"[^"]*--[a-z]/,
        ]
        for file in files {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for word in forbidden where line.contains(word) {
                    Issue.record("\(file):\(number + 1): \(line)")
                }
            }
        }
    }
}
