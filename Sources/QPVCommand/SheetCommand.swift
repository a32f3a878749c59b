import ArgumentParser
import Foundation
import QPVKit
import QPVService

/// `qpv sheet`: one page on one perimeter, or a folder of such pages.
struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Make the one-page sheet of a perimeter, or of all: map, addresses, places, persons, what changed.",
        usage: "qpv sheet (<perimeter> | --all) --output <file> [--places <file>] [--rows <file>] [<options>]",
        discussion: """
            The sheet is one HTML file that needs nothing else and prints on one page of A4. Its figures stand beside it as \
            JSON, under names that stay the same: give that file as --previous next year. With --all the output is a new \
            folder with the sheets and an index. A name is understood as by qpv perimeters resolve; when it means none or \
            several, the exit code is 65. Persons are counted and small counts hidden as by qpv stats.

            EXAMPLE
              qpv sheet QN05701M -o fiche.html --places lieux.csv \
                --rows audite.csv --against qpv-2015.geojson \
                --perimeters qpv-2024.geojson --gazetteer ban-57.qpvg
              qpv sheet --all --commune Metz -o fiches --previous fiches-2023
            """)

    @Argument(help: ArgumentHelp("The code of a perimeter, or its name when only one has it.", valueName: "perimeter"))
    var perimeter: [String] = []

    @Flag(help: "All perimeters of the file; the output is a folder.")
    var all = false

    @Option(help: ArgumentHelp("Only perimeters of this commune, by its name or INSEE code.", valueName: "commune"))
    var commune: String?

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Where the sheet goes, .html; - is standard output. With --all, a folder that is not there yet.",
            valueName: "file"))
    var output: String

    @OptionGroup var content: SheetContentOptions
    @OptionGroup var perimeters: OnePerimeterFile
    @OptionGroup var gazetteer: GazetteerOptions
    @OptionGroup var radii: RadiusOptions

    @Option(help: ArgumentHelp("The language of the sheet: fr or en.", valueName: "language"))
    var lang: Language = .french

    @Option(
        name: .customLong("threads"), parsing: .unconditional,
        help: ArgumentHelp(
            "How many sheets are worked on at once. (default: as many as there are processors)", valueName: "number"))
    var threadCount: Int?

    @OptionGroup var notices: NoticeOptions

    private var threads: Int { threadCount ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        guard perimeter.isEmpty == all else { throw ValidationError("name a perimeter, or give --all") }
        guard all || output == "-" || SheetOutput.isPage(output) else {
            throw ValidationError("--output \(output): a sheet ends with .html")
        }
        guard !all || output != "-" else { throw ValidationError("with --all the output is a folder") }
        guard threads >= 1, threads <= 1024 else { throw ValidationError("--threads is a number from 1 to 1024") }
        try StandardInput.requireOne(content.files + [gazetteer.gazetteer] + perimeters.paths)
    }

    func run() async throws {
        var request = SheetRequest(all ? .all : .one(perimeter.joined(separator: " ")))
        (request.commune, request.language) = (commune, lang)
        content.apply(to: &request)
        var options = Session(perimeters, gazetteer, radii).options
        options.threads = threads
        _ = try await request.run(in: Session(options), to: .file(output), notices.console.context)
    }
}
