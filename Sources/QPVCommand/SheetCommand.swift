import ArgumentParser
import Foundation
import Gazetteer
import Interchange
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

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    private var threads: Int { threadCount ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        guard perimeter.isEmpty == all else { throw ValidationError("name a perimeter, or give --all") }
        guard all || output == "-" || SheetOutput.isPage(output) else {
            throw ValidationError("--output \(output): a sheet ends with .html")
        }
        guard !all || output != "-" else { throw ValidationError("with --all the output is a folder") }
        guard threads >= 1, threads <= 1024 else { throw ValidationError("--threads is a number from 1 to 1024") }
        try StandardInput.requireOne(content.files + [gazetteer.gazetteer] + perimeters.perimeters.map(\.path))
    }

    func run() async throws {
        if all { try OutputFolder.check(output) }
        let earlier = try EarlierSheets(content.previous, ofAll: all, quiet: quiet)
        let file = try perimeters.read(quiet: quiet, repairs: .all)
        let atlas = file.atlas
        let codes = try codes(in: atlas)
        let gazetteerPath = try gazetteer.path(quiet: quiet)
        let name = SheetBook.fileNames(codes.sorted()).first ?? ""
        let inputFiles = content.files + [file.source.path, gazetteerPath, earlier.file(named: name)].compactMap { $0 }
        let single = try all ? nil : SheetOutput(path: output, notReplacing: inputFiles)
        let addresses = try GazetteerFile.open(gazetteerPath, quiet: quiet)

        var provenance = Provenance(version: Version.number, command: "sheet")
        provenance.state(atlas)
        provenance.state(addresses.info)
        var inputs = SheetInputs(atlas)
        (inputs.gazetteer, inputs.radii, inputs.language) = (addresses, radii.table, lang)
        try await content.read(into: &inputs, &provenance, threads: threads, quiet: quiet) { addresses }
        let parameters: JSONObject = [
            "radius_m": radii.table.json, "within_m": .array(inputs.distances.map { JSONValue($0) }),
        ]
        provenance.state("parameters", .object(parameters))
        if let previous = all ? content.previous : earlier.file(named: name) {
            provenance.state("previous", .object(try SourceFile(streamed: previous).json))
        }

        let book = try await SheetBook(inputs, codes: codes, threads: threads)
        if let single {
            let sheet = try book.sheet(0)
            let before = try earlier.sheet(named: name, of: sheet.perimeter.code)
            try single.write(Page(sheet, of: book, since: before, provenance), provenance)
        } else {
            try await write(book, since: earlier, provenance)
        }
        if content.previous != nil, content.rows != nil {
            Terminal.say(
                "warning: two publications of one table can be compared: their difference can tell small counts")
        }
    }

    /// The codes of the perimeters asked.
    private func codes(in atlas: Atlas) throws -> Set<String> {
        guard all else {
            let named = perimeter.joined(separator: " ")
            return Set(try NamedPerimeter.find(named, in: atlas, commune: commune).perimeters.map(\.code))
        }
        let found = PerimeterNames(atlas).indices(inCommune: commune).map { atlas.perimeters[$0].code }
        if found.isEmpty, let commune {
            throw CommandError.badData("no perimeter is in \"\(commune)\"", file: atlas.source.path)
        }
        return Set(found)
    }

    /// Writes all sheets, their figures, an index and the provenance into a new folder.
    private func write(_ book: SheetBook, since earlier: EarlierSheets, _ provenance: Provenance) async throws {
        let names = book.fileNames
        let nameOf = Dictionary(uniqueKeysWithValues: zip(book.perimeters.map(\.code), names))
        let folder = try OutputFolder(
            path: output, names: names.flatMap { ["\($0).html", "\($0).json"] } + ["index.html", "provenance.json"])
        var index = SheetIndex(book, names: names)
        var count = 0
        try await book.forEachSheet(threads: threads) { sheet in
            let name = nameOf[sheet.perimeter.code] ?? sheet.perimeter.code
            return (
                name,
                try Page(
                    sheet, of: book, since: earlier.sheet(named: name, of: sheet.perimeter.code), provenance)
            )
        } emit: { name, page in
            try folder.write(page.html, to: "\(name).html")
            try folder.write(page.json, to: "\(name).json")
            index.add(code: page.code, addresses: page.addresses)
            count += 1
        }
        try folder.write(index.report(provenance).bytes(as: .html), to: "index.html")
        try folder.write(Array(provenance.json.utf8), to: "provenance.json")
        try folder.commit()
        if !quiet { Terminal.say("\(counted(count, "sheet")) in \(output)") }
    }
}

extension SheetCommand {
    /// A sheet as it is written.
    struct Page: Sendable {
        let code: String
        let addresses: ReportCell
        let html: [UInt8]
        let json: [UInt8]

        init(_ sheet: Sheet, of book: SheetBook, since earlier: EarlierSheet?, _ provenance: Provenance) throws {
            (code, addresses) = (sheet.perimeter.code, sheet.addressesInside)
            html = try SheetReport(sheet, of: book, since: earlier).report(provenance).bytes(as: .html)
            json = Array((sheet.json(provenance, since: earlier).json(pretty: true) + "\n").utf8)
        }
    }
}
