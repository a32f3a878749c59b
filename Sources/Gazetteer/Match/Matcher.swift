import Foundation

/// Answers one query: reads it, finds communes, streets and the number, and weighs the answers.
struct Matcher {
    let gazetteer: Gazetteer
    let space: Workspace
    let directory: Directory
    let finder: CommuneFinder
    let reader: QueryReader
    let search: StreetSearch
    var said = CommuneFinder.Said()
    var givenNumber: (value: Int, suffix: String)?
    var hasStreetWords = false
    /// A number that stands alone behind the town, between commas.
    var apart: Int?
    /// The words are the name of a street and no number is to be read in them.
    var isStreetPart = false

    init(_ gazetteer: Gazetteer, _ space: Workspace) {
        self.gazetteer = gazetteer
        self.space = space
        directory = gazetteer.directory
        finder = CommuneFinder(directory: directory, space: space)
        reader = QueryReader(space: space)
        search = StreetSearch(directory: directory, space: space)
    }

    /// The best answer; where none is found, the best with glued words cut.
    mutating func run(_ query: AddressQuery) -> Match {
        let match = answer(query, cut: false)
        guard match.level == .none || match.flags.contains(.streetNotFound) || match.score < 0.5,
            GluedWords(directory: directory, space: space).canCut
        else { return match }
        let other = answer(query, cut: true)
        let isStreet = other.level != .none && !other.flags.contains(.streetNotFound)
        let isBetter = match.level == .none || match.flags.contains(.streetNotFound) || other.score > match.score
        if isStreet, isBetter { return other }
        // An explanation is one of what was answered.
        return space.trace == nil ? match : answer(query, cut: false)
    }

    private mutating func answer(_ query: AddressQuery, cut: Bool) -> Match {
        space.candidates.removeAll(keepingCapacity: true)
        space.readings.removeAll(keepingCapacity: true)
        space.communes.removeAll(keepingCapacity: true)
        space.misread.removeAll(keepingCapacity: true)
        if space.trace != nil { space.trace = Trace() }
        hasStreetWords = false
        apart = nil
        space.isNear = false
        let text = TextRepair.repaired(query.text ?? "")
        readGivenNumber(query.housenumber ?? "")
        isStreetPart = text.isEmpty && givenNumber != nil
        space.hasNumber = givenNumber != nil
        if text.isEmpty {
            space.text.read(query.street ?? "")
            if (query.street ?? "").isEmpty, let number = query.housenumber { space.text.read(number) }
        } else {
            space.text.read(text)
        }
        if !text.isEmpty { QueryNumbers(directory: directory, space: space).joinLetters() }
        if cut { GluedWords(directory: directory, space: space).cut() }
        if !text.isEmpty { QueryNumbers(directory: directory, space: space).repair() }
        reader.markNoise()
        // A name in the column of the postcode is that of the town.
        let city = query.city ?? ""
        let postcode = query.postcode ?? ""
        space.city.read(
            city.isEmpty && postcode.count > 2 && !postcode.contains(where: \.isNumber) ? postcode : city)
        if space.text.words.isEmpty, space.city.words.isEmpty, (query.postcode ?? "").isEmpty,
            (query.citycode ?? "").isEmpty
        {
            var match = Match()
            match.flags = .emptyQuery
            return match
        }
        let municipality = makeReadings(query)
        for index in space.readings.indices { space.readings[index].nation = space.readings[index].communes.isEmpty }
        let perfect = pass("words as they are", fuzzy: false)
        // When every word agrees and only the number is missing, spelling is not the matter.
        if !perfect, !allWordsAgree() {
            pass("spelling forgiven", fuzzy: true)
            if space.candidates.isEmpty || (municipality.isEmpty && bestZ() < 0) {
                let nation = NationSearch(directory: directory, space: space, said: said)
                // Words as they are first; spelling only when that gives nothing.
                if nation.addCommunes(spelling: false) { pass("whole base, words as they are", fuzzy: false) }
                if bestZ() < 3, nation.addCommunes(spelling: true) {
                    pass("whole base, spelling forgiven", fuzzy: true)
                }
            }
        }
        return MatchBuilder(gazetteer: gazetteer, space: space, said: said, givenNumber: givenNumber)
            .match(municipality: municipality, hasStreetWords: hasStreetWords)
    }

    private func allWordsAgree() -> Bool {
        space.candidates.contains {
            // Words behind the name may be the rest of a longer, misspelt one.
            $0.similarity > 0.999 && $0.typed && $0.z > Score.base - 2 && $0.losses[.remark] == 0
        }
    }

    private func bestZ() -> Double { space.candidates.map(\.z).max() ?? -99 }

    private mutating func readGivenNumber(_ text: String) {
        givenNumber = nil
        space.other.read(text)
        guard let first = space.other.words.first, first.has(.digits), first.value >= 0 else { return }
        var suffix = ""
        if space.other.words.count > 1, !space.other.words[1].has(.digits) { suffix = space.other.text(1) }
        givenNumber = (Int(first.value), suffix)
    }

    // MARK: Passes

    private func page(_ commune: Int) -> Page? {
        if gazetteer.checksPages {
            if space.sound.count < directory.communeCount {
                space.sound = [UInt8](repeating: 0, count: directory.communeCount)
            }
            if space.sound[commune] == 0 { space.sound[commune] = gazetteer.isSound(commune) ? 1 : 2 }
            if space.sound[commune] == 2 { return nil }
        }
        return gazetteer.page(commune)
    }

    /// Searches the communes of every reading; true when an answer leaves nothing to wish for.
    @discardableResult
    private func pass(_ stage: String, fuzzy: Bool) -> Bool {
        space.trace?.begin(stage)
        for (number, reading) in space.readings.enumerated() {
            var last = 1.0
            var question: StreetSearch.Question?
            for index in reading.communes {
                let entry = space.communes[index]
                // Communes that agree less are only asked when those that agree have no perfect answer.
                if entry.weight < last, fuzzy ? isGood(number) : isPerfect(number) { return true }
                last = entry.weight
                guard let page = page(entry.commune) else { continue }
                space.trace?.countSearch()
                var asked = question ?? search.question(number, entry, fuzzy: fuzzy)
                asked.commune = entry
                question = asked
                search.search(page, asked, fuzzy: fuzzy)
            }
            if !fuzzy, isPerfect(number) { return true }
        }
        return false
    }

    /// Whether a reading has an answer good enough to spare the communes that agree less.
    private func isGood(_ number: Int) -> Bool {
        space.candidates.contains { candidate in
            guard candidate.reading == number, candidate.z > 3.5, let page = gazetteer.page(candidate.commune) else {
                return false
            }
            if case .nothing = find(page, candidate) { return false }
            return true
        }
    }

    /// Whether a reading has an answer in which every word, the type, the commune and the number agree.
    private func isPerfect(_ number: Int) -> Bool {
        for index in space.candidates.indices where space.candidates[index].reading == number {
            let candidate = space.candidates[index]
            guard candidate.similarity > 0.999, candidate.typed, candidate.z > Score.base - 0.6 else { continue }
            let reading = space.readings[number]
            let asked = reading.number >= 0 ? Int(space.text.words[reading.number].value) : givenNumber?.value ?? 0
            if asked == 0 { return true }
            guard let page = page(candidate.commune) else { continue }
            if case .exact = find(page, candidate) { return true }
        }
        return false
    }

    private func find(_ page: Page, _ candidate: Candidate) -> NumberSearch.Found {
        MatchBuilder(gazetteer: gazetteer, space: space, said: said, givenNumber: givenNumber).number(page, candidate)
    }
}
