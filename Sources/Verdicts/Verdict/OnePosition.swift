package import Gazetteer

extension Verdict.Reason {
    /// The reasons of a match that may lie in many places: the row has no one position.
    package static let withoutOnePosition: Set<Verdict.Reason> = [
        .municipalityOnly, .streetNotInGazetteer, .ambiguousCommune, .ambiguousStreet, .communeMismatch,
    ]
}

extension Match {
    /// Why the match has no one position; nil when it has one.
    package var reasonWithoutOnePosition: Verdict.Reason? {
        if level == .municipality {
            return flags.contains(.streetNamed) ? .streetNotInGazetteer : .municipalityOnly
        }
        if flags.contains(.ambiguousCommune) { return .ambiguousCommune }
        if flags.contains(.ambiguousStreet) { return .ambiguousStreet }
        return flags.contains(.communeMismatch) ? .communeMismatch : nil
    }
}
