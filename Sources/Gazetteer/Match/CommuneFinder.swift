/// Finds the communes that a query may mean, from its postcode, the name of its city and its commune code.
///
/// Nothing is a hard filter: each commune gets a weight by how well it agrees with everything that is said.
struct CommuneFinder {
    let directory: Directory
    let space: Workspace

    /// A stretch of words that names communes.
    struct Span {
        var range: Range<Int>
        var list: List
        /// 1 when spelt as in the base, less with typing errors.
        var likeness: Double

        enum List { case entries(Range<Int>), entry(Int) }
    }

    /// What the query says of the commune.
    struct Said {
        var postcode: UInt32 = 0
        /// The commune code, as bytes; empty for none.
        var code: [UInt8] = []
        /// A city was named that is not in the base.
        var unknownCity = false
        /// "15e arrondissement", apart from the name of the city; 0 for none.
        var arrondissement = 0
        /// A CEDEX: the postcode is the post office's own.
        var cedex = false
    }

    // MARK: Names

    /// The longest stretch that starts or ends at `edge` and is the name of a commune.
    func exact(_ list: WordList, startingAt start: Int, limit: Int) -> Span? {
        var end = min(start + 9, limit)
        while end > start {
            if let span = exact(list, start..<end) { return span }
            end -= 1
        }
        return nil
    }

    func exact(_ list: WordList, endingAt end: Int, limit: Int) -> Span? {
        var start = max(end - 9, limit)
        while start < end {
            if let span = exact(list, start..<end) { return span }
            start += 1
        }
        return nil
    }

    func exact(_ list: WordList, _ range: Range<Int>) -> Span? {
        guard !range.isEmpty else { return nil }
        // A name does not end in an article, nor hold noise.
        if list.words[range.upperBound - 1].has(.stop), range.count > 1 { return nil }
        for index in range {
            let word = list.words[index]
            if word.has(.noise) || word.has(.postcodeLike) { return nil }
            // "Paris (16e)" is a name, "Lilas, Paris" is none.
            if word.has(.afterComma), index > range.lowerBound, !word.has(.digits) { return nil }
        }
        let (hash, _, words) = CommuneName.key(list, range)
        guard words > 0 else { return nil }
        let entries = directory.entries(nameHash: hash)
        return entries.isEmpty ? nil : Span(range: range, list: .entries(entries), likeness: 1)
    }

    /// The name nearest to one of the given stretches, with at most two typing errors; nil when there is none.
    func fuzzy(_ list: WordList, _ ranges: [Range<Int>], within communes: ((Int) -> Bool)? = nil) -> Span? {
        // The name of a town that the base lacks is none that is misspelt.
        if ranges.contains(where: { isTown(list, $0, byForm: false) }) { return nil }
        var best: Span?
        for range in ranges {
            var text = CommuneName.text(list, range)
            guard text.utf8.count >= 4 else { continue }
            let (_, signature, _) = CommuneName.key(list, range)
            text.withUTF8 { text in
                let limit = EditPattern.allowed(text.count)
                space.pattern.set(text)
                for entry in 0..<directory.nameCount {
                    let difference = (directory.nameSignature(entry) ^ signature).nonzeroBitCount
                    if difference > 2 * limit || abs(directory.nameLength(entry) - text.count) > limit { continue }
                    if let communes, !communes(directory.nameCommune(entry)) { continue }
                    let name = directory.nameText(entry)
                    let edits = space.pattern.distance(name, limit: limit)
                    if edits <= limit {
                        let likeness = Score.alike(edits: edits, length: text.count)
                        if best == nil || likeness > best!.likeness {
                            best = Span(range: range, list: .entry(entry), likeness: likeness)
                        }
                    }
                }
            }
        }
        // The same name may belong to several communes.
        if let found = best, case .entry(let entry) = found.list {
            var hash = WordHash.seed64
            for word in directory.nameText(entry).split(separator: 0x20) {
                hash =
                    UnsafeBufferPointer(rebasing: word).withContiguousStorageIfAvailable { WordHash.extend(hash, $0) }
                    ?? hash
            }
            let entries = directory.entries(nameHash: hash)
            if !entries.isEmpty { best!.list = .entries(entries) }
        }
        // "Bonny-sur-Loire" is no "Bondy": of a name that hyphens join all is to be alike.
        if let found = best, ranges.contains(where: { $0.count > found.range.count && isTown(list, $0) }) { return nil }
        return best
    }

    /// Whether words are the name of a town of France, of the base or not.
    ///
    /// - Parameter byForm: a name counts too that only looks like one.
    func isTown(_ list: WordList, _ range: Range<Int>, byForm: Bool = true) -> Bool {
        guard let first = range.first, list.words[first].length > 1 || range.count > 1 else { return false }
        // "Nogent-l'Absent": an elided article joins too.
        let isJoined = range.dropFirst().allSatisfy {
            list.words[$0].has(.afterDash) || ["l", "d"].contains(list.text($0 - 1))
        }
        return Towns.contains(range.map { list.text($0) }, isHyphened: byForm && isJoined)
    }

    // MARK: Weights

    private func each(_ list: Span.List, _ body: (Int) -> Void) {
        switch list {
        case .entries(let range): range.forEach(body)
        case .entry(let entry): body(entry)
        }
    }

    /// The number of a département in a postcode or a commune code.
    private func department(_ postcode: UInt32) -> UInt32 { postcode / 1000 }

    private func sameDepartment(_ commune: Int, _ postcode: UInt32) -> Bool {
        department(directory.postcode(commune)) == department(postcode)
    }

    /// The communes with a postcode that is the typed one with a slip of the hand: a digit left out or changed, or two
    /// exchanged with none or one between them.
    private func slips(of typed: UInt32) -> Set<Int> {
        guard 1000...99_999 ~= typed else { return [] }
        var meant: [UInt32] = []
        let places: [UInt32] = [1, 10, 100, 1000, 10_000]
        func digit(_ place: Int) -> UInt32 { typed / places[place] % 10 }
        for place in 0..<5 {
            let rest = typed - digit(place) * places[place]
            for other in 0..<UInt32(10) where other != digit(place) { meant.append(rest + other * places[place]) }
            for second in [place + 1, place + 2] where second < 5 && digit(second) != digit(place) {
                meant.append(
                    rest - digit(second) * places[second] + digit(second) * places[place] + digit(place)
                        * places[second])
            }
            // Four digits are five of which one was left out.
            guard typed < 10_000 else { continue }
            let (high, low) = (typed / places[place], typed % places[place])
            for other in 0..<UInt32(10) { meant.append((high * 10 + other) * places[place] + low) }
        }
        var communes: Set<Int> = []
        for postcode in meant where 1000...99_999 ~= postcode {
            for entry in directory.entries(postcode: postcode) { communes.insert(directory.postcodeCommune(entry)) }
        }
        return communes
    }

    /// The communes meant by a span and by what is said, best first, at the end of ``Workspace/communes``.
    func candidates(_ span: Span?, _ said: Said) -> Range<Int> {
        let from = space.communes.count
        func add(_ commune: Int, _ weight: Double, old: Int = 0, mismatch: Bool) {
            for index in from..<space.communes.count where space.communes[index].commune == commune {
                if space.communes[index].weight < weight {
                    space.communes[index].weight = weight
                    space.communes[index].mismatch = mismatch
                    space.communes[index].old = old
                }
                return
            }
            if space.communes.count - from < CommuneAgreement.most {
                space.communes.append(.init(commune: commune, weight: weight, old: old, mismatch: mismatch))
            }
        }
        let posted = said.postcode == 0 ? 0..<0 : directory.entries(postcode: said.postcode)
        func hasPostcode(_ commune: Int) -> Bool { posted.contains { directory.postcodeCommune($0) == commune } }
        lazy var slips = slips(of: said.postcode)
        var coded: Range<Int> = 0..<0
        if !said.code.isEmpty { coded = directory.communes(code: Self.prefix(said.code)) }
        if let span {
            each(span.list) { entry in
                let commune = directory.nameCommune(entry)
                // Its own name before the name of its post office or of a commune that it took in.
                let own = directory.nameKind(entry) == .routing ? CommuneAgreement.routingName : 1
                var weight = span.likeness * own
                var mismatch = false
                if !coded.isEmpty {
                    if !coded.contains(commune) { (weight, mismatch) = (weight * CommuneAgreement.otherCode, true) }
                } else if said.postcode != 0, !hasPostcode(commune), directory.postcode(commune) != 0 {
                    mismatch = !said.cedex
                    // The postcodes of arrondissements are a digit apart: there it is rather another arrondissement.
                    let isNear = sameDepartment(commune, said.postcode)
                    if directory.arrondissement(commune) == 0 || !isNear, slips.contains(commune) {
                        weight *= CommuneAgreement.slippedPostcode
                    } else if !isNear {
                        weight *=
                            posted.isEmpty
                            ? CommuneAgreement.unknownPostcodeElsewhere : CommuneAgreement.otherDepartment
                    } else if posted.isEmpty {
                        weight *= CommuneAgreement.unknownPostcode
                    } else {
                        weight *=
                            directory.arrondissement(commune) > 0
                            ? CommuneAgreement.otherArrondissement : CommuneAgreement.otherPostcode
                    }
                } else if said.postcode == 0 {
                    // Without a postcode nothing tells a misspelt name from another town's.
                    weight *= CommuneAgreement.nameAlone * span.likeness
                }
                if said.arrondissement > 0, directory.arrondissement(commune) > 0,
                    directory.arrondissement(commune) != said.arrondissement
                {
                    (weight, mismatch) = (weight * CommuneAgreement.otherArrondissement, true)
                }
                add(commune, weight, old: directory.nameOld(entry), mismatch: mismatch)
            }
        }
        for commune in coded {
            let contradicts = said.postcode != 0 && !said.cedex && !hasPostcode(commune)
            add(
                commune,
                (span == nil ? 1 : CommuneAgreement.codeAgainstName)
                    * (contradicts ? CommuneAgreement.codeAgainstPostcode : 1), mismatch: span != nil || contradicts)
        }
        let isNamed = span != nil || !coded.isEmpty
        for entry in posted.prefix(CommuneAgreement.mostPosted) {
            let commune = directory.postcodeCommune(entry)
            if space.communes[from...].contains(where: { $0.commune == commune }) { continue }
            let isAgreed = isNamed && space.communes[from...].contains { $0.weight > CommuneAgreement.agreed }
            let weight =
                isAgreed
                ? CommuneAgreement.postcodeAgainstAgreed
                : isNamed
                    ? CommuneAgreement.postcodeAgainstName
                    : said.unknownCity ? CommuneAgreement.postcodeAgainstUnknown : CommuneAgreement.postcodeAlone
            add(commune, weight, mismatch: isNamed || said.unknownCity)
        }
        for index in from..<space.communes.count { space.communes[index].postcode = said.postcode }
        space.communes[from...].sort { ($1.weight, $0.commune) < ($0.weight, $1.commune) }
        return from..<space.communes.count
    }

    /// The codes of Paris, Lyon and Marseille stand for their arrondissements.
    static func prefix(_ code: [UInt8]) -> [UInt8] {
        switch String(decoding: code, as: UTF8.self) {
        case "75056": Array("751".utf8)
        case "69123": Array("6938".utf8)
        case "13055": Array("132".utf8)
        default: code
        }
    }
}
