/// What the words of headings mean, for all commands: registers of firms, associations, health and education, the national address
/// files, exports of offices, and what people write by hand.
enum ColumnVocabulary {
    /// The role that a heading gives; where it may give two, by what the column holds.
    static func role(_ heading: HeadingWords, _ content: ColumnContent) -> ColumnRole? {
        var words = heading.set
        // A column "Résidence" holds the addresses of residences.
        if words.isEmpty { return heading.owners == ["residence"] && heading.numbers.isEmpty ? .address : nil }
        if words.remove("pair") != nil || words.remove("odd") != nil, words.contains("number") {
            return .housenumber
        }
        let line = heading.numbers.last ?? 1
        if let role = role(words, heading, line, content) { return role }
        // "Ville du site", "adr_indice_repetition": where the part of an address is said, a word for the whole says no more.
        guard words.count > 1, words.remove("site") != nil || words.remove("address") != nil else { return nil }
        if words.isSubset(of: ["number", "type", "name", "line", "complement", "index", "district", "cp", "x", "y"]),
            !words.contains("cp")
        {
            return nil
        }
        return role(words, heading, line, content)
    }

    private static func role(
        _ words: Set<String>, _ heading: HeadingWords, _ line: Int, _ content: ColumnContent
    ) -> ColumnRole? {
        let holdsAddresses = content.addresses >= 0.5
        switch words {
        case ["address"], ["address", "post"], ["address", "line"], ["address", "name"], ["line", "address", "post"]:
            return line > 1 ? .complement : .address
        case ["line"]: return line == 4 ? .address : nil
        case ["number", "name", "way"], ["number", "type", "way"], ["number", "type", "name", "way"]: return .address
        case ["number"] where !heading.owners.isEmpty: return nil
        case ["number", "way"], ["number", "address"], ["number", "way", "address"], ["number", "address", "post"]:
            return holdsAddresses ? .address : line > 1 ? nil : .housenumber
        case ["housenumber"], ["number"]: return line > 1 ? nil : .housenumber
        case ["suffix"], ["index", "suffix"], ["suffix", "way"], ["suffix", "number"], ["index", "suffix", "way"],
            ["index", "suffix", "number"], ["complement", "number"], ["complement", "way"],
            ["complement", "number", "way"]:
            return line > 1 ? nil : .suffix
        case ["type", "way"], ["type", "way", "address"]: return line > 1 ? nil : .streetType
        case ["way"], ["name", "way"], ["way", "address"], ["name", "way", "address"]: return line > 1 ? nil : .street
        case ["complement"], ["complement", "address"], ["place"], ["complement", "place"], ["name", "place"],
            ["complement", "address", "place"], ["complement", "address", "post"], ["address", "place"],
            ["address", "distribution"], ["distribution"]:
            return .complement
        case ["cp"], ["post"], ["code", "post"], ["code", "cp"], ["cp", "address"], ["code", "post", "address"],
            ["cp", "way"], ["number", "post"]:
            return content.postcodesAndTowns >= 0.5 ? .city : .postcode
        case ["cp", "town"], ["code", "post", "town"], ["cp", "name", "town"], ["post", "town"]:
            if content.filled > 0 { return content.postcodes >= 0.5 ? .postcode : .city }
            return heading.words.last == "town" && heading.words.first == "cp" ? .city : .postcode
        case ["town"], ["name", "town"], ["town", "address"], ["name", "town", "address"], ["routing"],
            ["town", "routing"], ["line", "routing"], ["name", "routing"], ["district"], ["name", "district"],
            ["town", "post"], ["town", "district"]:
            return content.filled > 0 && content.postcodes >= 0.8 ? .postcode : .city
        case ["insee"], ["code", "insee"], ["insee", "town"], ["code", "insee", "town"], ["code", "town"],
            ["number", "insee"], ["insee", "address"], ["code", "insee", "address"]:
            return .citycode
        case ["longitude"], ["longitude", "position"], ["longitude", "wgs"], ["x", "wgs"], ["longitude", "address"]:
            return .longitude
        case ["latitude"], ["latitude", "position"], ["latitude", "wgs"], ["y", "wgs"], ["latitude", "address"]:
            return .latitude
        case ["x"], ["x", "position"], ["x", "lambert"], ["x", "position", "lambert"], ["x", "address"]: return .x
        case ["y"], ["y", "position"], ["y", "lambert"], ["y", "position", "lambert"], ["y", "address"]: return .y
        default: return nil
        }
    }
}
