import Foundation
import TestSupport

/// Inputs that several tests use.
enum Samples {
    /// Three good rows: inside, outside, and a street that is not there.
    static let addresses = """
        id;adresse;cp;commune
        1;12 rue Rosa Parks;23990;Valfictif-sur-Ombre
        2;8 avenue du Général Leclerc;23990;Valfictif-sur-Ombre
        3;1 rue du Gribouillis;99999;Nulle-Part

        """

    /// The sample gazetteer, compiled once by the program itself.
    static let gazetteer: (path: String, bytes: [UInt8]) = {
        let folder = kept
        let path = folder.path("ban.qpvg")
        let result = try? Program.run(
            ["gazetteer", "build", "-q", "geodata/adresses.csv", "-o", path], input: .nothing, stdout: .kept,
            stderr: .kept, environment: ["TMPDIR": folder.url.path])
        precondition(result?.code == 0, result?.stderr ?? "the program cannot be started")
        return (path, [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()))
    }()

    // A folder that lives as long as the tests; removed at exit.
    private static let kept: TemporaryFolder = {
        let folder = try! TemporaryFolder()
        keptPath = strdup(folder.url.path)
        atexit { if let path = keptPath { try? FileManager.default.removeItem(atPath: String(cString: path)) } }
        return folder
    }()
    nonisolated(unsafe) private static var keptPath: UnsafeMutablePointer<CChar>?

    /// A CSV of positions around the sample's perimeters, seeded.
    static func positions(_ rows: Int, seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        var text = "id;lon;lat\n"
        for row in 0..<rows {
            let lon = Int.random(in: 22_150_000...22_300_000, using: &generator)
            let lat = Int.random(in: 461_250_000...461_450_000, using: &generator)
            text += "\(row);\(Double(lon) / 1e7);\(Double(lat) / 1e7)\n"
        }
        return Array(text.utf8)
    }

    /// The bytes as gzip makes them.
    static func gzipped(_ file: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-c", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return bytes
    }
}
