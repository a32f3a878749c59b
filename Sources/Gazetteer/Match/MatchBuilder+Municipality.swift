/// The answer when there is no street to answer with.
extension MatchBuilder {
    /// The commune alone: for queries without a street, or whose street is not there.
    func municipality(_ range: Range<Int>, _ hasStreetWords: Bool) -> Match {
        var match = Match()
        guard let best = range.first.map({ space.communes[$0] }), best.weight >= 0.5 else { return match }
        let equal = space.communes[range].filter { $0.weight > best.weight - 0.01 }
        place(commune: best.commune, &match)
        match.level = .municipality
        let sameCity = equal.allSatisfy { directory.cityKey($0.commune) == directory.cityKey(best.commune) }
        match.name = equal.count == 1 ? directory.name(best.commune) : match.city
        match.postcode = equal.count == 1 ? Postcode.text(directory.postcode(best.commune)) : ""
        let posted = directory.entries(postcode: said.postcode)
        if posted.contains(where: { entry in equal.contains { $0.commune == directory.postcodeCommune(entry) } }) {
            match.postcode = Postcode.text(said.postcode)
        }
        match.id = match.citycode
        match.label = [match.postcode, match.name].filter { !$0.isEmpty }.joined(separator: " ")
        let weights = equal.map { Double(max(directory.addressCount($0.commune), 1)) }
        let all = weights.reduce(0, +)
        match.places = zip(equal, weights).map {
            WeightedPlace(place: .commune(UInt32($0.commune)), weight: sameCity ? $1 / all : 1 / Double(equal.count))
        }
        var lon = 0.0
        var lat = 0.0
        for (candidate, weight) in zip(equal, weights) {
            let point = directory.point(candidate.commune)
            (lon, lat) = (lon + point.lon * weight / all, lat + point.lat * weight / all)
        }
        (match.longitude, match.latitude) = sameCity ? (lon, lat) : directory.point(best.commune)
        space.evidence = Calibration.Evidence(
            outcome: hasStreetWords ? .municipalityOfStreet : .municipality,
            share: sameCity ? 1 : 1 / Double(equal.count))
        space.evidence.losses[.commune] = Score.loss(agreement: best.weight)
        // A town was named that the base lacks: its postcode alone tells little.
        if said.unknownCity { space.evidence.losses[.reading] = Score.unknownTown }
        // "Paul Martin": a town that was corrected, or that shares its name, behind other words is rather a person.
        if hasStreetWords, said.postcode == 0, said.code.isEmpty, best.weight < 0.95 {
            space.evidence.losses[.reading] += Score.unknownTown
        }
        match.score = space.evidence.probability
        if hasStreetWords {
            match.flags.insert(.streetNotFound)
            if namesStreet { match.flags.insert(.streetNamed) }
        }
        if !sameCity { match.flags.insert(.ambiguousCommune) }
        if best.mismatch { match.flags.insert(.communeMismatch) }
        return match
    }

    /// Whether a reading of the query has a number or a type of way.
    private var namesStreet: Bool {
        givenNumber != nil
            || space.readings.contains { reading in
                reading.number >= 0
                    || reading.street.contains { space.text.words[$0].has(.type) && !space.text.words[$0].has(.noise) }
            }
    }
}
