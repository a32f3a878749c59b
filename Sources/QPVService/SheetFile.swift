import Interchange
import QPVKit

/// The page of one sheet as a file, with its figures and its provenance beside it.
struct SheetFile {
    private let page: ResultFile
    private let figures: OutputFile?

    /// Opens both; standard output, a pipe or a device has no figures beside it.
    ///
    /// - Parameters:
    ///   - inputs: files that they must not replace.
    ///   - personal: inputs about persons.
    /// - Throws: ``RequestError`` when an input would be replaced, or a JSON file that is no sheet's, which nobody named.
    init(path: String, notReplacing inputs: [String], limitedTo personal: [String]) throws {
        page = try ResultFile(path: path, notReplacing: inputs, limitedTo: personal)
        guard SheetOutput.isPage(path), let dot = path.lastIndex(of: ".") else {
            figures = nil
            return
        }
        let beside = path[..<dot] + ".json"
        try OutputGuard.check(String(beside), against: inputs, hasProvenance: false)
        if FileIdentity(path: String(beside))?.isRegular ?? false, !Self.isSheet(String(beside)) {
            throw RequestError(.cannotWrite, .figuresReplaceFile, at: FilePlace(String(beside)))
        }
        let figures = try OutputFile(path: String(beside))
        figures.limitReaders(to: personal.compactMap { FileReaders(path: $0) })
        self.figures = figures
    }

    /// Whether a file is the JSON of a sheet.
    private static func isSheet(_ path: String) -> Bool {
        (try? JSONValue.read(ByteSource(path: path))).flatMap { EarlierSheet(json: $0) } != nil
    }

    /// Writes all, then names all.
    func write(_ sheet: SheetPage, _ provenance: Provenance, _ context: RunContext) throws {
        try page.write(sheet.html)
        try figures?.write(sheet.json)
        try ResultFile.commit([page], provenance, context, with: [figures].compactMap { $0 })
    }
}
