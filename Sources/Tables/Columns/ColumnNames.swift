import Foundation

/// The columns of a file, found by their names.
public struct ColumnNames: Sendable {
    /// The names as the file gives them.
    public let header: [String]
    let folded: [String]
    var words: [HeadingWords]
    let contents: [ColumnContent]
    /// The cells of some rows.
    package let sample: [[String]]
    /// The roles that the headings give.
    var roles: [ColumnRole?]
    /// The columns of addresses that are not the one that is read: of the management beside the seat, of the work beside the home.
    package internal(set) var ofOtherAddresses: Set<Int> = []

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
        self.sample = sample
        roles = zip(words, contents).map { ColumnVocabulary.role($0, $1) }
        readOwners()
        chooseAddress()
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

    /// The column that plays a role; nil when no heading fits.
    ///
    /// - Throws: ``ColumnError`` when two columns bear the very name that fits best.
    public func column(for role: ColumnRole) throws(ColumnError) -> Int? {
        let likely = likely(for: role)
        guard let best = likely.first else { return nil }
        let same = likely.filter { folded[$0] == folded[best] }
        if same.count > 1 { throw ColumnError.ambiguousColumn(header[best], positions: same.map { $0 + 1 }) }
        return best
    }

    /// All columns that may play a role, the likeliest first: by the words of the heading, and by what the column holds.
    package func likely(for role: ColumnRole) -> [Int] {
        let fitting = header.indices.filter {
            roles[$0] == role && fits($0, role) && !ofOtherAddresses.contains($0)
        }
        if fitting.count < 2 { return fitting }
        let most = fitting.map { contents[$0].filled }.max() ?? 0
        let orders = fitting.map { column in
            let heading = words[column]
            let isVague = role == .housenumber && heading.words == ["number"] || role == .city && saysDistrict(column)
            return [
                contents[column].isSparse(beside: most) ? 1 : 0, heading.saysPlace ? 1 : 0, isVague ? 1 : 0,
                heading.ownerRank, heading.numbers.isEmpty ? 0 : 1, heading.words.count, column,
            ]
        }
        return orders.sorted { $0.lexicographicallyPrecedes($1) }.map { $0[$0.count - 1] }
    }

    /// Whether what a column holds may play a role; arrondissements may be numbers.
    func fits(_ column: Int, _ role: ColumnRole) -> Bool {
        contents[column].fits(role)
            || role == .city && saysDistrict(column) && contents[column].districts >= 0.8
    }

    /// Whether a heading says that the column holds arrondissements.
    package func saysDistrict(_ column: Int) -> Bool { words[column].set.contains("district") }

    /// What the heading of a column says that it holds; its content decides between two meanings. Nil when it says neither.
    package func role(of column: Int) -> ColumnRole? { roles[column] }

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
