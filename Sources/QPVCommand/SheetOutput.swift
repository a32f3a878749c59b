import Foundation
import Interchange
import QPVKit
import QPVService

/// The page of one sheet, with its figures and its provenance beside it.
struct SheetOutput {
    private let page: ResultFile
    private let figures: OutputFile?

    /// Whether a name is that of a page.
    static func isPage(_ path: String) -> Bool { [".html", ".htm"].contains { path.lowercased().hasSuffix($0) } }

    /// Whether a file is the JSON of a sheet.
    private static func isSheet(_ path: String) -> Bool {
        (try? JSONValue.read(ByteSource(path: path))).flatMap { EarlierSheet(json: $0) } != nil
    }

    /// Opens both; standard output, a pipe or a device has no figures beside it.
    ///
    /// - Throws: ``CommandError`` when an input would be replaced, or a JSON file that is no sheet's, which nobody named.
    init(path: String, notReplacing inputs: [String]) throws {
        page = try ResultFile(path: path, notReplacing: inputs)
        guard Self.isPage(path), let dot = path.lastIndex(of: ".") else {
            figures = nil
            return
        }
        let beside = path[..<dot] + ".json"
        try OutputGuard.check(String(beside), against: inputs, hasProvenance: false)
        if FileIdentity(path: String(beside))?.isRegular ?? false, !Self.isSheet(String(beside)) {
            throw CommandError(
                code: ExitStatus.cannotCreate,
                message: "the figures would replace a file that is no sheet of qpv sheet",
                file: String(beside))
        }
        figures = try OutputFile(path: String(beside))
    }

    /// Writes all, then names all.
    func write(_ sheet: SheetCommand.Page, _ provenance: Provenance) throws {
        try page.write(sheet.html)
        try figures?.write(sheet.json)
        try figures?.commit()
        try page.commit(provenance)
    }
}

/// The sheets of an earlier year.
struct EarlierSheets: Sendable {
    private let path: String?
    private let isFolder: Bool
    private let quiet: Bool

    /// - Parameters:
    ///   - path: the JSON of a sheet, or a folder of them; nil for none.
    ///   - all: whether the sheets of several perimeters are to be compared, for which one file is none.
    /// - Throws: ``CommandError`` for one file where a folder is wanted.
    init(_ path: String?, ofAll all: Bool, quiet: Bool) throws {
        self.path = path
        self.quiet = quiet
        var isDirectory: ObjCBool = false
        isFolder =
            path.map { FileManager.default.fileExists(atPath: $0, isDirectory: &isDirectory) } ?? false
            && isDirectory.boolValue
        if all, let path, !isFolder, FileManager.default.fileExists(atPath: path) {
            throw CommandError.usage("with --all, --previous is the folder of the earlier sheets", file: path)
        }
    }

    /// The file of an earlier sheet, be it there or not; nil when none is asked for.
    func file(named name: String) -> String? { path.map { isFolder ? "\($0)/\(name).json" : $0 } }

    /// The earlier sheet of a perimeter; nil when there is none in the folder.
    func sheet(named name: String, of code: String) throws -> EarlierSheet? {
        guard let path, let file = file(named: name) else { return nil }
        if isFolder, !FileManager.default.fileExists(atPath: file) {
            if !quiet { Terminal.say("note: no earlier sheet of \(code) in \(path)") }
            return nil
        }
        guard let sheet = EarlierSheet(json: try JSONValue.read(ByteSource(path: file))) else {
            throw CommandError.badData("this is no sheet of qpv sheet", file: file)
        }
        if sheet.code != code, !quiet { Terminal.say("note: the earlier sheet is that of \(sheet.code): \(file)") }
        return sheet
    }
}
