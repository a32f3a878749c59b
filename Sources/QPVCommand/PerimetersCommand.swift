import ArgumentParser
import Foundation
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
            let file = try input.read()
            let report = PerimeterFileReport(file)
            try Terminal.put(json ? report.json.json(pretty: true) : report.text)
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
            let file = try input.read()
            let report = PerimeterFileReport(file)
            try Terminal.put(json ? report.issuesJSON.json(pretty: true) : report.issuesText)
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

        /// What the options say to the library.
        var options: PerimeterFile.Options {
            var reading = PerimeterReading()
            (reading.kind, reading.crs) = (kind, crs)
            layer.apply(to: &reading)
            return reading.options()
        }

        /// The layer as it stands in the file; says how it was read.
        func readLayer(quiet: Bool = false) throws -> PerimeterLayer {
            let read = try PerimeterLayer.read(file, layer: layer.layer)
            Terminal.say(notes: read.notes, quiet: quiet)
            return read
        }

        func read() throws -> PerimeterFile { try PerimeterFile(readLayer(), options: options) }
    }
}
