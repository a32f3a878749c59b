public import Gazetteer
import Interchange
package import Planar
package import QPVKit
import Synchronization

/// The data that requests ask: perimeters and gazetteer, each opened once, when the first request needs it.
///
/// A command makes one for its run, a server one for its life: requests of several tasks may share it. What is wrong with the
/// files is noted to the request that opens them.
public final class Session: Sendable {
    /// What is opened, and how it is judged.
    public let options: SessionOptions
    private let gazetteerPathOnce = Once<String>()
    private let gazetteerOnce = Once<Gazetteer>()
    private let files = Mutex<[PerimeterFile.Options.Repairs: [PerimeterFile]]>([:])
    private let plainLayers = Mutex<[PerimeterFile.Options.Repairs: Layers]>([:])
    private let groupLayers = Mutex<[GroupKey: Layer]>([:])

    /// Opens nothing yet.
    public init(_ options: SessionOptions) { self.options = options }

    /// The path of the gazetteer; notes when it is the sample's.
    package func gazetteerPath(_ context: RunContext) throws -> String {
        try gazetteerPathOnce.value { try options.gazetteer ?? options.data.gazetteer(context) }
    }

    /// The gazetteer; a CSV is compiled.
    ///
    /// - Throws: ``RequestError``, `InterchangeError`, `GazetteerError`.
    public func gazetteer(_ context: RunContext = RunContext()) throws -> Gazetteer {
        let path = try gazetteerPath(context)
        return try gazetteerOnce.value { try GazetteerFile.open(path, context) }
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
        return try files.withLock { files in
            if let known = files[repairs] { return known }
            let read = try readPerimeters(repairs: repairs, window: nil, context)
            files[repairs] = read
            return read
        }
    }

    /// The only file of perimeters.
    ///
    /// - Parameter repairs: by default shapes are repaired when a question comes near them.
    package func perimeterFile(
        repairs: PerimeterFile.Options.Repairs = .onDemand, _ context: RunContext
    ) throws -> PerimeterFile {
        guard options.perimeters.count < 2 else { throw RequestError.usage(.severalPerimeterFiles) }
        let file = try perimeterFiles(repairs: repairs, context)[0]
        try file.requireOneLayer()
        return file
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
            var reading = options.reading.options(of: source, repairs: repairs)
            reading.window = window
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
        let aliases = try options.selection.aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let addresses = try gazetteer()
        let key = GroupKey(repairs: repairs, hasAddresses: addresses != nil)
        let layer = try groupLayers.withLock { known in
            if let layer = known[key] { return layer }
            let names = PerimeterNames(plain.main.atlas, aliases: aliases)
            let layer = try Groups.layer(path: groups, names: names, gazetteer: addresses)
            if window == nil { known[key] = layer }
            return layer
        }
        return plain.adding(layer)
    }

    /// The layers without groups.
    private func chosenLayers(
        repairs: PerimeterFile.Options.Repairs, window: Box?, notes: Bool, _ context: RunContext
    ) throws -> Layers {
        func make() throws -> Layers {
            let files = try perimeterFiles(repairs: repairs, window: window, context)
            let layers = try Layers(files, choosing: options.selection.choice)
            if notes { context.note(choiceOf: layers) }
            return layers
        }
        if window != nil { return try make() }
        return try plainLayers.withLock { known in
            if let layers = known[repairs] { return layers }
            let layers = try make()
            known[repairs] = layers
            return layers
        }
    }
}

private struct GroupKey: Hashable {
    let repairs: PerimeterFile.Options.Repairs
    let hasAddresses: Bool
}

/// A value that is made once; a second caller waits for the first.
private final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    func value(_ make: () throws -> Value) throws -> Value {
        try made.withLock { made in
            if let made { return made }
            let value = try make()
            made = value
            return value
        }
    }
}
