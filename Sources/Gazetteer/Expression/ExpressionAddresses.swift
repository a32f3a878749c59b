/// An address that an expression means.
public struct ExpressionAddress: Sendable, Hashable {
    /// The part of the expression, from 0.
    public let part: Int
    /// The number; nil for a street without any, or that was not found.
    public let number: HouseNumber?
    /// Whether the base has the number on the street; false where the street is not known.
    public let isInBase: Bool
    /// What to match.
    public let query: AddressQuery
}

/// The addresses that an expression means, by a gazetteer.
public struct ExpressionAddresses: Sendable, Hashable {
    /// In the order of the text, each once.
    public fileprivate(set) var addresses: [ExpressionAddress] = []
    /// What can be read in two ways: in the text, and in what the base says about it.
    public fileprivate(set) var ambiguities: [ExpressionAmbiguity]
    /// True when there are more than were listed.
    public var isCut: Bool { ambiguities.contains { $0.code == .tooLong } }
}

extension Gazetteer {
    /// No more addresses are listed for one expression.
    static let expressionLimit = 5000

    /// The addresses meant by an expression.
    ///
    /// Of a range: its ends, whether the base has them or not, and those between that the base has on the street,
    /// without repetition index. Of a street without number: all that the base has. No
    /// other number is ever added.
    ///
    /// - Parameters:
    ///   - query: the row's postcode, city and citycode, which go before those of the text; its text is not read.
    ///   - scratch: the memory of the calling thread.
    /// - Returns: at most 5000 addresses, with the ambiguity `too_long` when there are more.
    public func addresses(
        of expression: AddressExpression, within query: AddressQuery = AddressQuery(), scratch: inout MatchScratch
    ) -> ExpressionAddresses {
        var result = ExpressionAddresses(ambiguities: expression.ambiguities)
        var seen: Set<String> = []
        let town = hasTown(query) ? nil : townAtEnd(of: expression)
        for (index, part) in expression.parts.enumerated() {
            func note(_ code: ExpressionAmbiguity.Code, _ note: String) {
                result.ambiguities.append(ExpressionAmbiguity(code: code, part: index, note: note))
            }
            var place = query
            (place.text, place.street, place.housenumber) = (nil, nil, nil)
            complete(&place, part, town)
            if let given = query.postcode, !given.isEmpty, !part.postcode.isEmpty, given != part.postcode {
                note(
                    .placeDiffers,
                    "the text states the postcode \(part.postcode), the row \(given): the row's was taken")
            }
            if let given = query.city, differ(given, part.city) {
                note(.placeDiffers, "the text states the town \(part.city), the row \(given): the row's was taken")
            }
            var whole = place
            whole.text = part.street
            let street = match(whole, scratch: &scratch)
            // The numbers of a street that is rather another one are not meant; of several equal streets each has its part.
            let isLikely = street.score * Double(max(street.places.count, 1)) >= 0.5
            let ids: [UInt32] =
                isLikely
                ? street.places.compactMap { if case .street(let id) = $0.place { id } else { nil } } : []
            let existing = Set(ids.flatMap { houseNumbers(ofStreet: $0) })
            let sorted = existing.sorted { ($0.value, $0.suffix) < ($1.value, $1.suffix) }
            let key = ids.isEmpty ? part.street : street.id
            func add(_ number: HouseNumber?) {
                guard seen.insert("\(key)\u{0}\(number?.description ?? "")").inserted else { return }
                guard result.addresses.count < Self.expressionLimit else {
                    if !result.isCut { note(.tooLong, "only the first \(Self.expressionLimit) addresses were listed") }
                    return
                }
                var one = place
                one.housenumber = number?.description
                if number == nil { one.text = part.street } else { one.street = part.street }
                result.addresses.append(
                    ExpressionAddress(
                        part: index, number: number, isInBase: number.map { existing.contains($0) } ?? false, query: one
                    ))
            }
            if part.numbers.isEmpty {
                if sorted.isEmpty { add(nil) } else { sorted.forEach { add($0) } }
                continue
            }
            if !part.numbers.allSatisfy({ if case .single = $0 { true } else { false } }) {
                if ids.isEmpty { note(.streetNotFound, "the street was not found: only the ends of ranges are known") }
                if ids.count > 1 { note(.ambiguousStreet, "several streets answer to the name: the numbers of all") }
            }
            for numbers in part.numbers {
                let ends = numbers.ends
                add(ends[0])
                if ends.count > 1 {
                    var leftOut: [Int] = []
                    for number in sorted where !ends.contains(number) {
                        let plain = HouseNumber(number.value)
                        if numbers.contains(number) {
                            add(number)
                        } else if numbers.contains(plain), !existing.contains(plain), leftOut.last != number.value,
                            !ends.contains(where: { $0.value == number.value })
                        {
                            leftOut.append(number.value)
                        }
                    }
                    if !leftOut.isEmpty {
                        let list = leftOut.prefix(20).map(String.init).joined(separator: ", ")
                        note(.suffixOnly, "left out, since the base has them with suffixes only: \(list)")
                    }
                    add(ends[1])
                }
            }
        }
        return result
    }

    /// The numbers of a street in the base, each as often as it has positions.
    private func houseNumbers(ofStreet id: UInt32) -> [HouseNumber] {
        let commune = directory.commune(ofStreet: Int(id))
        guard let page = page(commune) else { return [] }
        let street = Int(id) - directory.firstStreet(commune)
        guard street >= 0, street < page.streetCount, page.streetKind(street) == .street else { return [] }
        return page.addressRange(street).compactMap { index in
            let value = page.number(index)
            guard value > 0, value != Format.Address.noNumber else { return nil }
            return HouseNumber(
                value, String(decoding: page.suffix(page.suffixIndex(index)), as: UTF8.self).lowercased())
        }
    }

    /// Whether two names are those of different communes; false when one is empty or unknown.
    private func differ(_ a: String, _ b: String) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        let (first, second) = (communes(named: a).map(\.id), communes(named: b).map(\.id))
        return !first.isEmpty && !second.isEmpty && Set(first).isDisjoint(with: second)
    }

    private func hasTown(_ query: AddressQuery) -> Bool {
        [query.postcode, query.city, query.citycode].contains { !($0 ?? "").isEmpty }
    }

    /// What the row does not say of the town, from the text.
    private func complete(_ query: inout AddressQuery, _ part: ExpressionPart, _ town: String?) {
        if (query.postcode ?? "").isEmpty, !part.postcode.isEmpty { query.postcode = part.postcode }
        if (query.city ?? "").isEmpty, (query.citycode ?? "").isEmpty {
            query.city = part.city.isEmpty ? (part.postcode.isEmpty ? town : query.city) : part.city
        }
    }

    /// The town named at the end of the last part without a postcode: after a comma, or the last words of the street
    /// when they follow no article or type of way.
    private func townAtEnd(of expression: AddressExpression) -> String? {
        guard let last = expression.parts.last, last.postcode.isEmpty else { return nil }
        if !last.tail.isEmpty, !communes(named: last.tail).isEmpty { return last.tail }
        var words = WordList()
        words.read(last.street)
        let bytes = Array(last.street.utf8)
        guard words.words.count > 2 else { return nil }
        for start in max(2, words.words.count - 6)..<words.words.count {
            let before = words.words[start - 1]
            if before.has(.stop) || before.has(.type) || words.words[start].has(.stop) && start == 1 { continue }
            let (hash, _, count) = CommuneName.key(words, start..<words.words.count)
            guard count > 0, !directory.entries(nameHash: hash).isEmpty else { continue }
            return String(decoding: bytes[Int(words.words[start].source)...], as: UTF8.self)
        }
        return nil
    }
}
