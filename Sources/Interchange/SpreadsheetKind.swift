/// Files that users take for a workbook that is read here.
enum SpreadsheetKind {
    case protected
    case old
    case otherCompound
    case openDocument
    case binary
    case otherArchive

    /// Whether bytes begin as those of a workbook, or of something that is told from one only by looking into it.
    static func isLikely(_ head: [UInt8]) -> Bool { ZipArchive.isZip(head) || head.starts(with: compound) }

    /// The first bytes of a compound file (MS-CFB).
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// What a file is that is no zip archive; nil when it is none of these.
    static func other(than bytes: [UInt8]) -> SpreadsheetKind? {
        guard bytes.starts(with: compound) else { return nil }
        // Names of streams stand in the directory, in UTF-16; a document that is protected is a stream of this one (MS-OFFCRYPTO).
        if holds(bytes, "EncryptedPackage") { return .protected }
        return holds(bytes, "Workbook") || holds(bytes, "Book") ? .old : .otherCompound
    }

    /// What an archive is that is no workbook; nil when it looks like one.
    static func other(in archive: ZipArchive) -> SpreadsheetKind? {
        let paths = Set(archive.members.map { $0.path.lowercased() })
        if paths.contains("xl/workbook.bin") { return .binary }
        if let type = archive.members.first(where: { $0.path == "mimetype" }), let bytes = try? archive.read(type),
            String(decoding: bytes, as: UTF8.self).contains("opendocument")
        {
            return .openDocument
        }
        return paths.contains("[content_types].xml") && paths.contains("_rels/.rels") ? nil : .otherArchive
    }

    func error(_ name: String) -> InterchangeError {
        let advice = "save it as an Excel workbook (.xlsx) or as “CSV UTF-8”"
        let message =
            switch self {
            case .protected: "the workbook is protected by a password: save it without one"
            case .old: "the file is an old workbook (.xls): \(advice)"
            case .otherCompound: "the file is an old Office document, not a table: \(advice)"
            case .openDocument: "the file is an OpenDocument (.ods): \(advice)"
            case .binary: "the file is a binary workbook (.xlsb): \(advice)"
            case .otherArchive: "the file is a zip archive, but no Excel workbook: unpack it"
            }
        return InterchangeError(.badData, message, file: name)
    }

    private static func holds(_ bytes: [UInt8], _ name: String) -> Bool {
        let wanted = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        // Entries of the directory are 128 bytes, aligned to them, with the name first.
        return stride(from: 512, to: max(bytes.count - wanted.count, 512), by: 128).contains { place in
            bytes[place..<place + wanted.count].elementsEqual(wanted)
        }
    }
}
