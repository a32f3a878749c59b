public import Gazetteer
import Interchange
package import Planar
package import QPVKit

/// The data that requests ask: perimeters and gazetteer, each opened once, when the first request needs it.
///
/// A command makes one for its run, a server one for its life: requests of several tasks may share it. What is wrong with the
/// files is noted to every request that uses them, once. A request waits while another one opens what it needs.
public final class Session: Sendable {
    /// What is opened, and how it is judged.
    public let options: SessionOptions
    private let gazetteerPaths = Kept<Int, String>()
    private let gazetteers = Kept<Int, Gazetteer>()
    private let files = Kept<PerimeterFile.Options.Repairs, [PerimeterFile]>()
    private let plainLayers = Kept<PerimeterFile.Options.Repairs, Layers>()
    private let groupLayers = Kept<GroupKey, Layer>()

    /// Opens nothing yet.
    public init(_ options: SessionOptions) { self.options = options }

    /// The path of the gazetteer; notes when it is the sample's.
    package func gazetteerPath(_ context: RunContext) throws -> String {
        try gazetteerPaths.value(0, context) { context in
            if let path = options.gazetteer ?? options.data.installedGazetteer { return path }
            guard try mayUseSampleGazetteer() else { throw RequestError(.missingInput, .sampleForRealFiles) }
            return try options.data.gazetteer(context)
        }
    }

    /// Whether the gazetteer of the fictional sample may serve: only with perimeters of invented communes.
    private func mayUseSampleGazetteer() throws -> Bool {
        if options.perimeters.isEmpty, !options.data.hasInstalledPerimeters { return true }
        return try perimeterFiles(RunContext()).allSatisfy(\.atlas.ground.isInvented)
    }

    /// Whether there is a gazetteer for these perimeters.
    package func hasGazetteer() throws -> Bool {
        try options.gazetteer != nil || options.data.installedGazetteer != nil || mayUseSampleGazetteer()
    }

    /// The gazetteer; a CSV is compiled.
    ///
    /// - Throws: ``RequestError``, `InterchangeError`, `GazetteerError`.
    public func gazetteer(_ context: RunContext = RunContext()) throws -> Gazetteer {
        let path = try gazetteerPath(context)
        let gazetteer = try gazetteers.value(0, context) { context in
            try GazetteerFile.open(path, storage: options.gazetteerStorage, context)
        }
        context.watch(gazetteer)
        return gazetteer
    }

    /// The files of perimeters.
    ///
    /// - Parameters:
    ///   - window: see `PerimeterFile.Options`; files read so are not kept.
    /// - Throws: ``RequestError``, `InterchangeError`, `PerimeterError`, `GeodesyError`, `TopologyError`.
    package func perimeterFiles(
        repairs: PerimeterFile.Options.Repairs = .all, window: Box? = nil, _ context: RunContext
    ) throws -> [PerimeterFile] {
        if window != nil { return try readPerimeters(repairs: repairs, window: window, context) }
        return try files.value(repairs, context) { try readPerimeters(repairs: repairs, window: nil, $0) }
    }

    /// The only file of perimeters.
    ///
    /// - Parameter repairs: by default shapes are repaired when a question comes near them.
    package func perimeterFile(
        repairs: PerimeterFile.Options.Repairs = .onDemand, _ context: RunContext
    ) throws -> PerimeterFile {
        guard options.perimeters.count < 2 else { throw RequestError.usage(.severalPerimeterFiles) }
        let files = try perimeterFiles(repairs: repairs, context)
        guard files.count == 1 else { throw RequestError.usage(.severalPerimeterFiles) }
        try files[0].requireOneLayer()
        return files[0]
    }

    private func readPerimeters(
        repairs: PerimeterFile.Options.Repairs, window: Box?, _ context: RunContext
    ) throws -> [PerimeterFile] {
        var sources = options.perimeters
        if sources.isEmpty {
            let paths = try options.data.perimeters(
                allVintages: options.selection.needsAllVintages, context)
            sources = paths.map { PerimeterSource($0) }
        }
        return try sources.map { source in
            try Task.checkCancellation()
            var reading = options.reading.options(of: source, repairs: repairs)
            (reading.window, reading.threads) = (window, options.threads)
            return try PerimeterFile.read(source.path, reading, stating: .perimeters, context)
        }
    }

    /// The layers of the perimeters.
    ///
    /// - Parameters:
    ///   - repairs: when shapes are repaired.
    ///   - window: as for ``perimeterFiles(repairs:window:_:)``.
    ///   - notes: whether to note which perimeters the layers hold.
    ///   - gazetteer: opened for groups of addresses only.
    package func layers(
        repairs: PerimeterFile.Options.Repairs = .all, window: Box? = nil, notes: Bool = true, _ context: RunContext,
        gazetteer: () throws -> Gazetteer?
    ) throws -> Layers {
        let plain = try chosenLayers(repairs: repairs, window: window, notes: notes, context)
        guard let groups = options.selection.groups else { return plain }
        let addresses = try gazetteer()
        let layer = try groupLayers.value(GroupKey(repairs: repairs, hasAddresses: addresses != nil), context) { _ in
            let aliases = try options.selection.aliases.map { try AliasTable(path: $0) } ?? AliasTable()
            let names = PerimeterNames(plain.main.atlas, aliases: aliases)
            return try Groups.layer(path: groups, names: names, gazetteer: addresses)
        }
        return plain.adding(layer)
    }

    /// The layers without groups.
    private func chosenLayers(
        repairs: PerimeterFile.Options.Repairs, window: Box?, notes: Bool, _ context: RunContext
    ) throws -> Layers {
        let files = try perimeterFiles(repairs: repairs, window: window, context)
        func make(_ context: RunContext) throws -> Layers {
            var layers = try Layers(files, choosing: options.selection.choice)
            if let ground = options.selection.ground { layers = layers.stating(ground) }
            context.note(choiceOf: layers)
            return layers
        }
        let heard = notes ? context : RunContext()
        return try window == nil ? plainLayers.value(repairs, heard, make) : make(heard)
    }
}

private struct GroupKey: Hashable {
    let repairs: PerimeterFile.Options.Repairs
    let hasAddresses: Bool
}
