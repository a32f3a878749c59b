import Foundation

/// Finds the streets of a commune that share words with a reading, and compares them word by word.
struct StreetSearch {
    let directory: Directory
    let space: Workspace

    /// Compares the streets of a page with a reading and keeps the best in ``Workspace/candidates``.
    ///
    /// - Parameters:
    ///   - fuzzy: also tries words with typing errors, glued, split and shortened words.
    /// - Returns: the greatest similarity.
    @discardableResult
    func search(_ page: Page, _ entry: CommuneCandidate, reading number: Int, fuzzy: Bool) -> Double {
        let reading = space.readings[number]
        let words = space.text.words
        // The type is the first word of that kind; what stands before it is seldom part of the name.
        var typeWord = -1
        var typeID: UInt8 = 0
        var first = true
        var softType = false
        for index in reading.street where !words[index].has(.noise) {
            if words[index].has(.type) {
                (typeWord, typeID) = (index, words[index].type)
                break
            }
            if first, words[index].length == 1, space.text.text(index) == "r" {
                (typeWord, typeID) = (index, StreetName.rue)
            }
            if first, typeWord < 0 {
                let type = misspeltType(index)
                if type > 0 { (typeWord, typeID, softType) = (index, type, true) }
            }
            first = false
        }
        space.units.removeAll(keepingCapacity: true)
        var stops = WordHash.seed
        for index in reading.street where words[index].has(.stop) && !words[index].has(.noise) && index > typeWord {
            stops = (stops ^ words[index].hash) &* 16_777_619
        }
        let base = reading.street.lowerBound
        var significant = 0
        for index in reading.street where !words[index].has(.noise) && !words[index].has(.stop) && index != typeWord {
            significant += 1
        }
        for index in reading.street where !words[index].has(.noise) && index - base < 32 {
            if words[index].has(.stop), significant > 0 {
                // "rue A Carrel": a letter that may be an article or a first name.
                let isLetter = words[index].sourceEnd - words[index].source == 1 && !words[index].has(.afterApostrophe)
                if fuzzy, isLetter { initials(page, index, 3 << UInt64((index - base) * 2)) }
                continue
            }
            addUnits(page, index, base, fuzzy: fuzzy, isType: index == typeWord && !softType)
        }
        if fuzzy { addJoined(page, reading, base) }
        guard !space.units.isEmpty else { return 0 }
        rank(page)
        var best = 0.0
        for ranked in space.ranked.prefix(fuzzy ? 24 : 12) {
            best = max(
                best,
                compare(
                    page, Int(ranked.street), entry, reading, number, base: base, typeWord: typeWord, typeID: typeID,
                    significant: significant, stops: stops))
        }
        return best
    }

    /// The type that a first word is an edit or two away from ("ue", "avenu"), or 0.
    private func misspeltType(_ index: Int) -> UInt8 {
        let word = space.text.words[index]
        guard word.length >= 2, !word.has(.stop), !word.has(.number) else { return 0 }
        return space.text.with(index) { text in
            for (type, name) in Self.commonTypes {
                let limit = name.count >= 6 ? 2 : 1
                if name.withUnsafeBufferPointer({ EditDistance.of(text, $0, limit: limit) }) <= limit { return type }
            }
            return 0
        }
    }

    private static let commonTypes: [(UInt8, [UInt8])] = [
        "rue", "avenue", "boulevard", "place", "impasse", "allee", "chemin", "route", "square", "passage", "quai",
    ].map { (UInt8(Lexicon.shared.typeNames.firstIndex(of: $0) ?? 0), Array($0.utf8)) }

    // MARK: Pairs of words

    private func add(_ word: Int, _ mask: UInt64, _ likeness: Double) {
        for index in space.units.indices where space.units[index].word == word && space.units[index].mask == mask {
            space.units[index].likeness = max(space.units[index].likeness, likeness)
            return
        }
        if space.units.count < 400 { space.units.append(Unit(word: word, mask: mask, likeness: likeness)) }
    }

    private func addUnits(_ page: Page, _ index: Int, _ base: Int, fuzzy: Bool, isType: Bool) {
        let word = space.text.words[index]
        let mask: UInt64 = 3 << UInt64((index - base) * 2)
        let exact = space.text.with(index) { page.word(hash: word.hash, $0) }
        if exact >= 0 { add(exact, mask, 1) }
        guard fuzzy, !isType || !word.has(.expanded) else { return }
        if word.sourceEnd - word.source == 1, !word.has(.digits) {
            initials(page, index, mask)
            if word.length == 1 { return }
        }
        if word.has(.number) { return }
        if exact < 0 { articleGlued(page, index, mask) }
        let length = Int(word.length)
        guard length >= 2, !isType else { return }
        let sound = space.text.with(index) { Phonetic.key($0) }
        let widest = EditDistance.allowed(length + 1)
        space.text.with(index) { text in
            for other in 0..<page.wordCount where other != exact {
                let difference = page.wordSignature(other) ^ word.signature
                let otherLength = page.wordLength(other)
                if sound != 0, page.wordSound(other) == sound { add(other, mask, Score.sound) }
                if otherLength < 3 { continue }
                // Letters that the query has and the other word lacks cost an edit each.
                if (word.signature & difference).nonzeroBitCount > widest { continue }
                let most = EditDistance.allowed(max(length, otherLength))
                if abs(otherLength - length) <= most, most > 0, difference.nonzeroBitCount <= 2 * most {
                    let edits = EditDistance.of(text, page.wordText(other), limit: most)
                    if edits <= most {
                        add(other, mask, Score.alike(edits: edits, length: max(length, otherLength)))
                        continue
                    }
                }
                // A shortened word: "comm" for "commandant".
                if otherLength > length, length >= 3, word.signature & difference == 0 {
                    let own = page.wordText(other)
                    if memcmp(own.baseAddress!, text.baseAddress!, length) == 0 {
                        add(other, mask, word.has(.dotted) ? 0.85 : 0.6 + 0.25 * Double(length) / Double(otherLength))
                    }
                }
            }
            splitInTwo(page, text, mask)
        }
    }

    private func initials(_ page: Page, _ index: Int, _ mask: UInt64) {
        let letter = space.text.with(index) { $0[0] }
        guard letter >= 0x61 else { return }
        let dotted = space.text.words[index].has(.dotted)
        for other in 0..<page.wordCount {
            let own = page.wordText(other)
            if own.count > 2, own[0] == letter { add(other, mask, dotted ? 0.9 : 0.8) }
        }
    }

    /// "deshaies" for "des Haies", "dalsace" for "d'Alsace".
    private func articleGlued(_ page: Page, _ index: Int, _ mask: UInt64) {
        space.text.with(index) { text in
            for article in ["des", "de", "du", "la", "le", "les", "d", "l", "aux", "au", "saint", "rue"] {
                let count = article.utf8.count
                guard text.count >= count + 3, text.starts(with: article.utf8) else { continue }
                let rest = UnsafeBufferPointer(rebasing: text[count...])
                let word = page.word(hash: WordHash.of(rest), rest)
                if word >= 0 { add(word, mask, 0.96) }
            }
        }
    }

    /// "richardlenoir" for "Richard Lenoir".
    private func splitInTwo(_ page: Page, _ text: UnsafeBufferPointer<UInt8>, _ mask: UInt64) {
        guard text.count >= 6 else { return }
        for cut in 2...(text.count - 2) {
            let left = UnsafeBufferPointer(rebasing: text[..<cut])
            let one = page.word(hash: WordHash.of(left), left)
            if one < 0 { continue }
            let right = UnsafeBufferPointer(rebasing: text[cut...])
            let two = page.word(hash: WordHash.of(right), right)
            if two < 0 { continue }
            let low = mask & 0x5555_5555_5555_5555
            add(one, low, 0.96)
            add(two, low << 1, 0.96)
        }
    }

    /// "mont parnasse" for "Montparnasse".
    private func addJoined(_ page: Page, _ reading: Reading, _ base: Int) {
        let words = space.text.words
        var joined: [UInt8] = []
        for index in reading.street.dropLast() where index - base < 31 && !words[index].has(.noise) {
            guard !words[index + 1].has(.noise), words[index].length + words[index + 1].length >= 5 else { continue }
            joined.removeAll(keepingCapacity: true)
            space.text.with(index) { joined.append(contentsOf: $0) }
            space.text.with(index + 1) { joined.append(contentsOf: $0) }
            let word = joined.withUnsafeBufferPointer { page.word(hash: WordHash.of($0), $0) }
            if word >= 0 { add(word, 15 << UInt64((index - base) * 2), 0.97) }
        }
    }

    // MARK: Choosing streets

    /// Fills ``Workspace/ranked`` with the streets that share words, most first.
    private func rank(_ page: Page) {
        if space.acc.count < page.streetCount {
            space.acc = [Float](repeating: 0, count: max(page.streetCount, 2 * space.acc.count))
        }
        space.touched.removeAll(keepingCapacity: true)
        for unit in space.units {
            let range = page.postingRange(unit.word)
            let weight = Float(Score.rarity(range.count, of: page.streetCount) * unit.likeness)
            for position in range {
                let street = page.posting(position)
                guard street < page.streetCount else { continue }
                if space.acc[street] == 0 { space.touched.append(Int32(street)) }
                space.acc[street] += weight
            }
        }
        space.ranked.removeAll(keepingCapacity: true)
        for street in space.touched {
            // A short name whose words are all there comes before a long one with more of them.
            let length = Float(max(page.streetWordRange(Int(street)).count, 1))
            space.ranked.append((street, space.acc[Int(street)] * (1 + 0.3 / length)))
            space.acc[Int(street)] = 0
        }
        if space.ranked.count > 1 {
            space.ranked.sort { ($1.acc, $0.street) < ($0.acc, $1.street) }
        }
    }

    // MARK: Comparing

    private func compare(
        _ page: Page, _ street: Int, _ entry: CommuneCandidate, _ reading: Reading, _ readingNumber: Int, base: Int,
        typeWord: Int, typeID: UInt8, significant: Int, stops: UInt32
    ) -> Double {
        var used: UInt64 = 0
        var total = 0.0
        var shared = 0.0
        var corrected = false
        let own = page.streetWordRange(street)
        var missed = 0.0
        var exact = 0
        var hasLast = false
        for position in own {
            let word = page.streetWord(position)
            let weight = Score.rarity(page.postingRange(word).count, of: page.streetCount)
            var best = -1
            var likeness = 0.0
            for (index, unit) in space.units.enumerated()
            where unit.word == word && unit.mask & used == 0 && unit.likeness > likeness {
                (best, likeness) = (index, unit.likeness)
            }
            if best >= 0 {
                used |= space.units[best].mask
                total += weight
                shared += weight * likeness
                if likeness < 1 { corrected = true } else { exact += 1 }
                hasLast = position == own.upperBound - 1 && likeness > 0.85
            } else {
                missed += weight
            }
        }
        // Of a name of several words people write the last: "Rochechouart" for "Marguerite de Rochechouart".
        total += hasLast ? missed * 0.5 : missed
        let words = space.text.words
        let type = page.streetType(street)
        var passedType = typeWord < 0
        var comma = false
        var unread = 0.0
        let lastUsed = used == 0 ? -1 : (63 - used.leadingZeroBitCount) / 2
        for index in reading.street where index - base < 32 {
            let word = words[index]
            if word.has(.afterComma), index > reading.street.lowerBound, used != 0, index - base > lastUsed {
                comma = true
            }
            if index == typeWord {
                passedType = true
                continue
            }
            if word.has(.noise) || (word.has(.stop) && significant > 0) { continue }
            if used >> UInt64((index - base) * 2) & 3 != 0 { continue }
            if !passedType {
                total += 0.08
            } else if comma {
                total += 0.15
            } else if word.has(.type) {
                total += 0.4
            } else if word.length == 1 {
                total += 0.3
            } else {
                // What follows a name that is whole and long is rather a remark.
                total += index - base > lastUsed && exact >= 2 && missed == 0 ? 0.5 : 0.8
                unread += 1
            }
        }
        let similarity = total > 0 ? shared / total : 0
        if similarity < 0.3 { return similarity }
        var z = Score.base - Score.similarity * (1 - similarity) - reading.penalty
        var typed = true
        let typeUsed = typeWord >= 0 && used >> UInt64((typeWord - base) * 2) & 3 != 0
        if typeUsed {
            // The type word is part of the name ("Porte de Choisy").
            if type != 0, type != typeID { z -= Score.typeMissing }
        } else if typeID != type {
            if typeID == 0 {
                z -= Score.typeMissing
            } else if type == 0 {
                z -= Score.typeUnknown
            } else {
                z -= Score.typeDiffers
                typed = false
            }
        }
        if unread > 0, entry.guessed { z -= Score.unreadWords }
        if unread == 0, page.streetStops(street) != stops {
            z -= stops == WordHash.seed ? Score.articles / 2 : Score.articles
        }
        if corrected, entry.mismatch { z -= Score.correctedElsewhere }
        if entry.old > 0, page.streetOld(street) != entry.old { z -= 0.7 }
        if page.streetKind(street) == .locality { z -= 0.5 }
        z += Score.commune * log(max(entry.weight, 0.001))
        keep(
            Candidate(
                commune: page.commune, street: street, reading: readingNumber, entry: entry, similarity: similarity,
                z: z,
                typed: typed, corrected: corrected, number: 0))
        return similarity
    }

    private func keep(_ candidate: Candidate) {
        for index in space.candidates.indices
        where space.candidates[index].street == candidate.street && space.candidates[index].commune == candidate.commune
        {
            if space.candidates[index].z < candidate.z { space.candidates[index] = candidate }
            return
        }
        if space.candidates.count < 64 {
            space.candidates.append(candidate)
        } else if let weakest = space.candidates.indices.min(by: { space.candidates[$0].z < space.candidates[$1].z }),
            space.candidates[weakest].z < candidate.z
        {
            space.candidates[weakest] = candidate
        }
    }
}
