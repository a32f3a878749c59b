import Foundation

/// Finds the streets of a commune that share words with a reading, and compares them word by word.
struct StreetSearch {
    let directory: Directory
    let space: Workspace

    /// A reading as the streets of one page are compared with it.
    struct Question {
        var reading: Reading
        /// Its place in ``Workspace/readings``.
        var number: Int
        var commune: CommuneCandidate
        /// The word that names the type of way, -1 for none, and the type.
        var typeWord = -1
        var typeID: UInt8 = 0
        /// The type was misspelt: it may be part of the name.
        var softType = false
        /// The code of a register that the type was read from.
        var code: TypeCode?
        /// How many words are neither articles nor the type.
        var significant = 0
        /// The hash of the articles behind the type.
        var stops = WordHash.seed
        /// The words that a street of the base has as they are typed, two bits for each.
        var known: UInt64 = 0
        /// The words that are misspelt articles, as bits.
        var slips: UInt32 = 0

        var base: Int { reading.street.lowerBound }

        /// Whether a type of way is the one that was asked.
        func asks(for type: UInt8) -> Bool { typeID == type || code?.types.contains(type) == true }
    }

    /// Compares the streets of a page with a reading and keeps the best in ``Workspace/candidates``.
    ///
    /// - Parameters:
    ///   - asked: the reading, with the commune of the page; made for exact words or for fuzzy ones.
    ///   - fuzzy: also tries words with typing errors, glued, split and shortened words.
    /// - Returns: the greatest similarity.
    @discardableResult
    func search(_ page: Page, _ asked: Question, fuzzy: Bool) -> Double {
        var question = asked
        let (reading, words, base, entry) = (question.reading, space.text.words, question.base, question.commune)
        space.units.removeAll(keepingCapacity: true)
        for index in reading.street where !words[index].has(.noise) && index - base < 32 {
            if words[index].has(.stop), question.significant > 0 { continue }
            addUnits(
                page, index, base, fuzzy: fuzzy, isType: index == question.typeWord && !question.softType,
                isNear: entry.weight > 0.85 && !entry.guessed)
        }
        if let word = question.code?.word, !word.isEmpty {
            var text = word
            let own = text.withUTF8 { page.word(hash: WordHash.of($0), $0) }
            if own >= 0 { add(own, 3 << UInt64((question.typeWord - base) * 2), Score.abbreviated) }
        }
        if fuzzy {
            addJoined(page, reading, base)
            question.slips = misspeltArticles(page, reading, base)
            addInitials(page, question)
        }
        guard !space.units.isEmpty else { return 0 }
        rank(page)
        var best = 0.0
        for ranked in space.ranked.prefix(fuzzy ? 24 : 12) {
            best = max(best, compare(page, Int(ranked.street), question))
        }
        return best
    }

    private func knownWords(_ reading: Reading, _ base: Int) -> UInt64 {
        var known: UInt64 = 0
        for index in reading.street where index - base < 32 && space.text.words[index].length > 3 {
            let hash = space.text.words[index].hash
            if space.text.with(index, { directory.word(hash: hash, $0) }) >= 0 {
                known |= 3 << UInt64((index - base) * 2)
            }
        }
        return known
    }

    /// A reading as it is asked of the pages of its communes.
    func question(_ number: Int, _ entry: CommuneCandidate, fuzzy: Bool) -> Question {
        let reading = space.readings[number]
        let words = space.text.words
        var question = Question(reading: reading, number: number, commune: entry)
        if fuzzy { question.known = knownWords(reading, question.base) }
        // The type is the first word of that kind; what stands before it is seldom part of the name.
        var first = true
        if let letter = letterType(reading) {
            (question.typeWord, question.typeID, question.code) = (reading.street.lowerBound, letter.types[0], letter)
            question.softType = true
            first = false
        }
        for index in reading.street.dropFirst(first ? 0 : 1) where !words[index].has(.noise) {
            if words[index].has(.type) {
                if words[index].type == StreetName.rue, words[index].sourceEnd - words[index].source == 1 {
                    question.code = .letterR
                }
                // "lieu-dit Chemin du Bois": the way that follows is the type.
                let isLead = words[index].type == StreetName.lieudit
                if isLead, question.typeID == StreetName.lieudit { continue }
                if !isLead || question.typeWord < 0 {
                    (question.typeWord, question.typeID) = (index, words[index].type)
                }
                if isLead { continue }
                break
            }
            if first, words[index].length == 1, space.text.text(index) == "r" {
                (question.typeWord, question.typeID) = (index, StreetName.rue)
            }
            if first, let code = TypeCode.of(words[index]),
                words[index].flags.isDisjoint(with: [.number, .dotted])
            {
                (question.typeWord, question.typeID, question.softType) = (index, code.types[0], true)
                question.code = code
            } else if first, question.typeWord < 0 {
                let type = misspeltType(index)
                if type > 0 { (question.typeWord, question.typeID, question.softType) = (index, type, true) }
            }
            first = false
        }
        for index in reading.street where !words[index].has(.noise) {
            if !words[index].has(.stop) {
                if index != question.typeWord { question.significant += 1 }
            } else if index > question.typeWord {
                question.stops = (question.stops ^ words[index].hash) &* 16_777_619
            }
        }
        return question
    }

    /// The types that a single letter stands for, between a number and a name.
    private func letterType(_ reading: Reading) -> TypeCode? {
        guard let first = reading.street.first, reading.number == first - 1, reading.street.count > 1 else {
            return nil
        }
        let word = space.text.words[first]
        guard word.sourceEnd - word.source == 1, !word.has(.digits), !word.has(.type), !word.has(.noise) else {
            return nil
        }
        return space.text.with(first) { TypeCode.letter($0[0]) }
    }

    /// The type that a first word is an edit or two away from ("ue", "avenu"), or 0.
    private func misspeltType(_ index: Int) -> UInt8 {
        let word = space.text.words[index]
        guard word.length >= 2, !word.has(.stop), !word.has(.number) else { return 0 }
        space.text.with(index) { space.pattern.set($0) }
        for (type, name) in Self.commonTypes {
            let limit = name.count >= 6 ? 2 : 1
            if name.withUnsafeBufferPointer({ space.pattern.distance($0, limit: limit) }) <= limit { return type }
        }
        return 0
    }

    /// The words before the last that are an edit away from an article ("ds", "dees") and that no street has, as bits.
    private func misspeltArticles(_ page: Page, _ reading: Reading, _ base: Int) -> UInt32 {
        var slips: UInt32 = 0
        let words = space.text.words
        for index in reading.street.dropLast() where index - base < 32 && index > reading.street.lowerBound {
            let word = words[index]
            guard 2...4 ~= word.length, word.flags.isDisjoint(with: [.noise, .stop, .type, .number, .expanded]),
                words[index - 1].has(.type) || words[index - 1].has(.stop)
            else { continue }
            space.text.with(index) { text in
                space.pattern.set(text)
                let isSlip = Self.articles.contains {
                    $0.withUnsafeBufferPointer { space.pattern.distance($0, limit: 1) } <= 1
                }
                if isSlip, page.word(hash: word.hash, text) < 0 { slips |= 1 << UInt32(index - base) }
            }
        }
        return slips
    }

    private static let articles: [[UInt8]] = ["de", "du", "des", "la", "le", "les", "aux", "dela"].map {
        Array($0.utf8)
    }

    private static let commonTypes: [(UInt8, [UInt8])] = [
        "rue", "avenue", "boulevard", "place", "impasse", "allee", "chemin", "route", "square", "passage", "quai",
    ].map { (UInt8(Lexicon.shared.typeNames.firstIndex(of: $0) ?? 0), Array($0.utf8)) }

    // MARK: Choosing streets

    /// Fills ``Workspace/ranked`` with the streets that share words, most first.
    private func rank(_ page: Page) {
        // Taken out of the workspace meanwhile: each look at an array there is checked for another access at the same time.
        var (acc, touched, ranked) = ([Float](), [Int32](), [(street: Int32, acc: Float)]())
        swap(&acc, &space.acc)
        swap(&touched, &space.touched)
        swap(&ranked, &space.ranked)
        defer { (space.acc, space.touched, space.ranked) = (acc, touched, ranked) }
        if acc.count < page.streetCount {
            acc = [Float](repeating: 0, count: max(page.streetCount, 2 * acc.count))
        }
        touched.removeAll(keepingCapacity: true)
        for unit in space.units {
            let range = page.postingRange(unit.word)
            let weight = Float(Score.rarity(range.count, of: page.streetCount) * unit.likeness)
            for position in range {
                let street = page.posting(position)
                guard street < page.streetCount else { continue }
                if acc[street] == 0 { touched.append(Int32(street)) }
                acc[street] += weight
            }
        }
        ranked.removeAll(keepingCapacity: true)
        for street in touched {
            // A short name whose words are all there comes before a long one with more of them.
            let length = Float(max(page.streetWordRange(Int(street)).count, 1))
            ranked.append((street, acc[Int(street)] * (1 + 0.3 / length)))
            acc[Int(street)] = 0
        }
        if ranked.count > 1 { ranked.sort { ($1.acc, $0.street) < ($0.acc, $1.street) } }
    }
}
