// What commands still use that are not yet options, a request and words. Nothing new belongs here.
import ArgumentParser
import Foundation
import Gazetteer
import Geodesy
import Interchange
import QPVKit
import QPVService

extension PerimeterOptions {
    func files(allVintages: Bool = false, quiet: Bool, departements: [String] = []) throws -> [PerimeterFile] {
        var options = Session(self).options
        if allVintages { options.selection.choice = .vintages([]) }
        options.reading.departements = departements
        return try Session(options).perimeterFiles(Console(quiet: quiet).context)
    }

    static func report(_ file: PerimeterFile, isWhole: Bool = true, quiet: Bool) throws {
        try file.tell(isWhole: isWhole, readingNotes: false, Console(quiet: quiet).context)
    }
}

extension OnePerimeterFile {
    func read(quiet: Bool, repairs: PerimeterFile.Options.Repairs = .onDemand) throws -> PerimeterFile {
        try Session(self).perimeterFile(repairs: repairs, Console(quiet: quiet).context)
    }
}

extension LayerChoiceOptions {
    var isNothing: Bool { on == nil && vintage == nil && groups == nil }

    var needsAllVintages: Bool { on != nil || vintage != nil }

    func layers(_ files: [PerimeterFile], quiet: Bool, gazetteer: () throws -> Gazetteer?) throws -> Layers {
        let selection = Session(self).options.selection
        let layers = try Layers(files, choosing: selection.choice)
        Console(quiet: quiet).context.note(choiceOf: layers)
        guard let groups else { return layers }
        let table = try aliases.map { try AliasTable(path: $0) } ?? AliasTable()
        let names = PerimeterNames(layers.main.atlas, aliases: table)
        return layers.adding(try Groups.layer(path: groups, names: names, gazetteer: gazetteer()))
    }
}

extension LayerOptions {
    var isNothing: Bool { choice.isNothing && within == nil && rules.isEmpty && !ground }
}

extension GazetteerOptions {
    func path(quiet: Bool) throws -> String { try Session(self).gazetteerPath(Console(quiet: quiet).context) }

    func open(quiet: Bool) throws -> Gazetteer { try GazetteerFile.open(path(quiet: quiet), quiet: quiet) }
}

extension GazetteerFile {
    static func open(_ path: String, quiet: Bool) throws -> Gazetteer {
        try open(path, Console(quiet: quiet).context)
    }
}

extension VerdictOptions {
    var options: Examiner.Options { Session(self).options.verdict }
}

extension Terminal {
    static func say(notes: [String], quiet: Bool) {
        for note in notes {
            let isWarning = note.hasPrefix("ogr2ogr: ERROR")
            if isWarning || !quiet { say("\(isWarning ? "warning" : "note"): \(note)") }
        }
    }

    static func say(unknownOf gaps: Gaps, quiet: Bool) {
        if !gaps.unknown.isEmpty { Console(quiet: quiet).context.note(.gapsUnknown(gaps.unknown.count)) }
    }
}

extension TableReadingOptions {
    func open() throws -> any TableReader { try sheet.open(file, quiet: quiet) }

    func plan(_ reader: any TableReader, takesPositions: Bool = true, _ columns: RowColumns) throws -> RowPlan {
        try input(columns).plan(reader, takesPositions: takesPositions, Console(quiet: quiet).context)
    }
}

extension SheetOptions {
    func open(_ file: String, quiet: Bool = false) throws -> any TableReader {
        try input(file).open(Console(quiet: quiet).context)
    }
}

extension CoordinateOptions {
    func plan(_ names: ColumnNames, addressColumns: [String]?) throws -> RowPlan {
        try columns(addresses: addressColumns).plan(names)
    }
}

/// A fault that a command finds itself: what, where, and what helps. It prints as a compiler's message.
struct CommandError: Error, CustomStringConvertible {
    let code: ExitCode
    let message: String
    /// The file at fault, as the user gave it.
    var file: String?
    var line: Int?
    /// What there is, and what to do.
    var notes: [String] = []

    /// The command line asks for what cannot be.
    static func usage(_ message: String, file: String? = nil, notes: [String] = []) -> CommandError {
        CommandError(code: ExitStatus.usage, message: message, file: file, notes: notes)
    }

    /// A file is not what it should be.
    static func badData(_ message: String, file: String, line: Int? = nil, notes: [String] = []) -> CommandError {
        CommandError(code: ExitStatus.badData, message: message, file: file, line: line, notes: notes)
    }

    var description: String {
        var text = "error: \(message)"
        if let file { text += "\n  --> \(file)" + (line.map { ":\($0)" } ?? "") }
        for note in notes { text += "\n  = \(note)" }
        return text
    }
}

/// Says of a file whose columns do not fit what it has, what was looked for, and which option helps.
enum ColumnFault {
    static func error(_ fault: ColumnError, file: String, line: Int, takesPositions: Bool) -> RequestError {
        .columns(
            fault, at: FilePlace(file, line: line),
            remedies: takesPositions ? [.nameAddressColumns, .nameCoordinateColumns] : [.nameAddressColumns])
    }

    static func error(_ fault: ColumnError, file: String, line: Int, options: String) -> RequestError {
        .columns(
            fault, at: FilePlace(file, line: line),
            remedies: [options == "--verdict-column" ? .nameVerdictColumn : .namePlaceColumns])
    }
}
