import ArgumentParser
import QPVService

/// Which addresses are known.
struct GazetteerOptions: ParsableArguments, SessionPart {
    @Option(
        help: ArgumentHelp("The gazetteer: a file made by \"qpv gazetteer build\", or a BAN CSV.", valueName: "file"))
    var gazetteer: String?

    func apply(to options: inout SessionOptions) { options.gazetteer = gazetteer }
}
