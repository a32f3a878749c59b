import Foundation
import Interchange
import QPVKit

/// The sheets of an earlier year.
struct EarlierSheets: Sendable {
    private let path: String?
    private let isFolder: Bool

    /// Looks whether the path is a folder.
    ///
    /// - Parameters:
    ///   - path: the JSON of a sheet, or a folder of them; nil for none.
    ///   - all: whether the sheets of several perimeters are to be compared, for which one file is none.
    /// - Throws: ``RequestError`` for one file where a folder is wanted.
    init(_ path: String?, ofAll all: Bool) throws(RequestError) {
        self.path = path
        var isDirectory: ObjCBool = false
        isFolder =
            path.map { FileManager.default.fileExists(atPath: $0, isDirectory: &isDirectory) } ?? false
            && isDirectory.boolValue
        if all, let path, !isFolder, FileManager.default.fileExists(atPath: path) {
            throw .usage(.oneSheetOfAll, file: path)
        }
    }

    /// The file of an earlier sheet, be it there or not; nil when none is asked for.
    func file(named name: String) -> String? { path.map { isFolder ? "\($0)/\(name).json" : $0 } }

    /// How many counts of the sheets of some perimeters tell a small one when they are compared with those of the earlier sheets.
    ///
    /// - Throws: as ``sheet(named:of:_:)``.
    func differencing(_ persons: SheetPersons?, codes: Set<String>) throws -> Int {
        guard let persons, path != nil else { return 0 }
        let codes = codes.sorted(), silent = RunContext()
        var found = 0
        for (code, name) in zip(codes, SheetBook.fileNames(codes)) {
            guard let earlier = try sheet(named: name, of: code, silent) else { continue }
            found += persons.differencing(code, since: earlier)
        }
        return found
    }

    /// The earlier sheet of a perimeter; nil when there is none in the folder.
    ///
    /// - Parameter context: notes that there is none, or that it is another perimeter's.
    /// - Throws: `InterchangeError`, ``RequestError`` for a file that is no sheet.
    func sheet(named name: String, of code: String, _ context: RunContext) throws -> EarlierSheet? {
        guard let path, let file = file(named: name) else { return nil }
        if isFolder, !FileManager.default.fileExists(atPath: file) {
            context.note(.noEarlierSheet(code: code, folder: path))
            return nil
        }
        guard let sheet = EarlierSheet(json: try JSONValue.read(ByteSource(path: file))) else {
            throw RequestError.badData(.notASheet, at: FilePlace(file))
        }
        if sheet.code != code { context.note(.earlierSheetDiffers(code: sheet.code, file: file)) }
        return sheet
    }
}
