import ArgumentParser
import Geodesy
import Interchange
import QPVKit
import QPVService

/// `qpv perimeters`: what a file of perimeters holds, what is wrong with it, and the same in another format.
struct PerimetersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perimeters",
        abstract: "Say what a file of perimeters holds or what is wrong with it, or convert it.",
        discussion: """
            EXAMPLE
              qpv perimeters validate qpv-2024.geojson
            """,
        subcommands: [Info.self, Validate.self, ConvertPerimeters.self, ResolveCommand.self])

    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count the perimeters of a file by kind, vintage and territory.",
            usage: "qpv perimeters info <file> [--layer <name>] [--crs <epsg>] [--json] [<options>]",
            discussion: """
                EXAMPLE
                  qpv perimeters info qpv-2024.geojson
                """)

        @OptionGroup var input: Input

        @Flag(help: "The answer as JSON, with every perimeter.")
        var json = false

        func run() throws {
            let file = try input.request.run(Console().context).value
            try Terminal.put(json ? file.json.json(pretty: true) : PerimeterFileText(file).facts)
        }
    }

    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Name every perimeter that is not valid: what, where, and what the repair changes.",
            usage: "qpv perimeters validate <file> [--layer <name>] [--crs <epsg>] [--json] [<options>]",
            discussion: """
                Exits with 65 when a perimeter cannot be used at all; repaired ones do not fail.

                EXAMPLE
                  qpv perimeters validate qpv-2024.geojson
                """)

        @OptionGroup var input: Input

        @Flag(help: "The answer as JSON.")
        var json = false

        func run() throws {
            let file = try input.request.run(Console().context).value
            try Terminal.put(json ? file.issuesJSON.json(pretty: true) : PerimeterFileText(file).issues)
            if file.issues.contains(where: { $0.severity == .error }) { throw ExitStatus.badData }
        }
    }

    /// The file and what it does not say itself.
    struct Input: ParsableArguments {
        @Argument(
            help: ArgumentHelp(
                "A file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads.", valueName: "file"))
        var file: String

        @Option(help: ArgumentHelp("The kind of all its perimeters, whatever the file says.", valueName: "kind"))
        var kind: PerimeterKind?

        @Option(help: ArgumentHelp("The CRS of its coordinates, when the file does not say.", valueName: "epsg"))
        var crs: CRS?

        @OptionGroup var layer: FileLayerOptions

        /// The file as the options state it.
        var request: PerimeterFileRequest {
            var reading = PerimeterReading()
            (reading.kind, reading.crs) = (kind, crs)
            layer.apply(to: &reading)
            return PerimeterFileRequest(file, reading)
        }
    }
}
