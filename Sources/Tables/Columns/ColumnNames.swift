import Foundation

/// The columns of a file, found by their names.
public struct ColumnNames: Sendable {
    /// The names as the file gives them.
    public let header: [String]
    let folded: [String]
    let words: [HeadingWords]
    let contents: [ColumnContent]

    /// Folds the names of a header once.
    ///
    /// - Parameter sample: cells of some rows, so that a column is known by what it holds too.
    public init(_ header: [String], sample: [[String]] = []) {
        self.header = header
        folded = header.map(Self.fold)
        words = header.map(HeadingWords.init)
        contents = header.indices.map { column in
            ColumnContent(sample.compactMap { $0.indices.contains(column) ? $0[column] : nil })
        }
    }

    /// A name without case, accents and punctuation: `Code Postal` and `CODE-POSTAL` are `code_postal`.
    public static func fold(_ name: String) -> String {
        foldASCII(name) ?? foldUnicode(name)
    }

    /// Nil when there is a character that is not ASCII.
    private static func foldASCII(_ name: String) -> String? {
        var out: [UInt8] = []
        out.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): out.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
            case 0x80...: return nil
            default: if let last = out.last, last != UInt8(ascii: "_") { out.append(UInt8(ascii: "_")) }
            }
        }
        if out.last == UInt8(ascii: "_") { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }

    private static func foldUnicode(_ name: String) -> String {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "fr"))
            .replacingOccurrences(of: "œ", with: "oe")
        var out = ""
        for scalar in plain.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                out.unicodeScalars.append(scalar)
            } else if !out.isEmpty, out.last != "_" {
                out.append("_")
            }
        }
        while out.last == "_" { out.removeLast() }
        return out
    }

    /// The column that plays a role; nil when no name fits.
    ///
    /// - Throws: ``ColumnError`` when two columns bear the very name that fits best.
    public func column(for role: ColumnRole) throws(ColumnError) -> Int? {
        for name in role.names {
            let fitting = folded.indices.filter { folded[$0] == name && fits($0, role) }
            if fitting.count > 1 {
                throw ColumnError.ambiguousColumn(header[fitting[0]], positions: fitting.map { $0 + 1 })
            }
            if let only = fitting.first { return only }
        }
        return likely(for: role).first
    }

    /// All columns that may play a role, the likeliest first: by the words of the heading, and by what the column holds.
    package func likely(for role: ColumnRole) -> [Int] {
        header.indices.filter { self.role(of: $0) == role && fits($0, role) }.sorted { a, b in
            func order(_ column: Int) -> [Int] {
                let isKnown = role.names.contains(folded[column])
                return [isKnown ? 0 : 1, words[column].owners, words[column].numbers.isEmpty ? 0 : 1, column]
            }
            return order(a).lexicographicallyPrecedes(order(b))
        }
    }

    /// Whether what a column holds may play a role; arrondissements may be numbers.
    private func fits(_ column: Int, _ role: ColumnRole) -> Bool {
        contents[column].fits(role)
            || role == .city && words[column].set.contains("district") && contents[column].districts >= 0.8
    }

    /// What the heading of a column says that it holds; its content decides between two meanings. Nil when it says neither.
    package func role(of column: Int) -> ColumnRole? {
        if let known = ColumnRole.allCases.first(where: { $0.names.contains(folded[column]) }) { return known }
        return ColumnVocabulary.role(words[column], contents[column])
    }

    /// The first column that bears the first of these names, folded as by ``fold(_:)``, that any column bears; nil for none.
    package func first(_ names: [String]) -> Int? {
        if let column = names.lazy.compactMap({ folded.firstIndex(of: $0) }).first { return column }
        let whole = header.map { Self.fold(Self.withoutEndings($0)) }
        return names.lazy.compactMap { whole.firstIndex(of: $0) }.first
    }

    /// A name without the brackets and points of endings: `Homme(s)` is `Hommes`, `Né(e) le` is `Née le`.
    static func withoutEndings(_ name: String) -> String {
        var name = name
        for (ending, plain) in [
            ("(s)", "s"), ("(e)", "e"), ("(es)", "es"), ("(e)s", "es"), ("(ne)", "ne"), ("·e·s", "es"), (".e.s", "es"),
            ("·e", "e"),
        ] {
            name = name.replacingOccurrences(of: ending, with: plain, options: .caseInsensitive)
        }
        return name
    }

    /// The column of the share that lives in priority neighbourhoods, by the words of its heading: `% issus des QPV`; nil for none, and
    /// where there are several.
    package var shareInPerimeters: Int? {
        let likely = header.indices.filter { words[$0].set == ["share", "qpv"] }
        return likely.count == 1 ? likely[0] : nil
    }

    /// The column that the user named, exactly or after folding.
    ///
    /// - Throws: ``ColumnError`` when there is none, or more than one.
    public func column(named name: String) throws(ColumnError) -> Int {
        var fitting = header.indices.filter { header[$0] == name }
        if fitting.isEmpty { fitting = folded.indices.filter { folded[$0] == Self.fold(name) } }
        guard let first = fitting.first else { throw ColumnError.unknownColumn(name, header: header) }
        if fitting.count > 1 { throw ColumnError.ambiguousColumn(name, positions: fitting.map { $0 + 1 }) }
        return first
    }
}
