/// Checks of the numbers in the global sections. A checksum finds changes; these find a file that was made wrong.
extension Directory {
    /// What is wrong with the tables, nil for nothing: each part must lie in its section, each commune exist, and the
    /// streets and addresses be numbered without gaps up to the given totals.
    ///
    /// Linear in the size of the sections: milliseconds for the country.
    func fault(streets: Int, addresses: Int, fileLength: Int) -> String? {
        var (nextStreet, nextAddress) = (0, 0)
        for commune in 0..<communeCount {
            guard firstStreet(commune) == nextStreet, firstAddress(commune) == nextAddress else {
                return "the streets and addresses are not numbered in order"
            }
            nextStreet += streetCount(commune)
            nextAddress += addressCount(commune)
            let (offset, length) = (pageOffset(commune), pageLength(commune))
            guard offset >= Format.headLength, offset <= fileLength, length <= fileLength - offset else {
                return "the page of commune \(code(commune)) lies outside the file"
            }
            guard hasValidTexts(commune) else { return "a name lies outside its section" }
        }
        guard nextStreet == streets, nextAddress == addresses, max(nextStreet, nextAddress) <= Int(UInt32.max) else {
            return "the counts disagree"
        }
        for name in 0..<nameCount where nameCommune(name) >= communeCount || !hasValidText(name: name) {
            return "a name belongs to no commune, or lies outside its section"
        }
        for word in 0..<wordCount where !hasValidText(word: word) { return "a word lies outside its section" }
        if !hasValidPostings { return "a word belongs to no commune" }
        for entry in 0..<postcodeCount where postcodeCommune(entry) >= communeCount {
            return "a postcode belongs to no commune"
        }
        return nil
    }
}
