public import ArgumentParser
import Foundation
import Gazetteer
public import Geodesy
import Interchange
public import QPVKit
import QPVService

/// What a file of perimeters does not say of itself, and what is read of it.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The kind of all its perimeters, whatever the file says.", valueName: "kind"))
    var kind: PerimeterKind?

    @Option(help: ArgumentHelp("The CRS of its coordinates, when the file does not say.", valueName: "epsg"))
    var perimetersCrs: CRS?

    @OptionGroup var layer: FileLayerOptions

    func apply(to reading: inout PerimeterReading) {
        (reading.kind, reading.crs) = (kind, perimetersCrs)
        layer.apply(to: &reading)
    }
}

/// Which perimeters are asked.
struct PerimeterOptions: ParsableArguments, SessionPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads (repeatable); KIND=FILE or KIND-VINTAGE=FILE for one that does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @OptionGroup var reading: ReadingOptions

    /// The files named, as the user gave them.
    var paths: [String] { perimeters.map(\.path) }

    func apply(to options: inout SessionOptions) {
        options.perimeters = perimeters.map { PerimeterSource($0.path, kind: $0.kind, vintage: $0.vintage) }
        reading.apply(to: &options.reading)
    }
}

/// Standard input, which can be read once.
enum StandardInput {
    /// Refuses a command line that reads several inputs from `-`; nil is an input not given.
    static func requireOne(_ paths: [String?]) throws {
        if paths.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input (-) can be one input only")
        }
    }
}

/// `FILE`, `KIND=FILE` or `KIND-VINTAGE=FILE`; a file that has such a name is itself.
struct PerimeterArgument: ExpressibleByArgument {
    let path: String
    var kind: PerimeterKind?
    var vintage: Int?

    init(path: String) { self.path = path }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        var name = parts.first ?? ""
        let year = name.split(separator: "-").last.flatMap { Int($0) }.flatMap { (1000...9999).contains($0) ? $0 : nil }
        if year != nil, name.count > 5 { name.removeLast(5) }
        let kind = PerimeterKind(rawValue: name)
        let isPath = parts.count < 2 || kind == nil || FileManager.default.fileExists(atPath: argument)
        self.init(path: isPath ? argument : parts[1])
        if !isPath { (self.kind, vintage) = (kind, year) }
    }
}

/// Which addresses are known.
struct GazetteerOptions: ParsableArguments, SessionPart {
    @Option(
        help: ArgumentHelp("The gazetteer: a file made by \"qpv gazetteer build\", or a BAN CSV.", valueName: "file"))
    var gazetteer: String?

    func apply(to options: inout SessionOptions) { options.gazetteer = gazetteer }
}

/// How near a border makes a verdict uncertain.
struct RadiusOptions: ParsableArguments, SessionPart {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "How far the true place may be from a position, in metres, 0 to 10000: one number for all, or such as "
                + "parcelle=30 for one type of position (repeatable).",
            valueName: "metres"))
    var radius: [RadiusArgument] = []

    /// The table of the library with what the user states.
    var table: RadiusTable {
        var table = RadiusTable()
        for argument in radius where argument.type == nil { table = RadiusTable(everywhere: argument.metres) }
        for argument in radius {
            if let type = argument.type { table[type] = argument.metres }
        }
        return table
    }

    func apply(to options: inout SessionOptions) { options.verdict.radii = table }
}

/// How near a border makes a verdict uncertain, and how sure a match must be.
struct VerdictOptions: ParsableArguments, SessionPart {
    @OptionGroup var radii: RadiusOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("A match less sure than this is no match.", valueName: "probability"))
    var minScore = 0.5

    @Flag(help: "Take each text for one address, also one that lists several (\"2 à 10 rue X, 3 rue Y\").")
    var oneAddress = false

    func validate() throws {
        guard (0...1).contains(minScore) else {
            throw ValidationError("--min-score is a probability, from 0 to 1")
        }
    }

    func apply(to options: inout SessionOptions) {
        radii.apply(to: &options)
        (options.verdict.minimumScore, options.verdict.readsExpressions) = (minScore, !oneAddress)
    }
}

/// `12`, or `parcelle=30`.
struct RadiusArgument: ExpressibleByArgument {
    let type: PositionType?
    let metres: Double

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let metres = parseDouble(String(parts[parts.count - 1])), metres.isFinite, metres >= 0, metres <= 10_000
        else { return nil }
        self.metres = metres
        if parts.count == 2 {
            let name = ColumnNames.fold(String(parts[0]))
            let known = PositionType.allCases.first { ColumnNames.fold($0.name) == name }
            guard let type = name == "inconnue" ? .unknown : known else { return nil }
            self.type = type
        } else {
            type = nil
        }
    }
}

extension PerimeterKind: ExpressibleByArgument {}

extension CRS: ExpressibleByArgument {
    /// `EPSG:2154`, `2154`, or a name.
    public init?(argument: String) { self.init(name: argument) }
}
