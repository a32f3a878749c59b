import Foundation

/// Chooses among the candidates and writes the match.
struct Answer {
    let gazetteer: Gazetteer
    let space: Workspace
    let said: CommuneFinder.Said
    let givenNumber: (value: Int, suffix: String)?

    var directory: Directory { gazetteer.directory }

    // MARK: Number

    /// The number asked by a reading; 0 for none.
    private func asked(_ reading: Reading) -> Int {
        reading.number >= 0 ? Int(space.text.words[reading.number].value) : givenNumber?.value ?? 0
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
        guard value > 0, page.streetKind(candidate.street) != .locality else { return .nothing }
        var suffix = suffix(reading)
        return suffix.withUTF8 { NumberSearch(page, street: candidate.street).find(value, $0) }
    }

    // MARK: Choice

    func match(municipality: Range<Int>, hasStreetWords: Bool) -> Match {
        rankByNumber()
        guard let first = space.candidates.first, let page = gazetteer.page(first.commune) else {
            return self.municipality(municipality, hasStreetWords)
        }
        let p = Score.logistic(first.z)
        var next = 0.0
        var share = 1.0
        var equal = [first]
        for candidate in space.candidates.dropFirst() {
            let difference = candidate.z - first.z
            if difference < -8 { continue }
            next = max(next, Score.logistic(candidate.z))
            share += exp(difference)
            if difference > -0.05, candidate.number == first.number { equal.append(candidate) }
        }
        var score = p / share
        if score < Score.streetThreshold, equal.count == 1 || p < Score.streetThreshold {
            return self.municipality(municipality, hasStreetWords)
        }
        var match = Match()
        fill(&match, page, first, &score)
        match.score = score
        match.scoreNext = min(next / share, score)
        if equal.count > 1 {
            match.flags.insert(.ambiguousStreet)
            if equal.contains(where: { $0.commune != first.commune }) { match.flags.insert(.ambiguousCommune) }
            var places: [Place] = []
            for candidate in equal.prefix(16) {
                guard let page = gazetteer.page(candidate.commune) else { continue }
                var other = Match()
                var ignored = 1.0
                fill(&other, page, candidate, &ignored)
                places += other.places.map(\.place)
            }
            match.places = places.map { WeightedPlace(place: $0, weight: 1 / Double(places.count)) }
        }
        return match
    }

    /// Among streets of the same likeness, those that have the number come first.
    private func rankByNumber() {
        for index in space.candidates.indices {
            let candidate = space.candidates[index]
            let reading = space.readings[candidate.reading]
            guard asked(reading) > 0, let page = gazetteer.page(candidate.commune) else { continue }
            switch number(page, candidate) {
            case .exact: space.candidates[index].number = 1
            case .otherSuffix: space.candidates[index].number = 2
            case .computed, .nothing: space.candidates[index].number = 3
            }
        }
        for index in space.candidates.indices {
            let candidate = space.candidates[index]
            if candidate.number == 3 {
                space.candidates[index].z -= Score.numberAbsent
            } else if candidate.number == 2 {
                space.candidates[index].z -= 0.3
            }
        }
        space.candidates.sort {
            // Of equal answers the one in the larger commune, which more people mean.
            if $0.z != $1.z { return $0.z > $1.z }
            let (first, second) = (directory.addressCount($0.commune), directory.addressCount($1.commune))
            return first != second ? first > second : ($0.commune, $0.street) < ($1.commune, $1.street)
        }
        if space.trace != nil {
            for candidate in space.candidates.prefix(5) {
                guard let page = gazetteer.page(candidate.commune) else { continue }
                space.note(
                    String(
                        format: "candidate z %.2f similarity %.3f number %d reading %d: ", candidate.z,
                        candidate.similarity,
                        candidate.number, candidate.reading) + page.streetName(candidate.street) + ", "
                        + directory.name(candidate.commune))
            }
        }
    }

    // MARK: Writing

    func place(commune: Int, _ match: inout Match) {
        match.city = directory.city(commune)
        match.citycode = directory.code(commune)
    }

    private func fill(_ match: inout Match, _ page: Page, _ candidate: Candidate, _ score: inout Double) {
        let commune = candidate.commune
        let reading = space.readings[candidate.reading]
        place(commune: commune, &match)
        match.street = page.streetName(candidate.street)
        match.postcode = Postcode.text(page.streetPostcode(candidate.street))
        if candidate.corrected { match.flags.insert(.spellingCorrected) }
        if !candidate.typed { match.flags.insert(.typeDiffers) }
        if candidate.entry.mismatch { match.flags.insert(.communeMismatch) }
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
            score *= 0.9
        case .computed(let lon, let lat, let radius):
            computed(lon, lat, radius)
            match.flags.insert(.numberNotFound)
            score *= 0.95
        case .nothing:
            streetLevel()
            match.flags.insert(value > 0 ? .numberNotFound : .numberMissing)
        }
        match.name = match.housenumber.isEmpty ? match.street : "\(match.housenumber) \(match.street)"
        match.label = [match.name, match.postcode, match.city].filter { !$0.isEmpty }.joined(separator: " ")
        if let given = UInt32(match.postcode), said.postcode != 0, given != said.postcode, !said.cedex {
            match.flags.insert(.communeMismatch)
        }
    }
}
