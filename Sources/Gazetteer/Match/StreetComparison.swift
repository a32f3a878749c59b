import Foundation

/// The comparison of one street with a reading.
extension StreetSearch {
    /// How the words of a street and of a reading agree.
    private struct Agreement {
        /// What was weighed, and the part of it that is shared.
        var total = 0.0
        var shared = 0.0
        /// Bits of the query words that have a counterpart, two for each.
        var used: UInt64 = 0
        /// Weight of the words of the name that have none, and how many have the very same.
        var missed = 0.0
        var exact = 0
        var corrected = false
        /// A word has more of a counterpart than its first letter or the type of way.
        var isNamed = false
        /// A word in brackets behind the name is written nowhere in the query.
        var lacksBracket = false
        /// A word of three letters and more has a counterpart.
        var isLong = false
        /// A corrected word is far from what was typed: it may be another name.
        var isDoubtful = false
        /// The last word of the name has a counterpart.
        var hasLast = false
        /// How many words of the query have none.
        var unread = 0
        /// Words behind a comma have none, and nothing tells the commune.
        var unreadTown = false
        /// How many words follow the whole name, and whether the first of them usually begins a remark.
        var remarks = 0
        var isRemark = false
        /// Words within the name, or before it, that it lacks, as a loss.
        var inserted = 0.0
        /// A corrected word is a word of another street.
        var known = false

        var similarity: Double { total > 0 ? shared / total : 0 }
    }

    /// Compares a street with a reading, word by word, and keeps it; the similarity.
    func compare(_ page: Page, _ street: Int, _ question: Question) -> Double {
        var trace = space.trace.map { trace in
            Trace.Comparison(
                stage: trace.stages.count - 1,
                candidate: Candidate(
                    commune: page.commune, street: street, reading: question.number, entry: question.commune,
                    similarity: 0, typed: true, corrected: false))
        }
        var agreement = wordsOfName(page, street, question, &trace)
        wordsOfQuery(question, &agreement, &trace)
        let isAll = agreement.unread == 0 && !agreement.corrected && question.asks(for: page.streetType(street))
        agreement.total +=
            agreement.missed * (!agreement.hasLast ? 1 : isAll ? Score.leftOutOfAll : Score.leftOut)
        let similarity = agreement.similarity
        if similarity < Score.leastSimilarity || !agreement.isNamed { return similarity }
        let entry = question.commune
        let type = page.streetType(street)
        var losses = Losses()
        var typed = true
        losses[.words] = Score.similarity * (1 - similarity)
        // "rue Pierre Laval": the name of a town is part of that of the street.
        let isOfName =
            entry.guessed && similarity > 0.999 && agreement.unread == 0 && agreement.remarks == 0
            && page.streetWordRange(street).count > 1
        losses[.reading] = isOfName ? min(question.reading.penalty, 1) : question.reading.penalty
        if question.typeWord >= 0, agreement.used >> UInt64((question.typeWord - question.base) * 2) & 3 != 0 {
            // The type word is part of the name ("Porte de Choisy").
            if type != 0, type != question.typeID { losses[.type] = Score.typeMissing }
        } else if !question.asks(for: type) {
            if question.typeID == StreetName.lieudit {
                // "Lieu-dit" before a name says that it has no type.
                losses[.type] = type == 0 ? 0 : Score.typeMissing
            } else if question.typeID == 0 {
                losses[.type] = Score.typeMissing
            } else if type == 0 {
                // "Parc Vers l'Étang": a park of that name rather than the street.
                let isPlace = question.reading.number < 0 && Lexicon.placeTypes.contains(Int(question.typeID))
                losses[.type] = isPlace ? Score.typeOfPlace : Score.typeUnknown
            } else {
                losses[.type] = Score.typeDiffers
                typed = false
            }
        }
        if entry.guessed {
            losses[.unread] = agreement.unreadTown ? Score.unreadTown : agreement.unread > 0 ? Score.unreadWords : 0
        }
        // "Le Haut de la Rue du Bois": the type stands within the name.
        let isWithin =
            type == 0 && question.typeWord > question.base
            && agreement.used >> UInt64((question.typeWord - question.base) * 2) & 3 != 0
        if agreement.unread == 0, page.streetStops(street) != question.stops, !isWithin || agreement.missed > 0 {
            losses[.articles] = question.stops == WordHash.seed ? Score.articles / 2 : Score.articles
        }
        if agreement.corrected, entry.mismatch { losses[.correctedElsewhere] = Score.correctedElsewhere }
        if entry.old > 0, page.streetOld(street) != entry.old { losses[.oldCommune] = Score.oldCommune }
        if page.streetKind(street) == .locality { losses[.locality] = Score.locality }
        losses[.commune] = Score.loss(agreement: entry.weight)
        if agreement.remarks > 0 {
            losses[.remark] =
                (agreement.isRemark ? Score.remark.head : Score.remark.first)
                + Score.remark.further * Double(agreement.remarks - 1)
            // "Rue Roger Sabatier" for "Rue Roger", "Rue Françoise d'Eaubonne" for "Rue Française": rather another name.
            if !agreement.isRemark, page.streetWordRange(street).count == 1 || agreement.corrected {
                losses[.remark] += Score.remark.ofName
            }
        }
        losses[.inserted] = agreement.inserted
        if entry.guessed, question.typeWord < 0, question.reading.number < 0 { losses[.inserted] += Score.bareName }
        if question.reading.isDoubtful, entry.guessed { losses[.inserted] += Score.unknownLead }
        // "Bâtiment Marie Curie": the building rather than the street.
        if isBare(question, type), question.base > 0, space.text.words[question.base - 1].has(.noiseHead) {
            losses[.inserted] += Score.leadWithoutNumber
        }
        if entry.postcode != 0, page.postcodeCount > 1, page.hasPostcode(entry.postcode),
            !hasPostcode(page, street, entry.postcode)
        {
            losses[.postcode] = Score.otherPostcode
        }
        if agreement.lacksBracket { losses[.oldCommune] += Score.oldCommune }
        if agreement.known { losses[.known] = Score.knownWord }
        var candidate = Candidate(
            commune: page.commune, street: street, reading: question.number, entry: entry, similarity: similarity,
            typed: typed, corrected: agreement.corrected)
        candidate.losses = losses
        candidate.isWhole =
            agreement.isLong && (agreement.missed == 0 || agreement.unread == 0 && agreement.remarks == 0)
        if agreement.isDoubtful || space.isNear || question.reading.isDoubtful || isBare(question, type)
            || isTrailed(question, agreement)
        {
            candidate.most = Score.mostInDoubt
        }
        if var kept = trace {
            candidate.comparison = space.trace!.comparisons.count
            kept.candidate = candidate
            space.trace!.comparisons.append(kept)
        }
        keep(candidate)
        return similarity
    }

    /// "Marie Curie, 93140 Bondy": without a number and a type of way as likely a person or a house as the street.
    private func isBare(_ question: Question, _ type: UInt8) -> Bool {
        type != 0 && question.typeWord < 0 && question.reading.number < 0 && !space.hasNumber
    }

    /// "rue Basse, sortie 5": a word that the street lacks stands before the number behind the name.
    private func isTrailed(_ question: Question, _ agreement: Agreement) -> Bool {
        let number = question.reading.number
        let last = number - 1
        guard number > question.base, question.reading.street.contains(last), last != question.typeWord,
            last - question.base < 32
        else { return false }
        let word = space.text.words[last]
        return word.flags.isDisjoint(with: [.noise, .stop, .digits, .suffix])
            && agreement.used >> UInt64((last - question.base) * 2) & 3 == 0
    }

    /// Gives each word of a name the likest word of the query that is still free.
    private func wordsOfName(
        _ page: Page, _ street: Int, _ question: Question, _ trace: inout Trace.Comparison?
    ) -> Agreement {
        var agreement = Agreement()
        let units = space.units
        let own = page.streetWordRange(street)
        let typeMask: UInt64 = question.typeWord < 0 ? 0 : 3 << UInt64((question.typeWord - question.base) * 2)
        var hasLast = false
        var bracket: Set<UInt32>?
        for position in own {
            let word = page.streetWord(position)
            let weight = Score.rarity(page.postingRange(word).count, of: page.streetCount)
            var best = -1
            var likeness = 0.0
            for (index, unit) in units.enumerated()
            where unit.word == word && unit.mask & agreement.used == 0 && unit.likeness > likeness {
                (best, likeness) = (index, unit.likeness)
            }
            if best >= 0 {
                agreement.used |= units[best].mask
                agreement.total += weight
                agreement.shared += weight * likeness
                let isType = units[best].mask == typeMask && question.significant > 0
                if !units[best].isInitial, !isType { agreement.isNamed = true }
                if page.wordLength(word) > 2 { agreement.isLong = true }
                if likeness < 1 { agreement.corrected = true } else { agreement.exact += 1 }
                if likeness < 1, !units[best].isInitial,
                    likeness < Score.doubtful || beginsOtherwise(page, word, units[best], question)
                {
                    agreement.isDoubtful = true
                }
                if likeness < 1, !units[best].isInitial,
                    question.known & agreement.used & units[best].mask != 0
                {
                    agreement.known = true
                }
                hasLast = position == own.upperBound - 1 && likeness > Score.sameWord
                trace?.pairs.append(
                    (text(page, word), typed(units[best].mask, question), likeness))
            } else if bracketed(page, street, word, &bracket) {
                hasLast = agreement.exact > 0
                if !isWritten(page, word) { agreement.lacksBracket = true }
            } else {
                agreement.missed += weight
                trace?.missing.append(text(page, word))
            }
        }
        agreement.hasLast = hasLast
        return agreement
    }

    /// Whether a word stands in brackets behind the name, as a former commune does: "Rue Basse (Valmorin)".
    private func bracketed(_ page: Page, _ street: Int, _ word: Int, _ words: inout Set<UInt32>?) -> Bool {
        if words == nil, !page.hasBracket(street) { return false }
        if words == nil {
            let name = page.streetName(street)
            var list = WordList()
            if let start = name.firstIndex(of: "("), start > name.startIndex { list.read(String(name[start...])) }
            words = Set(list.words.map(\.hash))
        }
        return words?.contains(WordHash.of(page.wordText(word))) == true
    }

    /// Whether the query has a word anywhere.
    private func isWritten(_ page: Page, _ word: Int) -> Bool {
        let hash = WordHash.of(page.wordText(word))
        return space.text.words.contains { $0.hash == hash } || space.city.words.contains { $0.hash == hash }
    }

    /// Whether a short word that was corrected begins with another letter: "Rameau" for "Hameau".
    private func beginsOtherwise(_ page: Page, _ word: Int, _ unit: Unit, _ question: Question) -> Bool {
        let place = question.base + unit.mask.trailingZeroBitCount / 2
        guard page.wordLength(word) < 7, unit.mask.nonzeroBitCount == 2, place < question.reading.street.upperBound
        else {
            return false
        }
        return space.text.with(place) { $0.first != page.wordText(word).first }
    }

    /// Weighs the words of the query that found no counterpart.
    private func wordsOfQuery(_ question: Question, _ agreement: inout Agreement, _ trace: inout Trace.Comparison?) {
        let words = space.text.words
        let base = question.base
        var passedType = question.typeWord < 0
        var comma = false
        let isWhole = agreement.missed == 0 && agreement.isNamed
        let lastUsed = agreement.used == 0 ? -1 : (63 - agreement.used.leadingZeroBitCount) / 2
        for index in question.reading.street where index - base < 32 {
            let word = words[index]
            if word.has(.afterComma), index > base, agreement.used != 0, index - base > lastUsed { comma = true }
            if index == question.typeWord {
                passedType = true
                continue
            }
            if word.has(.noise) || (word.has(.stop) && question.significant > 0) { continue }
            if agreement.used >> UInt64((index - base) * 2) & 3 != 0 || word.has(.suffix) { continue }
            trace?.unread.append(space.text.text(index))
            // "RD 123" is not "RD 12".
            let isSigned = word.has(.road) && index > base && agreement.used >> UInt64((index - 1 - base) * 2) & 3 != 0
            if isSigned { agreement.inserted = Score.otherName }
            if question.slips >> UInt32(index - base) & 1 != 0 {
                agreement.total += UnreadWord.misspeltArticle
                agreement.corrected = true
            } else if !passedType {
                agreement.total += UnreadWord.beforeType
                // "2 enfants rue Basse": the number may be that of the word.
                if question.reading.number == base - 1, index == base, word.length > 2,
                    word.flags.isDisjoint(with: [.type, .digits, .afterComma, .afterDash])
                {
                    agreement.isDoubtful = true
                }
                // "Collège du Petit Chemin": without a number rather the school.
                if question.reading.number < 0, word.flags.isDisjoint(with: [.stop, .noise, .digits]),
                    !words[question.typeWord].has(.afterComma)
                {
                    agreement.inserted = Score.leadWithoutNumber
                }
            } else if index - base > lastUsed, isWhole {
                if agreement.remarks == 0 { agreement.isRemark = comma || isRemarkHead(index) }
                agreement.remarks += 1
                if question.commune.guessed, comma, word.length > 2, !word.has(.number) { agreement.unreadTown = true }
                if question.commune.guessed, !comma, word.length > 2, !word.has(.digits) { agreement.unread += 1 }
            } else if comma {
                // What stands behind the street is a remark; where nothing tells the commune it may be its name.
                agreement.total += agreement.missed == 0 ? UnreadWord.afterComma : UnreadWord.afterCommaOfPart
                if question.commune.guessed, word.length > 2, !word.has(.number) { agreement.unreadTown = true }
            } else if word.has(.type) {
                agreement.total += UnreadWord.type
            } else if word.length == 1, !word.has(.digits) {
                agreement.total += UnreadWord.letter
            } else {
                agreement.total += UnreadWord.other
                agreement.unread += 1
                // "8 août 1945" for "8 mai 1945", "Henri II" for "Henri IV"
                if agreement.missed > 0, word.has(.number) || Lexicon.months.contains(word.hash) {
                    agreement.inserted = Score.otherName
                }
                // "Saint-Brice" for "Saint-Pierre"
                if agreement.missed > 0, index > question.reading.street.lowerBound,
                    space.text.equals(index - 1, "saint") || space.text.equals(index - 1, "sainte")
                {
                    agreement.inserted = Score.otherName
                }
                inserted(index, lastUsed, question, &agreement)
            }
        }
    }

    /// Weighs a word of the query before the last word that the name shares.
    private func inserted(_ index: Int, _ lastUsed: Int, _ question: Question, _ agreement: inout Agreement) {
        let word = space.text.words[index]
        guard agreement.used != 0, index - question.base < lastUsed else { return }
        let isLead = agreement.used & ((1 << UInt64((index - question.base) * 2)) - 1) == 0
        if Lexicon.adjectives.contains(word.hash) || word.has(.number) {
            agreement.inserted = Score.otherName
        } else if isLead, question.typeWord < 0 {
            agreement.inserted += question.reading.number < 0 ? Score.unknownLead : Score.insertedWord
        } else {
            agreement.inserted += agreement.missed > 0 ? Score.exchangedWord : Score.insertedWord
        }
    }

    /// Whether a word behind a street usually begins a remark: "résidence", "quartier", "chez", a building.
    private func isRemarkHead(_ index: Int) -> Bool {
        let word = space.text.words[index]
        return word.has(.type) || word.has(.digits) || word.has(.door) || Lexicon.remarkHeads.contains(word.hash)
    }

    /// Whether a street, or one of its addresses, has a postcode.
    private func hasPostcode(_ page: Page, _ street: Int, _ postcode: UInt32) -> Bool {
        let own = page.streetPostcode(street)
        return own == 0 || own == postcode
            || page.addressRange(street).contains { page.addressPostcode($0) == postcode }
    }

    private func text(_ page: Page, _ word: Int) -> String { String(decoding: page.wordText(word), as: UTF8.self) }

    /// The words of the query under a mask.
    private func typed(_ mask: UInt64, _ question: Question) -> String {
        question.reading.street.filter { $0 - question.base < 32 && mask >> UInt64(($0 - question.base) * 2) & 3 != 0 }
            .map { space.text.text($0) }.joined(separator: " ")
    }

    private func keep(_ candidate: Candidate) {
        let readings = space.readings
        let number = readings[candidate.reading].number
        let same = space.candidates.firstIndex {
            $0.street == candidate.street && $0.commune == candidate.commune && readings[$0.reading].number == number
        }
        if let same {
            if space.candidates[same].z < candidate.z { space.candidates[same] = candidate }
        } else if space.candidates.count < 64 {
            space.candidates.append(candidate)
        } else if let weakest = space.candidates.indices.min(by: { space.candidates[$0].z < space.candidates[$1].z }),
            space.candidates[weakest].z < candidate.z
        {
            space.candidates[weakest] = candidate
        }
    }
}
