public import Provenance
import Tables

/// Spellings that an office uses for perimeters, and the codes that they mean.
public struct AliasTable: Sendable {
    private static let spellingNames = ["ecriture", "alias", "spelling", "nom", "name"]
    private static let codeNames = ["code_qp_2024", "code_qp", "code_qpv", "code"]
    private static let ambiguousWords = ["ambigu", "ambiguous"]

    private var codesOfKey: [String: [String]] = [:]
    /// The file; nil for an empty table.
    public let source: SourceFile?
    /// How many spellings it has.
    public var count: Int { codesOfKey.count }

    /// A table without any.
    public init() { source = nil }

    /// Reads a CSV of a spelling and a code per row: columns `ecriture` (or `alias`, `nom`, `name`) and `code_qp_2024` (or
    /// `code_qp`, `code`).
    ///
    /// Several codes in a cell, separated by `|`, a spelling with different codes in several rows, and `AMBIGU` in place of a
    /// code all say that the spelling is ambiguous.
    ///
    /// - Throws: `InterchangeError` when the file cannot be read; ``TableError`` when its columns or a row are not so.
    public init(path: String) throws {
        let table = try SmallTable(path: path)
        let spelling = try table.column(Self.spellingNames), code = try table.column(Self.codeNames)
        for row in table.rows where !row.isBlank {
            let key = PerimeterName(row.text(spelling)).key
            let codes = row.text(code).split(separator: "|").map { $0.trimmed.uppercased() }.filter { !$0.isEmpty }
            guard !key.isEmpty else { throw table.error("a row has no spelling", row.line) }
            guard !codes.isEmpty else {
                throw table.error("the spelling \"\(row.text(spelling))\" has no code", row.line)
            }
            let isAmbiguous = codes.count == 1 && Self.ambiguousWords.contains(ColumnNames.fold(codes[0]))
            var known = codesOfKey[key] ?? []
            if isAmbiguous {
                known.append("")
            } else {
                known += codes.filter { !known.contains($0) }
            }
            codesOfKey[key] = known
        }
        source = table.source
    }

    /// The codes of a spelling: one, or several, or "" among them when it is ambiguous; nil when it is not in the table.
    package func codes(of name: PerimeterName) -> [String]? {
        guard let codes = codesOfKey[name.key] else { return nil }
        return codes == [""] ? ["", ""] : codes
    }
}
