/// Keys of the names of communes: their words without articles, in one order, with one space between.
enum CommuneName {
    /// Whether a word of a name counts: articles do not, unless there is nothing else.
    private static func counts(_ list: WordList, _ range: Range<Int>) -> Bool {
        range.contains { !list.words[$0].has(.stop) }
    }

    /// The hash, the letters and the number of words of the key of a range of words.
    static func key(_ list: WordList, _ range: Range<Int>) -> (hash: UInt64, signature: UInt32, words: Int) {
        var hash = WordHash.seed64
        var signature: UInt32 = 0
        var count = 0
        let strict = counts(list, range)
        for index in range where !(strict && list.words[index].has(.stop)) {
            hash = list.with(index) { WordHash.extend(hash, $0) }
            signature |= list.words[index].signature
            count += 1
        }
        return (hash, signature, count)
    }

    /// The text of the key.
    static func text(_ list: WordList, _ range: Range<Int>) -> String {
        let strict = counts(list, range)
        return range.filter { !(strict && list.words[$0].has(.stop)) }.map { list.text($0) }.joined(separator: " ")
    }

    /// How many bytes the text of the key has.
    static func length(_ list: WordList, _ range: Range<Int>) -> Int {
        let strict = counts(list, range)
        var length = -1
        for word in list.words[range] where !(strict && word.has(.stop)) { length += Int(word.length) + 1 }
        return max(0, length)
    }

    /// Splits "Paris 1er Arrondissement" into the city and its number; nil for other names.
    static func arrondissement(_ name: String) -> (city: String, number: Int)? {
        var list = WordList()
        list.read(name)
        let words = list.words.filter { !$0.has(.stop) }
        guard words.count >= 3, list.text(list.words.count - 1) == "arrondissement", words[words.count - 2].has(.number)
        else { return nil }
        let end = Int(words[words.count - 2].source)
        let city = String(decoding: Array(name.utf8)[..<end], as: UTF8.self)
        var trimmed = Substring(city)
        while trimmed.last == " " { trimmed.removeLast() }
        return (String(trimmed), Int(words[words.count - 2].value))
    }
}
