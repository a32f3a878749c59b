import Foundation

/// Pairs of words of a query and of a page: the same, misspelt, shortened, glued, split, of one sound.
extension StreetSearch {
    func add(_ word: Int, _ mask: UInt64, _ likeness: Double) {
        if let index = space.units.firstIndex(where: { $0.word == word && $0.mask == mask }) {
            space.units[index].likeness = max(space.units[index].likeness, likeness)
        } else if space.units.count < 400 {
            space.units.append(Unit(word: word, mask: mask, likeness: likeness))
        }
    }

    /// Finds the words of a page that a word of the query may stand for.
    ///
    /// - Parameters:
    ///   - fuzzy: also words with typing errors and the like.
    ///   - isNear: the commune is the one that was named: two errors are forgiven in short words too.
    func addUnits(_ page: Page, _ index: Int, _ base: Int, fuzzy: Bool, isType: Bool, isNear: Bool) {
        let word = space.text.words[index]
        let mask: UInt64 = 3 << UInt64((index - base) * 2)
        let exact = space.text.with(index) { page.word(hash: word.hash, $0) }
        if exact >= 0 { add(exact, mask, 1) }
        if word.has(.digits) { month(page, index, mask) }
        if word.has(.expanded), let others = Lexicon.otherMeanings[word.hash], word.sourceEnd - word.source == 2 {
            for var other in others {
                let own = other.withUTF8 { page.word(hash: WordHash.of($0), $0) }
                if own >= 0 { add(own, mask, Score.abbreviated) }
            }
        }
        guard fuzzy, !isType || !word.has(.expanded) else { return }
        if word.sourceEnd - word.source == 1, !word.has(.digits), word.length == 1 { return }
        if exact < 0, word.has(.number) { roman(page, Int(word.value), mask) }
        if word.has(.number) { return }
        if exact < 0 {
            articleGlued(page, index, mask)
            misread(page, index, mask)
        }
        let length = Int(word.length)
        guard length >= 2, !isType else { return }
        let sound = space.text.with(index) { Phonetic.key($0) }
        func allowed(_ length: Int) -> Int {
            isNear ? EditPattern.allowedInCommune(length) : EditPattern.allowed(length)
        }
        let isSkeleton = length >= 3 && space.text.with(index) { !$0.contains(where: Self.isVowel) }
        let widest = allowed(length + 1)
        space.text.with(index) { space.pattern.set($0) }
        space.text.with(index) { text in
            for other in 0..<page.wordCount where other != exact {
                if sound != 0, page.wordSound(other) == sound { add(other, mask, Score.sound) }
                let difference = page.wordSignature(other) ^ word.signature
                // Letters that the query has and the other word lacks cost an edit each.
                let lacking = word.signature & difference
                if lacking.nonzeroBitCount > widest { continue }
                let otherLength = page.wordLength(other)
                if otherLength < 3 { continue }
                if isSkeleton, otherLength > length, lacking == 0,
                    page.wordText(other).lazy.filter({ !Self.isVowel($0) }).elementsEqual(text)
                {
                    add(other, mask, Score.skeleton)
                }
                let most = allowed(max(length, otherLength))
                // A shortened word: "comm" for "commandant".
                if otherLength > length, length >= 3, lacking == 0 {
                    let own = page.wordText(other)
                    if own.count >= length, memcmp(own.baseAddress!, text.baseAddress!, length) == 0 {
                        add(other, mask, word.has(.dotted) ? 0.85 : 0.6 + 0.25 * Double(length) / Double(otherLength))
                    }
                }
                if abs(otherLength - length) <= most, most > 0, difference.nonzeroBitCount <= 2 * most {
                    let edits = space.pattern.distance(page.wordText(other), limit: most)
                    if edits <= most {
                        add(other, mask, Score.alike(edits: edits, length: max(length, otherLength)))
                    }
                }
            }
            splitInTwo(page, text, mask)
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    /// Adds the words of a page that a letter, or two, may be the initials of: last, for they are many.
    func addInitials(_ page: Page, _ question: Question) {
        for index in question.reading.street where index - question.base < 32 {
            let word = space.text.words[index]
            let mask: UInt64 = 3 << UInt64((index - question.base) * 2)
            if word.has(.noise) || word.has(.digits) || index == question.typeWord && !question.softType { continue }
            if word.sourceEnd - word.source == 1 {
                // "rue A Carrel": a letter that may be an article or a first name.
                if !word.has(.stop) || question.significant > 0 && !word.has(.afterApostrophe) {
                    initials(page, index, mask)
                }
            } else if word.length == 2, word.flags.isDisjoint(with: [.stop, .expanded, .number]) {
                twoInitials(page, index, mask)
            }
        }
    }

    private func addInitial(_ word: Int, _ mask: UInt64, _ likeness: Double) {
        if space.units.count < 4000 {
            space.units.append(Unit(word: word, mask: mask, likeness: likeness, isInitial: true))
        }
    }

    private func initials(_ page: Page, _ index: Int, _ mask: UInt64) {
        let letter = space.text.with(index) { $0[0] }
        guard letter >= 0x61 else { return }
        let dotted = space.text.words[index].has(.dotted)
        for other in 0..<page.wordCount {
            let own = page.wordText(other)
            if own.count > 2, own[0] == letter { addInitial(other, mask, dotted ? 0.9 : 0.8) }
        }
    }

    /// "JB Berlier" for "Jean-Baptiste Berlier".
    private func twoInitials(_ page: Page, _ index: Int, _ mask: UInt64) {
        let (one, two) = space.text.with(index) { ($0[0], $0[1]) }
        guard one >= 0x61, two >= 0x61 else { return }
        let low = mask & 0x5555_5555_5555_5555
        for other in 0..<page.wordCount {
            let own = page.wordText(other)
            guard own.count > 2 else { continue }
            if own[0] == one { addInitial(other, low, 0.8) }
            if own[0] == two { addInitial(other, low << 1, 0.8) }
        }
    }

    /// "George 5" for "George V": a Roman number of one letter is not read as a number.
    private func roman(_ page: Page, _ value: Int, _ mask: UInt64) {
        guard let letter: UInt8 = [1: 0x69, 5: 0x76, 10: 0x78][value] else { return }
        withUnsafeBytes(of: letter) { bytes in
            let text = bytes.bindMemory(to: UInt8.self)
            let word = page.word(hash: WordHash.of(text), text)
            if word >= 0 { add(word, mask, 0.96) }
        }
    }

    /// "8/5/1945", "11.08.1944": the figure of a month between a day and a year.
    private func month(_ page: Page, _ index: Int, _ mask: UInt64) {
        let words = space.text.words
        guard words[index].has(.digits), 1...12 ~= words[index].value, index > 0, index + 1 < words.count,
            words[index - 1].has(.digits), 1...31 ~= words[index - 1].value, words[index + 1].has(.digits),
            1900...2099 ~= words[index + 1].value
        else { return }
        var name = Lexicon.monthNames[Int(words[index].value) - 1]
        let word = name.withUTF8 { page.word(hash: WordHash.of($0), $0) }
        if word >= 0 { add(word, mask, Score.abbreviated) }
    }

    /// "deshaies" for "des Haies", "dalsace" for "d'Alsace".
    private func articleGlued(_ page: Page, _ index: Int, _ mask: UInt64) {
        space.text.with(index) { text in
            for article in ["des", "de", "du", "la", "le", "les", "d", "l", "aux", "au", "saint", "rue", "dela"] {
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
    func addJoined(_ page: Page, _ reading: Reading, _ base: Int) {
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
}
