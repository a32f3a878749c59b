/// The parts of a package (ECMA-376, part 2), and how they point to each other.
struct SpreadsheetParts {
    let archive: ZipArchive
    let name: String

    /// A pointer from one part to another.
    struct Relation {
        let id: String
        let type: String
        /// The path of the part pointed at.
        let target: String
    }

    /// The bytes of a part, whose path is told without regard to case.
    func bytes(_ path: String) throws(InterchangeError) -> [UInt8] {
        guard let bytes = try optional(path) else {
            throw InterchangeError(.badData, "the workbook is damaged: it has no part \(path)", file: name)
        }
        return bytes
    }

    /// The bytes of a part; nil when there is none.
    func optional(_ path: String) throws(InterchangeError) -> [UInt8]? {
        let wanted = path.lowercased()
        guard let member = archive.members.first(where: { $0.path.lowercased() == wanted }) else { return nil }
        return try archive.read(member)
    }

    /// The pointers of a part, or of the package for an empty path.
    func relations(of path: String) throws(InterchangeError) -> [Relation] {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
        let place = "\(folder)_rels/\(file).rels"
        guard let bytes = try optional(place) else { return [] }
        let list = RelationList()
        try XMLStream.read(bytes, name: "\(name)/\(place)", list)
        return list.entries.map { Relation(id: $0.id, type: $0.type, target: Self.resolve($0.target, in: folder)) }
    }

    /// A path as it is meant from a folder: absolute, or relative with `..`.
    private static func resolve(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

private final class RelationList: XMLStream.Listener {
    private(set) var entries: [(id: String, type: String, target: String)] = []

    func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLStream.Attributes) {
        guard isEqual(name, "Relationship"), let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"]
        else { return }
        entries.append((id, type, target))
    }

    func end(_ name: UnsafePointer<CChar>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What the part `workbook.xml` says: the sheets in order, and from which year dates count.
final class WorkbookOutline: XMLStream.Listener {
    private(set) var sheets: [(name: String, relation: String, isVisible: Bool)] = []
    private(set) var usesDatesFrom1904 = false

    func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLStream.Attributes) throws(InterchangeError) {
        if isEqual(name, "sheet"), let title = attributes["name"], let relation = attributes["id"] {
            guard sheets.count < ReadingLimits.current[.sheets] else {
                throw ReadingLimits.exceeded(.sheets, "the workbook has too many sheets", file: nil)
            }
            sheets.append((title, relation, (attributes["state"] ?? "visible") == "visible"))
        } else if isEqual(name, "workbookPr") {
            usesDatesFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        }
    }

    func end(_ name: UnsafePointer<CChar>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
