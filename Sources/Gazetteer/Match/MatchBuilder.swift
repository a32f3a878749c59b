import Foundation

/// Makes the match of a query: chooses among the candidate streets and fills in what was found.
struct MatchBuilder {
    let gazetteer: Gazetteer
    let space: Workspace
    let said: CommuneFinder.Said
    let givenNumber: (value: Int, suffix: String)?

    var directory: Directory { gazetteer.directory }

    // MARK: Number

    /// The number asked by a reading; 0 for none.
    private func asked(_ reading: Reading) -> Int {
        reading.number >= 0 ? Int(space.text.words[reading.number].value) : givenNumber?.value ?? -1
    }

    private func suffix(_ reading: Reading) -> String {
        if reading.number < 0, let givenNumber { return givenNumber.suffix }
        return reading.suffix >= 0 ? source(reading.suffix) : ""
    }

    /// A suffix as it was typed: "r" was read as "rue" among the words.
    private func source(_ index: Int) -> String {
        let word = space.text.words[index]
        let text = space.text.text(index)
        return word.sourceEnd - word.source == 1 ? String(text.prefix(1)) : text
    }

    func number(_ page: Page, _ candidate: Candidate) -> NumberSearch.Found {
        let reading = space.readings[candidate.reading]
        let value = asked(reading)
        guard value >= 0, page.streetKind(candidate.street) != .locality else { return .nothing }
        var suffix = suffix(reading)
        let found = suffix.withUTF8 { NumberSearch(page, street: candidate.street).find(value, $0) }
        // A nought that no address has says that there is no number.
        if value == 0 { if case .exact = found { return found } else { return .nothing } }
        return found
    }

    // MARK: Choice

    func match(municipality: Range<Int>, hasStreetWords: Bool) -> Match {
        rankByNumber()
        guard let first = space.candidates.first, let page = gazetteer.page(first.commune) else {
            return self.municipality(municipality, hasStreetWords)
        }
        var rivals = Rivals(first)
        for candidate in space.candidates.dropFirst() { rivals.add(candidate) }
        // A town was named that is not here: no street of another one is named for it.
        let isElsewhere =
            space.readings[first.reading].penalty >= Matcher.otherTown.plain
            || said.unknownCity && (first.entry.mismatch || first.entry.guessed) && first.losses[.commune] > 2
        let isPlausible = first.isWhole && first.similarity >= Score.plausible && !isElsewhere
        if !rivals.allow(first), !isPlausible { return self.municipality(municipality, hasStreetWords) }
        // A street that is rather wrong is no answer where the commune is a better one, unless all its name was written:
        // then it is named, with its low score, if that is more than next to nothing.
        let probability = first.evidence(share: 1).probability
        if probability < Score.leastNamed || probability < 0.5 && !isPlausible {
            let commune = self.municipality(municipality, hasStreetWords)
            if commune.level != .none { return commune }
        }
        var match = Match()
        fill(&match, page, first)
        space.evidence = first.evidence(share: rivals.share)
        match.score = space.evidence.probability
        match.scoreNext = min(rivals.second * rivals.share, match.score)
        if rivals.equal.count > 1 {
            match.flags.insert(.ambiguousStreet)
            if rivals.equal.contains(where: { $0.commune != first.commune }) { match.flags.insert(.ambiguousCommune) }
            var places: [Place] = []
            for candidate in rivals.equal.prefix(16) {
                guard let page = gazetteer.page(candidate.commune) else { continue }
                var other = Match()
                fill(&other, page, candidate)
                places += other.places.map(\.place)
            }
            match.places = places.map { WeightedPlace(place: $0, weight: 1 / Double(places.count)) }
        }
        return match
    }

    /// The other answers beside the first.
    private struct Rivals {
        private let first: Candidate
        /// The odds of all answers against the first.
        private var odds = 1.0
        /// The odds of the second, with its own probability.
        private(set) var second = 0.0
        /// Those that nothing sets apart from the first, and itself.
        private(set) var equal: [Candidate]

        init(_ first: Candidate) {
            self.first = first
            equal = [first]
        }

        /// The part of the first among all.
        var share: Double { 1 / odds }

        mutating func add(_ candidate: Candidate) {
            let difference = candidate.z - first.z
            if difference < -8 { return }
            odds += exp(difference)
            second = max(second, candidate.evidence(share: exp(difference)).probability)
            if difference > -0.05, candidate.number.rank == first.number.rank { equal.append(candidate) }
        }

        /// Whether the first is good enough to be an answer; of several equal ones each needs only its part.
        func allow(_ first: Candidate) -> Bool {
            let alone = Score.logistic(first.z)
            return alone >= Score.streetThreshold && (equal.count > 1 || alone * share >= Score.streetThreshold)
        }
    }

    /// Among streets of the same likeness, those that have the number come first.
    private func rankByNumber() {
        for index in space.candidates.indices {
            let candidate = space.candidates[index]
            let reading = space.readings[candidate.reading]
            let value = asked(reading)
            guard value >= 0, let page = gazetteer.page(candidate.commune) else { continue }
            let found = number(page, candidate)
            if value == 0, case .nothing = found { continue }
            let outcome = NumberOutcome(found)
            space.candidates[index].number = outcome
            space.candidates[index].losses[.number] = outcome.loss
            if case .computed(_, _, let radius) = found, radius > 40 {
                space.candidates[index].losses[.far] = Score.far.doubling * log2(radius / 40)
            }
        }
        tellNamesakesApart()
        space.candidates.sort {
            // Of equal answers the one in the larger commune, which more people mean.
            if $0.z != $1.z { return $0.z > $1.z }
            let (first, second) = (directory.addressCount($0.commune), directory.addressCount($1.commune))
            if first != second { return first > second }
            return ($0.commune, $0.street, $0.reading) < ($1.commune, $1.street, $1.reading)
        }
        // A street that was read with two numbers ("porte 2, 17 rue Basse") is there once for each: the better stays.
        var kept = 0
        for index in space.candidates.indices
        where !space.candidates[..<kept].contains(where: { $0.isSameStreet(space.candidates[index]) }) {
            space.candidates.swapAt(kept, index)
            kept += 1
        }
        space.candidates.removeLast(space.candidates.count - kept)
    }

    /// Of streets of one name in a commune those lose that another postcode or another old commune speaks against.
    private func tellNamesakesApart() {
        func against(_ candidate: Candidate) -> Double { candidate.losses[.postcode] + candidate.losses[.oldCommune] }
        for index in space.candidates.indices where against(space.candidates[index]) > 0 {
            let own = space.candidates[index]
            guard let page = gazetteer.page(own.commune) else { continue }
            let hasBetter = space.candidates.contains { other in
                other.commune == own.commune && other.street != own.street && against(other) < against(own) - 0.5
                    && page.streetType(other.street) == page.streetType(own.street)
                    && page.streetWords(other.street).elementsEqual(page.streetWords(own.street))
            }
            if hasBetter { space.candidates[index].losses[.oldCommune] += Score.namesake }
        }
    }

    // MARK: Writing

    func place(commune: Int, _ match: inout Match) {
        match.city = directory.city(commune)
        match.citycode = directory.code(commune)
    }

    private func fill(_ match: inout Match, _ page: Page, _ candidate: Candidate) {
        let commune = candidate.commune
        let reading = space.readings[candidate.reading]
        place(commune: commune, &match)
        match.street = page.streetName(candidate.street)
        match.postcode = Postcode.text(page.streetPostcode(candidate.street))
        if candidate.corrected { match.flags.insert(.spellingCorrected) }
        if !candidate.typed { match.flags.insert(.typeDiffers) }
        if candidate.entry.mismatch { match.flags.insert(.communeMismatch) }
        if candidate.entry.guessed { match.flags.insert(.communeGuessed) }
        if reading.several { match.flags.insert(.severalNumbers) }
        let value = asked(reading)
        let suffix = suffix(reading)
        let typed = value > 0 ? "\(value)\(suffix)" : ""
        func streetLevel() {
            match.level = page.streetKind(candidate.street) == .street ? .street : .locality
            let point = page.streetPoint(candidate.street)
            (match.longitude, match.latitude) = (point.lon, point.lat)
            let number = UInt32(directory.firstStreet(commune) + candidate.street)
            match.places = [.init(place: match.level == .street ? .street(number) : .locality(number), weight: 1)]
            match.id = match.citycode + "_" + page.streetID(candidate.street)
        }
        func computed(_ lon: Double, _ lat: Double, _ radius: Double) {
            match.level = .interpolated
            match.housenumber = typed
            match.positionType = .interpolated
            (match.longitude, match.latitude) = (lon, lat)
            match.places = [.init(place: .interpolated(longitude: lon, latitude: lat, radius: radius), weight: 1)]
        }
        switch number(page, candidate) {
        case .exact(let row):
            match.level = .housenumber
            let own = String(decoding: page.suffix(page.suffixIndex(row)), as: UTF8.self)
            match.housenumber = "\(page.number(row))\(own)"
            match.postcode = Postcode.text(page.addressPostcode(row))
            let point = page.point(row)
            (match.longitude, match.latitude) = (point.lon, point.lat)
            match.positionType = page.positionType(row)
            match.places = [.init(place: .address(UInt32(directory.firstAddress(commune) + row)), weight: 1)]
            match.id = gazetteer.banID(page, row, street: candidate.street)
        case .otherSuffix(let row):
            let point = page.point(row)
            match.postcode = Postcode.text(page.addressPostcode(row))
            computed(point.lon, point.lat, 15)
            match.flags.insert(.suffixNotFound)
        case .computed(let lon, let lat, let radius):
            computed(lon, lat, radius)
            match.flags.insert(.numberNotFound)
        case .nothing:
            streetLevel()
            match.flags.insert(value > 0 ? .numberNotFound : .numberMissing)
        }
        match.name = match.housenumber.isEmpty ? match.street : "\(match.housenumber) \(match.street)"
        match.label = [match.name, match.postcode, match.city].filter { !$0.isEmpty }.joined(separator: " ")
        if let own = UInt32(match.postcode), said.postcode != 0, !Postcode.isSame(own, said.postcode), !said.cedex {
            match.flags.insert(.communeMismatch)
        }
    }
}
