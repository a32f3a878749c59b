/// A column that looks as if it held something that matters, and is not read.
public struct UnreadColumn: Sendable, Equatable {
    /// What it looks like.
    public enum Kind: String, Sendable, CaseIterable {
        /// The number of a house.
        case housenumber
        /// A postcode.
        case postcode
        /// The name of a town.
        case town
        /// A coordinate, or both.
        case coordinate
        /// A date of birth.
        case birth
        /// A person's sex.
        case sex
        /// A share in percent.
        case share
    }

    /// What it looks like.
    public let kind: Kind
    /// Its place, from 0.
    public let column: Int
    /// Its name in the file.
    public let name: String
}

extension ColumnNames {
    /// The columns that look like something, in order, without those that are used.
    package func lookalikes(besides used: Set<Int>) -> [UnreadColumn] {
        header.indices.filter { !used.contains($0) && !isOwn($0) }.compactMap { column in
            kind(of: column).map { UnreadColumn(kind: $0, column: column, name: header[column]) }
        }
    }

    /// The columns that are not used, in order; those that the program itself writes are left out.
    package func rest(besides used: Set<Int>) -> [String] {
        header.indices.filter { !used.contains($0) && !isOwn($0) && !header[$0].isEmpty }.map { header[$0] }
    }

    /// The first column that looks like something.
    func first(_ kind: UnreadColumn.Kind) -> Int? { lookalikes(besides: []).first { $0.kind == kind }?.column }

    /// Whether the program appends a column of this name.
    private func isOwn(_ column: Int) -> Bool {
        folded[column].hasPrefix("qpv_") || folded[column].hasPrefix("result_")
    }

    private func kind(of column: Int) -> UnreadColumn.Kind? {
        let heading = words[column].set, content = contents[column]
        if heading.contains("birth") {
            let isPlace = !heading.isDisjoint(with: ["town", "place", "code", "post", "cp", "country", "insee", "name"])
            return isPlace ? nil : .birth
        }
        // "Ne pas relancer" and "Genre de logement" are no person's.
        if heading.contains("born"), heading.isSubset(of: ["born", "date"]) { return .birth }
        let ofSex: Set = ["sex", "h", "f", "m", "homme", "femme"]
        if heading.contains("sex") && heading.isSubset(of: ofSex) || isSexes(column) { return .sex }
        if heading.contains("share") { return .share }
        if !heading.isDisjoint(with: ["longitude", "latitude"]) || content.filled > 0 && content.pairs >= 0.5 {
            return .coordinate
        }
        if role(of: column) == .x || role(of: column) == .y { return .coordinate }
        if heading.contains("number") || heading.contains("housenumber") {
            let isOfWay = !heading.isDisjoint(with: ["way", "address", "pair", "odd", "housenumber"])
            if content.filled == 0 { return isOfWay ? .housenumber : nil }
            return content.numbers >= 0.5 && !content.countsRows ? .housenumber : nil
        }
        if heading.contains("cp") || heading.isSuperset(of: ["code", "post"])
            || content.rows > 2 && content.postcodes >= 0.9 && words[column].saysNothing
        {
            return .postcode
        }
        if !heading.isDisjoint(with: ["town", "routing", "district"]), !heading.contains("code") {
            return content.fits(.city) ? .town : nil
        }
        return content.filled > 2 && content.postcodesAndTowns >= 0.8 ? .town : nil
    }
}
