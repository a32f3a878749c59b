import Foundation

/// The programs of GDAL on this machine, for tests that ask them what they read.
public enum GDAL {
    /// The message of a test skipped for want of GDAL.
    public static let missing = "needs ogr2ogr and ogrinfo (apt-get install gdal-bin)"

    /// Whether the programs are there.
    public static let isInstalled = ["ogr2ogr", "ogrinfo"].allSatisfy { program in
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// Runs a program to its end: what it printed, and what it had to say.
    public static func run(_ words: String...) throws -> (code: Int32, stdout: String, stderr: String) {
        let folder = try TemporaryFolder()
        for name in ["out", "err"] { try folder.write([], to: name) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardOutput = FileHandle(forWritingAtPath: folder.path("out"))
        process.standardError = FileHandle(forWritingAtPath: folder.path("err"))
        try process.run()
        process.waitUntilExit()
        let texts = try ["out", "err"].map { try String(contentsOfFile: folder.path($0), encoding: .utf8) }
        return (process.terminationStatus, texts[0], texts[1])
    }
}
