import Foundation

/// Finds the communes that may be meant when nothing in the query tells: those whose streets have its rare words.
struct NationSearch {
    let directory: Directory
    let space: Workspace
    let said: CommuneFinder.Said

    /// How many readings are followed, and how many communes for each.
    private static let readings = 3
    private static let communes = (exact: 64, spelling: 16)

    /// Gives the readings communes to look in; false when there is none.
    ///
    /// - Parameter spelling: also words with typing errors.
    func addCommunes(spelling: Bool) -> Bool {
        // The query names a commune that the base does not have: nothing elsewhere can be right.
        if said.unknownCity || !said.code.isEmpty { return false }
        let words = space.text.words
        if space.hits.count < directory.communeCount {
            space.hits = [Float](repeating: 0, count: directory.communeCount)
        }
        var found = [[(word: Int, likeness: Float)]?](repeating: nil, count: words.count)
        var any = false
        for number in space.readings.indices.filter({ space.readings[$0].nation }).prefix(Self.readings) {
            let reading = space.readings[number]
            space.hit.removeAll(keepingCapacity: true)
            // A number and a letter alone may be anything.
            let hasName = reading.street.contains {
                words[$0].length > 2 && !words[$0].has(.noise) && !words[$0].has(.stop) && !words[$0].has(.type)
                    && !words[$0].has(.digits)
            }
            if !hasName { continue }
            for index in reading.street.prefix(12)
            where !words[index].has(.noise) && !words[index].has(.stop) && !words[index].has(.type) {
                if found[index] == nil { found[index] = alike(index, spelling: spelling) }
                for (word, likeness) in found[index]! { count(word, likeness) }
            }
            space.hit.sort { (space.hits[$1], $0) < (space.hits[$0], $1) }
            let from = space.communes.count
            for commune in space.hit.prefix(spelling ? Self.communes.spelling : Self.communes.exact) { add(commune) }
            for commune in space.hit { space.hits[commune] = 0 }
            space.readings[number].communes = from..<space.communes.count
            any = any || from < space.communes.count
        }
        return any
    }

    private func add(_ commune: Int) {
        var candidate = CommuneCandidate(commune: commune, weight: 0.9, old: 0, mismatch: false)
        candidate.guessed = true
        if said.postcode != 0 {
            // The base does not have the postcode: an answer elsewhere is a guess.
            if directory.postcode(commune) / 1000 != said.postcode / 1000 { return }
            candidate.weight = 0.17
            candidate.mismatch = true
        }
        space.communes.append(candidate)
    }

    /// Adds to the communes that have a word, more for rare words.
    private func count(_ word: Int, _ likeness: Float) {
        let communes = directory.wordCommunes(word)
        let weight = likeness / (1 + Float(log(Double(max(communes, 1)))) / 4)
        for place in 0..<min(communes, directory.communeCount) {
            let commune = directory.wordCommune(word, place)
            guard commune < space.hits.count else { continue }
            if space.hits[commune] == 0 { space.hit.append(commune) }
            space.hits[commune] += weight
        }
    }

    private func alike(_ index: Int, spelling: Bool) -> [(word: Int, likeness: Float)] {
        let word = space.text.words[index]
        let exact = space.text.with(index) { directory.word(hash: word.hash, $0) }
        if exact >= 0 { return [(exact, 1)] }
        guard spelling, !word.has(.number), word.length >= 4 else { return [] }
        let length = Int(word.length)
        let limit = length < 6 ? 1 : 2
        var found: [(word: Int, likeness: Float)] = []
        space.text.with(index) { text in
            space.pattern.set(text)
            for other in 0..<directory.wordCount {
                if (directory.wordSignature(other) ^ word.signature).nonzeroBitCount > 2 * limit { continue }
                if abs(directory.wordLength(other) - length) > limit { continue }
                let edits = space.pattern.distance(directory.wordText(other), limit: limit)
                if edits <= limit { found.append((other, Float(Score.alike(edits: edits, length: length)))) }
            }
        }
        found.sort { ($1.likeness, $0.word) < ($0.likeness, $1.word) }
        return Array(found.prefix(12))
    }
}
