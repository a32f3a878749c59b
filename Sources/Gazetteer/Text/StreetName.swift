/// How the words of a street's name are used.
enum StreetName {
    /// The words by which a street is found, a hash of its articles, and the number of its type (0 for none).
    ///
    /// The type is the first word, when it is one; articles do not count. A name made of nothing else keeps what it has
    /// ("Grande Rue", "Rue de la Place", "Le Cours").
    static func split(_ list: WordList) -> (words: [[UInt8]], stops: UInt32, type: UInt8) {
        var stops = WordHash.seed
        var type: UInt8 = 0
        var kept: [Int] = []
        for index in list.words.indices {
            let word = list.words[index]
            if index == 0, word.length == 1, list.text(0) == "r", list.words.count > 1 {
                type = rue
            } else if index == 0, word.has(.type), list.words.count > 1 {
                type = word.type
            } else if word.has(.stop) {
                stops = (stops ^ word.hash) &* 16_777_619
            } else {
                kept.append(index)
            }
        }
        if kept.isEmpty { kept = Array(list.words.indices.dropFirst(type == 0 ? 0 : 1)) }
        return (kept.map { index in list.with(index) { Array($0) } }, stops, type)
    }

    static let lieudit: UInt8 = UInt8(Lexicon.shared.typeNames.firstIndex(of: "lieudit") ?? 0)
    static let rue: UInt8 = UInt8(Lexicon.shared.typeNames.firstIndex(of: "rue") ?? 0)
}
