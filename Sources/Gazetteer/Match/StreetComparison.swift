import Foundation

/// The comparison of one street with a reading.
extension StreetSearch {
    /// Compares a street with a reading, word by word, and keeps it; the similarity.
    func compare(
        _ page: Page, _ street: Int, _ entry: CommuneCandidate, _ reading: Reading, _ readingNumber: Int, base: Int,
        typeWord: Int, typeID: UInt8, significant: Int, stops: UInt32, slips: UInt32
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
            if slips >> UInt32(index - base) & 1 != 0 {
                total += 0.1
                corrected = true
            } else if !passedType {
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
