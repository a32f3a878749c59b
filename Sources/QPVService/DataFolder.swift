import Foundation

/// Where perimeters and gazetteer are when a caller names none: an installed file, failing that the fictional sample.
public struct DataFolder: Sendable, Equatable {
    /// What may be missing.
    public enum Item: String, Sendable {
        /// The file of perimeters.
        case perimeters
        /// The gazetteer.
        case gazetteer
    }

    /// The folder of installed files: `perimetres.geojson`, `perimetres-2015.geojson`, `ban.qpvg`.
    public var folder: String
    /// The folders where the sample may be, in the order in which they are looked at.
    public var sampleFolders: [String]

    /// States the folders.
    public init(folder: String, sampleFolders: [String] = []) {
        self.folder = folder
        self.sampleFolders = sampleFolders
    }

    /// The folders that an environment asks for: `$QPV_HOME`, else `$XDG_DATA_HOME/qpv`, else `~/.local/share/qpv`. The sample is
    /// in `geodata` of the current folder, or of the checkout that the program was built in.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process.
    ///   - program: the path of the executable; nil looks for the sample in the current folder only.
    public init(environment: [String: String], program: String?) {
        func variable(_ name: String) -> URL? {
            environment[name].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
        }
        let home = variable("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
        let folder =
            variable("QPV_HOME") ?? variable("XDG_DATA_HOME")?.appendingPathComponent("qpv")
            ?? home.appendingPathComponent(".local/share/qpv")
        var samples = ["geodata"]
        var place = program.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent() }
        for _ in 0..<5 {
            guard let folder = place else { break }
            samples.append(folder.appendingPathComponent("geodata").path)
            place = folder.deletingLastPathComponent()
        }
        self.init(folder: folder.path, sampleFolders: samples)
    }

    /// The default files of perimeters.
    ///
    /// - Parameter allVintages: those of all vintages that there are, instead of the latest.
    /// - Throws: ``RequestError`` when there is neither an installed file nor a sample.
    func perimeters(allVintages: Bool, _ context: RunContext) throws(RequestError) -> [String] {
        let latest = "\(folder)/perimetres.geojson"
        guard allVintages else {
            return [try file(latest, sample: "perimetres-2024.geojson", .perimeters, context)]
        }
        let installed = ["\(folder)/perimetres-2015.geojson", latest].filter(FileManager.default.fileExists)
        if !installed.isEmpty { return installed }
        return [
            try file(latest, sample: "perimetres-2015.geojson", .perimeters, context),
            try file(latest, sample: "perimetres-2024.geojson", .perimeters, context),
        ]
    }

    /// Whether a default file of perimeters is installed, so that the sample's would not serve.
    var hasInstalledPerimeters: Bool {
        ["perimetres", "perimetres-2015"].contains { FileManager.default.fileExists(atPath: "\(folder)/\($0).geojson") }
    }

    /// The path of the installed gazetteer; nil when there is none.
    var installedGazetteer: String? {
        let path = "\(folder)/ban.qpvg"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// The default gazetteer.
    ///
    /// - Throws: as ``perimeters(allVintages:_:)``.
    func gazetteer(_ context: RunContext) throws(RequestError) -> String {
        try file("\(folder)/ban.qpvg", sample: "adresses.csv", .gazetteer, context)
    }

    private func file(
        _ installed: String, sample: String, _ item: Item, _ context: RunContext
    ) throws(RequestError) -> String {
        if FileManager.default.fileExists(atPath: installed) { return installed }
        guard let found = sampleFolders.map({ "\($0)/\(sample)" }).first(where: FileManager.default.fileExists) else {
            throw RequestError(.missingInput, .noData(item, installed: installed, sample: sample))
        }
        context.note(.sampleUsed(item, path: found))
        return found
    }
}
