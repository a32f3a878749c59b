import Foundation

/// Where perimeters and gazetteer are when the user names none: the data folder, failing that the sample.
enum DataFiles {
    /// The default file, or with all vintages those that there are; says so when they are the sample.
    static func perimeters(allVintages: Bool, quiet: Bool) throws -> [String] {
        let latest = folder.appendingPathComponent("perimetres.geojson").path
        guard allVintages else {
            return [try standard(installed: latest, sample: "perimetres-2024.geojson", "perimeters", quiet)]
        }
        let older = folder.appendingPathComponent("perimetres-2015.geojson").path
        let installed = [older, latest].filter { FileManager.default.fileExists(atPath: $0) }
        if !installed.isEmpty { return installed }
        return try ["perimetres-2015.geojson", "perimetres-2024.geojson"].map {
            try standard(installed: latest, sample: $0, "perimeters", quiet)
        }
    }

    /// The file asked for, or the default one; says so when it is the sample.
    static func gazetteer(_ named: String?, quiet: Bool) throws -> String {
        try named
            ?? standard(
                installed: folder.appendingPathComponent("ban.qpvg").path, sample: "adresses.csv", "gazetteer", quiet)
    }

    private static func standard(installed file: String, sample: String, _ what: String, _ quiet: Bool) throws -> String
    {
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
