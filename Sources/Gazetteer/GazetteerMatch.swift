extension Gazetteer {
    /// The best answer to a query.
    ///
    /// The same query gives the same answer whatever was asked before. Microseconds for an ordinary address; no limit
    /// on the length of the text, of which the first 64 words are read.
    ///
    /// - Parameter scratch: the memory of the calling thread; no two threads may share one.
    public func match(_ query: AddressQuery, scratch: inout MatchScratch) -> Match {
        var matcher = Matcher(self, scratch.workspace)
        var match = matcher.run(query)
        if isOfOtherLexicon { match.score = min(match.score, Score.mostInDoubt) }
        return match
    }

    /// The best answer to a query, with memory of its own: for single questions.
    public func match(_ query: AddressQuery) -> Match {
        var scratch = MatchScratch()
        return match(query, scratch: &scratch)
    }
}
