extension Atlas {
    /// The perimeters that a text names, as indices: by code in any case; else by name, without case, accents and punctuation; else
    /// by words of the name.
    ///
    /// Several when several codes answer equally well, or when one code stands in the file several times; empty when
    /// none does. O(n).
    public func perimeters(named text: String) -> [Int] {
        let wanted = ColumnNames.fold(text)
        guard !wanted.isEmpty else { return [] }
        let byCode = perimeters.indices.filter { ColumnNames.fold(perimeters[$0].code) == wanted }
        if !byCode.isEmpty { return byCode }
        let names = perimeters.map { ColumnNames.fold($0.name) }
        let byName = names.indices.filter { names[$0] == wanted }
        if !byName.isEmpty { return byName }
        return names.indices.filter { "_\(names[$0])_".contains("_\(wanted)_") }
    }
}
