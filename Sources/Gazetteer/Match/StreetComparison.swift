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
        /// The last word of the name has a counterpart.
        var hasLast = false
        /// How many words of the query have none.
        var unread = 0
        /// Words behind a comma have none, and nothing tells the commune.
        var unreadTown = false

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
        let isAll = agreement.unread == 0 && !agreement.corrected && question.typeID == page.streetType(street)
        agreement.total +=
            agreement.missed * (!agreement.hasLast ? 1 : isAll ? Score.leftOutOfAll : Score.leftOut)
        let similarity = agreement.similarity
        if similarity < Score.leastSimilarity || !agreement.isNamed { return similarity }
        let entry = question.commune
        let type = page.streetType(street)
        var losses = Losses()
        var typed = true
        losses[.words] = Score.similarity * (1 - similarity)
        losses[.reading] = question.reading.penalty
        if question.typeWord >= 0, agreement.used >> UInt64((question.typeWord - question.base) * 2) & 3 != 0 {
            // The type word is part of the name ("Porte de Choisy").
            if type != 0, type != question.typeID { losses[.type] = Score.typeMissing }
        } else if question.typeID != type {
            if question.typeID == 0 {
                losses[.type] = Score.typeMissing
            } else if type == 0 {
                losses[.type] = Score.typeUnknown
            } else {
                losses[.type] = Score.typeDiffers
                typed = false
            }
        }
        if entry.guessed {
            losses[.unread] = agreement.unreadTown ? Score.unreadTown : agreement.unread > 0 ? Score.unreadWords : 0
        }
        if agreement.unread == 0, page.streetStops(street) != question.stops {
            losses[.articles] = question.stops == WordHash.seed ? Score.articles / 2 : Score.articles
        }
        if agreement.corrected, entry.mismatch { losses[.correctedElsewhere] = Score.correctedElsewhere }
        if entry.old > 0, page.streetOld(street) != entry.old { losses[.oldCommune] = Score.oldCommune }
        if page.streetKind(street) == .locality { losses[.locality] = Score.locality }
        losses[.commune] = Score.loss(agreement: entry.weight)
        var candidate = Candidate(
            commune: page.commune, street: street, reading: question.number, entry: entry, similarity: similarity,
            typed: typed, corrected: agreement.corrected)
        candidate.losses = losses
        if var kept = trace {
            candidate.comparison = space.trace!.comparisons.count
            kept.candidate = candidate
            space.trace!.comparisons.append(kept)
        }
        keep(candidate)
        return similarity
    }

    /// Gives each word of a name the likest word of the query that is still free.
    private func wordsOfName(
        _ page: Page, _ street: Int, _ question: Question, _ trace: inout Trace.Comparison?
    ) -> Agreement {
        var agreement = Agreement()
        let own = page.streetWordRange(street)
        let typeMask: UInt64 = question.typeWord < 0 ? 0 : 3 << UInt64((question.typeWord - question.base) * 2)
        var hasLast = false
        for position in own {
            let word = page.streetWord(position)
            let weight = Score.rarity(page.postingRange(word).count, of: page.streetCount)
            var best = -1
            var likeness = 0.0
            for (index, unit) in space.units.enumerated()
            where unit.word == word && unit.mask & agreement.used == 0 && unit.likeness > likeness {
                (best, likeness) = (index, unit.likeness)
            }
            if best >= 0 {
                agreement.used |= space.units[best].mask
                agreement.total += weight
                agreement.shared += weight * likeness
                let isType = space.units[best].mask == typeMask && question.significant > 0
                if !space.units[best].isInitial, !isType { agreement.isNamed = true }
                if likeness < 1 { agreement.corrected = true } else { agreement.exact += 1 }
                hasLast = position == own.upperBound - 1 && likeness > Score.sameWord
                trace?.pairs.append(
                    (text(page, word), typed(space.units[best].mask, question), likeness))
            } else {
                agreement.missed += weight
                trace?.missing.append(text(page, word))
            }
        }
        agreement.hasLast = hasLast
        return agreement
    }

    /// Weighs the words of the query that found no counterpart.
    private func wordsOfQuery(_ question: Question, _ agreement: inout Agreement, _ trace: inout Trace.Comparison?) {
        let words = space.text.words
        let base = question.base
        var passedType = question.typeWord < 0
        var comma = false
        let lastUsed = agreement.used == 0 ? -1 : (63 - agreement.used.leadingZeroBitCount) / 2
        for index in question.reading.street where index - base < 32 {
            let word = words[index]
            if word.has(.afterComma), index > base, agreement.used != 0, index - base > lastUsed { comma = true }
            if index == question.typeWord {
                passedType = true
                continue
            }
            if word.has(.noise) || (word.has(.stop) && question.significant > 0) { continue }
            if agreement.used >> UInt64((index - base) * 2) & 3 != 0 { continue }
            trace?.unread.append(space.text.text(index))
            if question.slips >> UInt32(index - base) & 1 != 0 {
                agreement.total += UnreadWord.misspeltArticle
                agreement.corrected = true
            } else if !passedType {
                agreement.total += UnreadWord.beforeType
            } else if comma {
                // What stands behind the street is a remark; where nothing tells the commune it may be its name.
                agreement.total += agreement.missed == 0 ? UnreadWord.afterComma : UnreadWord.afterCommaOfPart
                if question.commune.guessed, word.length > 2, !word.has(.number) { agreement.unreadTown = true }
            } else if word.has(.type) {
                agreement.total += UnreadWord.type
            } else if word.length == 1 {
                agreement.total += UnreadWord.letter
            } else {
                // What follows a name that is whole and long is rather a remark.
                let isRemark = index - base > lastUsed && agreement.exact >= 2 && agreement.missed == 0
                agreement.total += isRemark ? UnreadWord.remark : UnreadWord.other
                agreement.unread += 1
            }
        }
    }

    private func text(_ page: Page, _ word: Int) -> String { String(decoding: page.wordText(word), as: UTF8.self) }

    /// The words of the query under a mask.
    private func typed(_ mask: UInt64, _ question: Question) -> String {
        question.reading.street.filter { $0 - question.base < 32 && mask >> UInt64(($0 - question.base) * 2) & 3 != 0 }
            .map { space.text.text($0) }.joined(separator: " ")
    }

    private func keep(_ candidate: Candidate) {
        for index in space.candidates.indices
        where space.candidates[index].isSameStreet(candidate)
            && space.readings[space.candidates[index].reading].number == space.readings[candidate.reading].number
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
