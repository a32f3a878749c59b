/// Which of the streets read are meant, and the expression made of them.
extension ExpressionReader {
    mutating func finish() -> AddressExpression {
        let kept = keep()
        var parts: [ExpressionPart] = []
        var ambiguities: [ExpressionAmbiguity] = []
        let isNumbered = kept.contains { $0.list != nil }
        var asides = self.asides.map { source.typed($0) }
        for draft in drafts where !kept.contains(where: { $0.street == draft.street }) {
            asides.append(
                source.typed((draft.list?.words.lowerBound ?? draft.street.lowerBound)..<draft.street.upperBound))
        }
        for (index, draft) in kept.enumerated() {
            func note(_ code: ExpressionAmbiguity.Code, _ note: String) {
                ambiguities.append(ExpressionAmbiguity(code: code, part: index, note: note))
            }
            var part = ExpressionPart(street: source.typed(draft.street))
            if let list = draft.list {
                let read = list.numbers(consecutive: WayKind.isConsecutive(draft.type))
                part.numbers = read.numbers
                for (code, text) in read.ambiguities { note(code, text) }
            } else if isNumbered {
                note(.wholeStreet, "no number, beside others that have one: the whole street")
            }
            if draft.isTouching { note(.separatorMissing, "nothing stands before this street: read as another one") }
            part.tail = source.typed(draft.tail)
            (part.postcode, part.city) = (draft.postcode, draft.city)
            parts.append(part)
        }
        if source.isCut {
            ambiguities.append(
                ExpressionAmbiguity(
                    code: .tooLong, part: max(0, parts.count - 1),
                    note: "only the first \(ExpressionWords.limit) words were read"))
        }
        return AddressExpression(text: text, parts: parts, ambiguities: ambiguities, asides: asides)
    }

    /// The parts that are streets, without names of residences and persons that look like one beside them.
    private func keep() -> [Draft] {
        let streets = drafts.filter { $0.list != nil && WayKind.isStreet($0.type) }
        if streets.isEmpty {
            let numbered = drafts.filter { $0.list != nil }
            return numbered.isEmpty ? drafts : numbered
        }
        let isOne = streets.count == 1 && !streets[0].isMultiple
        var isPast = false
        return drafts.enumerated().filter { index, draft in
            if draft.list != nil {
                if WayKind.isStreet(draft.type) { isPast = true }
                return WayKind.isStreet(draft.type) || draft.isMultiple
            }
            // Before an ordinary address it is a complement.
            if isOne, !isPast { return false }
            let isBounded = index + 1 == drafts.count || drafts[index + 1].isSeparated
            return WayKind.isMain(draft.type) && draft.isSeparated && isBounded
        }.map(\.element)
    }
}
