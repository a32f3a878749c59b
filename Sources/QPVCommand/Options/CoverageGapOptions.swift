import ArgumentParser

/// What is left out, and where one more place would help most.
struct CoverageGapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where the ground that no place covers goes: .geojson with its outlines, or .csv.", valueName: "file"))
    var gaps: String?

    @Option(
        help: ArgumentHelp("Where the addresses go that no place covers, as CSV.", valueName: "file"))
    var gapAddresses: String?

    @Option(
        help: ArgumentHelp(
            "Candidate sites, a file like --places, read with the same options but --category: which would bring most addresses within the first distance?",
            valueName: "file"))
    var candidates: String?

    @Option(
        name: .customLong("choose"),
        help: ArgumentHelp("How many of the candidates to choose. (default: 1)", valueName: "number"))
    var chosen: Int?

    /// How many of the candidates to choose.
    var choose: Int { chosen ?? 1 }

    func validate() throws {
        guard choose >= 1, choose <= 1000 else { throw ValidationError("--choose is a number from 1 to 1000") }
        guard chosen == nil || candidates != nil else { throw ValidationError("--choose goes with --candidates") }
        if let gaps, gaps != "-", !["geojson", "csv"].contains(gaps.lowercased().split(separator: ".").last) {
            throw ValidationError("--gaps \(gaps): gaps end with .geojson or .csv")
        }
    }
}
