import Interchange
import Planar
package import QPVKit

extension PerimeterFile {
    /// Reads a file, notes how it was read, and refuses one of which nothing can be used.
    ///
    /// - Parameters:
    ///   - role: what an error calls the file, so that its reader knows what to state.
    ///   - requiresOneLayer: whether perimeters of several kinds or vintages are refused.
    package static func read(
        _ path: String, _ options: Options, stating role: RequestError.FileRole, requiresOneLayer: Bool = false,
        _ context: RunContext
    ) throws -> PerimeterFile {
        let file = try load(path, options, stating: role)
        try file.tell(isWhole: options.window == nil, requiresOneLayer: requiresOneLayer, context)
        return file
    }

    /// Reads a file and says nothing of it yet.
    package static func load(
        _ path: String, _ options: Options, stating role: RequestError.FileRole
    ) throws -> PerimeterFile {
        try stating(role) { try PerimeterFile.read(path, options: options) }
    }

    /// Opens a file so that an error says what its reader can state of it.
    static func stating(_ role: RequestError.FileRole, _ open: () throws -> PerimeterFile) throws -> PerimeterFile {
        do {
            return try open()
        } catch PerimeterError.unknownCRS(let name, let path) {
            throw RequestError.badData(.unknownCRS(name), at: FilePlace(path), remedies: [.stateCRS(of: role)])
        } catch PerimeterError.severalLayers(let found, let path) where role == .older || role == .newer {
            throw RequestError.badData(.severalLayers(found), at: FilePlace(path), remedies: [.nameLayer(of: role)])
        }
    }

    /// Notes how the file was read and which perimeters are faulty.
    ///
    /// - Parameter isWhole: whether all of the file was read.
    /// - Throws: ``RequestError`` when no perimeter can be used; `PerimeterError` when several layers stand in it.
    package func tell(
        isWhole: Bool = true, readingNotes: Bool = true, requiresOneLayer: Bool = false, _ context: RunContext
    ) throws {
        if readingNotes { context.note(reading: notes) }
        if requiresOneLayer { try requireOneLayer() }
        let unusable = issues.filter { $0.severity == .error }
        if isWhole, let first = unusable.first, perimeters.allSatisfy({ $0.shape.polygons.isEmpty }) {
            // Every place would be outside, which nobody wants to read in a table.
            let advice = first.remedy.isEmpty ? [] : [RequestError.Remedy.advice(first.remedy)]
            throw RequestError.badData(
                .nothingUsable(first), at: filePlace(first.line),
                remedies: advice + [.validatePerimeters(file: source.path)])
        }
        for issue in unusable { context.note(.perimeterUnusable(issue, at: filePlace(issue.line))) }
        let faulty = faulty(.warning).subtracting(faulty(.error)).count
        if faulty > 0 { context.note(.perimetersFaulty(faulty, file: source.path)) }
    }

    /// The perimeters with issues of a severity, each as its code and line: a code may stand twice, and a whole file in one
    /// line.
    package func faulty(_ severity: PerimeterIssue.Severity) -> Set<[String]> {
        Set(issues.filter { $0.severity == severity }.map { [$0.perimeter, String($0.line)] })
    }
}

extension RunContext {
    /// Notes how a file of perimeters was read; what `ogr2ogr` calls an error is a warning.
    func note(reading notes: [String]) {
        for sentence in notes {
            note(sentence.hasPrefix("ogr2ogr: ERROR") ? .converterFault(sentence) : .perimeterReading(sentence))
        }
    }

    /// Notes which perimeters a choice of layers takes, and what is missing of them.
    package func note(choiceOf layers: Layers) {
        for kind in layers.undatedKinds { note(.kindUndated(kind)) }
        if let date = layers.date {
            for kind in layers.all.filter(\.atlas.perimeters.isEmpty).compactMap(\.kind) {
                note(.noneInForce(kind, on: date))
            }
        }
        for lack in layers.lacking { note(.vintagesLacking(lack)) }
        if !layers.isPlain {
            note(
                .layersAsked(
                    layers.all.map { .init(prefix: $0.prefix, title: $0.title, date: layers.date, parts: $0.parts) }))
        }
        for layer in layers.all where !layer.missingTerritories.isEmpty {
            note(.territoriesMissing(layer.kind, layer.missingTerritories))
        }
        let ground = layers.main.atlas.ground
        if !ground.isEverywhere, !ground.isInvented, ground.territories.isEmpty {
            note(.groundSpokenOf(departements: ground.departements.sorted(), communes: ground.communes.sorted()))
        }
    }
}
