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
        /// The INSEE code of a commune.
        case citycode
        /// A part of another address: of the management beside the seat, of the work beside the home.
        case otherAddress = "other_address"
        /// A longitude, a latitude, or both.
        case coordinate
        /// An easting or a northing in metres.
        case gridCoordinate = "grid_coordinate"
        /// A date of birth.
        case birth
        /// A person's sex.
        case sex
        /// A share in percent.
        case share

        /// Whether a column that looks so may hold a part of the address that is read.
        public var isOfAddress: Bool {
            switch self {
            case .housenumber, .postcode, .town, .citycode: true
            case .otherAddress, .coordinate, .gridCoordinate, .birth, .sex, .share: false
            }
        }

        /// Whether a column that looks so holds positions.
        package var isPosition: Bool { self == .coordinate || self == .gridCoordinate }
    }

    /// What it looks like.
    public let kind: Kind
    /// Its place, from 0.
    public let column: Int
    /// Its name in the file.
    public let name: String

    package init(kind: Kind, column: Int, name: String) {
        (self.kind, self.column, self.name) = (kind, column, name)
    }
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
    func isOwn(_ column: Int) -> Bool {
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
        if ofOtherAddresses.contains(column) { return content.filled > 0 || content.rows == 0 ? .otherAddress : nil }
        if let kind = kindOfCoordinate(column) { return kind }
        if heading.contains("number") || heading.contains("housenumber") {
            let isOfWay = !heading.isDisjoint(with: ["way", "address", "pair", "odd", "housenumber"])
            if content.filled == 0 { return isOfWay ? .housenumber : nil }
            return content.numbers >= 0.5 && !content.countsRows ? .housenumber : nil
        }
        if heading.contains("insee"), content.fits(.citycode) { return .citycode }
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

    /// What a column of coordinates looks like, by its heading and its cells; nil for another one.
    private func kindOfCoordinate(_ column: Int) -> UnreadColumn.Kind? {
        let content = contents[column]
        if content.filled > 0, content.pairs >= 0.5 { return .coordinate }
        let isOfDegrees: Bool
        switch roles[column] {
        case .longitude, .latitude: isOfDegrees = true
        case .x, .y: isOfDegrees = isDegrees(column)
        default:
            // "Nom (long)" is a long name.
            guard content.filled > 0, !words[column].set.isDisjoint(with: ["longitude", "latitude"]) else { return nil }
            isOfDegrees = true
        }
        // A heading alone is believed where there are no cells.
        if content.filled > 0, content.numeric < 0.5 { return nil }
        return isOfDegrees ? .coordinate : .gridCoordinate
    }
}
