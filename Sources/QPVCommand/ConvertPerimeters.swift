import ArgumentParser
import Geodesy
import Interchange
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

    @Flag(name: .shortAndLong, help: "No notices: warnings and errors only.")
    var quiet = false

    func validate() throws {
        guard output == "-" || isGeoPackage || [".geojson", ".json"].contains(where: output.lowercased().hasSuffix)
        else {
            throw ValidationError("--output ends in .gpkg, .geojson or .json, which says the format, or is -")
        }
    }

    private var isGeoPackage: Bool { output.lowercased().hasSuffix(".gpkg") }

    func run() throws {
        let layer = try input.readLayer(quiet: quiet)
        let file = try PerimeterFile(layer, options: input.options)
        let conversion = try PerimeterConversion(layer, file, repairs: repair)
        if let first = conversion.refusals.first {
            throw CommandError.badData(
                "\(counted(conversion.refusals.count, "perimeter")) cannot be converted; \(first.perimeter): \(first.message)",
                file: file.place(first.line), notes: ["see qpv perimeters validate \(input.file)"])
        }
        let result = try ResultFile(path: output, notReplacing: [input.file])
        if isGeoPackage { try result.write(conversion.geoPackage()) } else { try result.write(conversion.geoJSON()) }
        try result.commit(provenance(file))
        if !quiet { say(file) }
    }

    private func say(_ file: PerimeterFile) {
        let format = isGeoPackage ? "GeoPackage" : "GeoJSON"
        Terminal.say("note: wrote \(counted(file.perimeters.count, "perimeter")) as \(format), in \(file.crs.name)")
        let empty = file.faulty(.error).count
        let faulty = file.faulty(.warning).subtracting(file.faulty(.error)).count
        if faulty > 0 {
            Terminal.say("note: \(counted(faulty, "perimeter")) with faults, \(repair ? "repaired" : "as in the file")")
        }
        if empty > 0 { Terminal.say("warning: \(counted(empty, "perimeter")) without any area") }
    }

    private func provenance(_ file: PerimeterFile) -> Provenance {
        var provenance = Provenance(version: Version.number, command: "perimeters convert")
        provenance.state(file.atlas)
        provenance.state("parameters", ["crs": .string(file.crs.name), "repair": .bool(repair)])
        return provenance
    }
}
