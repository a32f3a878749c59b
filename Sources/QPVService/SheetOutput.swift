import Interchange
import QPVKit

/// Where sheets go.
public enum SheetOutput {
    /// Of one sheet the page, `-` for standard output, with its figures and its provenance beside it; of all a folder that is not there
    /// yet. It is complete or absent.
    case file(String)
    /// A closure that takes the sheets in their order.
    case sink((SheetPage) throws -> Void)

    /// Whether a name is that of a page.
    public static func isPage(_ path: String) -> Bool {
        [".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
    }

    /// Opens the output.
    ///
    /// - Parameters:
    ///   - inputs: files that it must not replace.
    ///   - personal: inputs about persons.
    /// - Throws: ``RequestError`` when an input would be replaced, or a JSON file that is no sheet's.
    func open(
        _ subject: SheetRequest.Subject, notReplacing inputs: [String], limitedTo personal: [String]
    ) throws -> Opened {
        switch self {
        case .sink(let take): .sink(take, isOne: subject != .all)
        case .file(let path) where subject == .all:
            .folder(path, readers: personal.compactMap { FileReaders(path: $0) })
        case .file(let path): .page(try SheetFile(path: path, notReplacing: inputs, limitedTo: personal))
        }
    }

    enum Opened {
        case page(SheetFile)
        case folder(String, readers: [FileReaders])
        case sink((SheetPage) throws -> Void, isOne: Bool)

        /// Makes the sheets and writes them.
        func write(
            _ book: SheetBook, since earlier: EarlierSheets, _ provenance: Provenance, threads: Int,
            _ context: RunContext
        ) async throws -> SheetResult {
            switch self {
            case .page(let file):
                let page = try book.page(earlier, provenance, context)
                try file.write(page, provenance, context)
                return SheetResult(sheets: 1, page: page)
            case .sink(let take, isOne: true):
                let page = try book.page(earlier, provenance, context)
                try take(page)
                return SheetResult(sheets: 1, page: page)
            case .sink(let take, isOne: false):
                let count = try await book.forEachPage(since: earlier, provenance, threads: threads, context, take)
                return SheetResult(sheets: count, page: nil)
            case .folder(let path, let readers):
                return SheetResult(
                    sheets: try await book.write(
                        path, readers, since: earlier, provenance, threads: threads, context),
                    page: nil)
            }
        }
    }
}

extension SheetBook {
    /// The page of the only perimeter.
    fileprivate func page(
        _ earlier: EarlierSheets, _ provenance: Provenance, _ context: RunContext
    ) throws -> SheetPage {
        let page = try SheetPage(sheet(0), named: fileNames[0], of: self, since: earlier, provenance)
        context.note(recorded: page.notes)
        return page
    }

    /// Makes the page of each perimeter; returns how many there are.
    fileprivate func forEachPage(
        since earlier: EarlierSheets, _ provenance: Provenance, threads: Int, _ context: RunContext,
        _ take: (SheetPage) throws -> Void
    ) async throws -> Int {
        let nameOf = Dictionary(uniqueKeysWithValues: zip(perimeters.map(\.code), fileNames))
        var count = 0
        try await forEachSheet(threads: threads) { sheet in
            let name = nameOf[sheet.perimeter.code] ?? sheet.perimeter.code
            return try SheetPage(sheet, named: name, of: self, since: earlier, provenance)
        } emit: { page in
            context.note(recorded: page.notes)
            try take(page)
            count += 1
        }
        return count
    }

    /// Writes all sheets, their figures, an index and the provenance into a new folder; returns how many sheets there are.
    fileprivate func write(
        _ path: String, _ readers: [FileReaders], since earlier: EarlierSheets, _ provenance: Provenance, threads: Int,
        _ context: RunContext
    ) async throws -> Int {
        let names = fileNames
        let folder = try OutputFolder(
            path: path, names: names.flatMap { ["\($0).html", "\($0).json"] } + ["index.html", "provenance.json"])
        folder.limitReaders(to: readers)
        var index = SheetIndex(self, names: names)
        let count = try await forEachPage(since: earlier, provenance, threads: threads, context) { page in
            try folder.write(page.html, to: "\(page.name).html")
            try folder.write(page.json, to: "\(page.name).json")
            index.add(code: page.code, addresses: page.addresses)
        }
        try folder.write(index.report(provenance).bytes(as: .html), to: "index.html")
        var beside = provenance
        beside.state(outputs: folder.written.map { StatedOutput($0.name, $0.digest) })
        try folder.write(Array(beside.json.utf8), to: "provenance.json")
        try context.requireUnchangedFiles()
        try folder.commit()
        return count
    }
}
