import ArgumentParser
import Geodesy
import QPVKit
import QPVService

/// `qpv perimeters convert`: the same perimeters as GeoPackage or GeoJSON.
struct ConvertPerimeters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write the perimeters of a file as GeoPackage or GeoJSON.",
        usage: "qpv perimeters convert <file> --output <file> [--layer <name>] [--repair] [<options>]",
        discussion: """
            Coordinates and CRS are those of the file, to the last bit; the fields get the names code, name, kind, vintage, \
            insee_com and lib_com, and valid_from and valid_to where the file says since when and until when. A file with a perimeter that is not where its CRS says is refused. The provenance goes \
            to OUTPUT.provenance.json.

            EXAMPLE
              qpv perimeters convert qpv-2024.zip -o qpv-2024.gpkg
            """)

    @OptionGroup var input: PerimetersCommand.Input

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the result goes: FILE.gpkg, FILE.geojson, or - for GeoJSON.", valueName: "file"))
    var output: String

    @Flag(help: "Write the repaired shape of each perimeter that is not valid.")
    var repair = false

    @OptionGroup var notices: NoticeOptions

    func validate() throws {
        guard output == "-" || isGeoPackage || [".geojson", ".json"].contains(where: output.lowercased().hasSuffix)
        else {
            throw ValidationError("--output ends in .gpkg, .geojson or .json, which says the format, or is -")
        }
    }

    private var isGeoPackage: Bool { output.lowercased().hasSuffix(".gpkg") }

    func run() throws {
        var request = ConvertRequest(input.request, to: isGeoPackage ? .geoPackage : .geoJSON)
        request.repairs = repair
        let console = notices.console
        let file = try request.run(to: output, console.context).value
        console.summarize(account(of: file))
    }

    private func account(of file: PerimeterFile) -> String {
        let format = isGeoPackage ? "GeoPackage" : "GeoJSON"
        var lines = ["note: wrote \(counted(file.perimeters.count, "perimeter")) as \(format), in \(file.crs.name)"]
        let empty = file.faulty(.error).count
        let faulty = file.faulty(.warning).subtracting(file.faulty(.error)).count
        if faulty > 0 {
            lines.append("note: \(counted(faulty, "perimeter")) with faults, \(repair ? "repaired" : "as in the file")")
        }
        if empty > 0 { lines.append("warning: \(counted(empty, "perimeter")) without any area") }
        return lines.joined(separator: "\n")
    }
}
