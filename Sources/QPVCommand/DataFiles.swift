import Foundation

/// Where perimeters and gazetteer are when the user names none: the data folder, failing that the sample.
enum DataFiles {
    /// The file asked for, or the default one; says so when it is the sample.
    static func perimeters(_ named: String?, quiet: Bool) throws -> String {
        try named ?? standard(installed: "perimetres.geojson", sample: "perimetres-2024.geojson", "perimeters", quiet)
    }

    /// The file asked for, or the default one; says so when it is the sample.
    static func gazetteer(_ named: String?, quiet: Bool) throws -> String {
        try named ?? standard(installed: "ban.qpvg", sample: "adresses.csv", "gazetteer", quiet)
    }

    private static func standard(installed: String, sample: String, _ what: String, _ quiet: Bool) throws -> String {
        let file = folder.appendingPathComponent(installed).path
        if FileManager.default.fileExists(atPath: file) { return file }
        guard let sampleFile = sampleFile(sample) else {
            throw CommandError(
                code: ExitStatus.missingInput, message: "no \(what): name a file with --\(what)",
                notes: ["looked for \(file) and for the sample, geodata/\(sample)"])
        }
        if !quiet {
            Terminal.say("note: no --\(what) given: using the fictional sample \(sampleFile)")
        }
        return sampleFile
    }

    /// `$QPV_HOME`, else `$XDG_DATA_HOME/qpv`, else `~/.local/share/qpv`.
    static var folder: URL {
        let environment = ProcessInfo.processInfo.environment
        if let home = environment["QPV_HOME"], !home.isEmpty { return URL(fileURLWithPath: home) }
        if let data = environment["XDG_DATA_HOME"], !data.isEmpty {
            return URL(fileURLWithPath: data).appendingPathComponent("qpv")
        }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
        return (home ?? FileManager.default.homeDirectoryForCurrentUser).appendingPathComponent(".local/share/qpv")
    }

    /// A file of `geodata/` in the current folder, or in the checkout that the program was built in.
    private static func sampleFile(_ name: String) -> String? {
        let relative = "geodata/\(name)"
        if FileManager.default.fileExists(atPath: relative) { return relative }
        var place = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<5 {
            guard let folder = place else { return nil }
            let file = folder.appendingPathComponent(relative).path
            if FileManager.default.fileExists(atPath: file) { return file }
            place = folder.deletingLastPathComponent()
        }
        return nil
    }
}
