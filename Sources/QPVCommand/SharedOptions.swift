public import ArgumentParser
import Foundation
import Gazetteer
public import Geodesy
import Interchange
import Planar
public import QPVKit

/// What a file of perimeters does not say of itself, and what is read of it.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The kind of all its perimeters, whatever the file says.", valueName: "kind"))
    var kind: PerimeterKind?

    @Option(help: ArgumentHelp("The CRS of its coordinates, when the file does not say.", valueName: "epsg"))
    var perimetersCrs: CRS?

    @OptionGroup var layer: FileLayerOptions
}

/// Which perimeters are asked.
struct PerimeterOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A file of perimeters: GeoJSON, GeoPackage, a zip archive, or what ogr2ogr reads (repeatable); KIND=FILE or KIND-VINTAGE=FILE for one that does not say what it holds.",
            valueName: "file"))
    var perimeters: [PerimeterArgument] = []

    @OptionGroup var reading: ReadingOptions

    /// The files named, as the user gave them.
    var paths: [String] { perimeters.map(\.path) }

    /// Reads the one file that a command takes.
    func read(
        quiet: Bool, repairs: PerimeterFile.Options.Repairs = .all, window: Box? = nil
    ) throws -> PerimeterFile {
        guard perimeters.count < 2 else { throw CommandError.usage("give --perimeters once") }
        let file = try files(quiet: quiet, repairs: repairs, window: window)[0]
        try file.requireOneLayer()
        return file
    }

    /// Reads all files; without any the default one, or with `allVintages` the default ones of all vintages.
    func files(
        allVintages: Bool = false, quiet: Bool, repairs: PerimeterFile.Options.Repairs = .all, window: Box? = nil,
        departements: [String] = []
    ) throws -> [PerimeterFile] {
        var named = perimeters
        if named.isEmpty {
            let paths = try DataFiles.perimeters(allVintages: allVintages, quiet: quiet)
            named = paths.map { PerimeterArgument(path: $0) }
        }
        return try named.map { argument in
            var options = PerimeterFile.Options()
            options.kind = argument.kind ?? reading.kind
            options.vintage = argument.vintage
            options.crs = reading.perimetersCrs
            options.repairs = repairs
            options.window = window
            options.departements = departements
            reading.layer.apply(to: &options)
            let file: PerimeterFile
            do {
                file = try PerimeterFile.read(argument.path, options: options)
            } catch PerimeterError.unknownCRS(let name, let path) {
                throw CommandError.badData(
                    PerimeterError.unknown(crs: name), file: path, notes: ["state the CRS with --perimeters-crs"])
            }
            Terminal.say(notes: file.notes, quiet: quiet)
            try Self.report(file, isWhole: window == nil, quiet: quiet)
            return file
        }
    }

    /// Refuses a file of which nothing can be used; names the perimeters that cannot be.
    ///
    /// - Parameter isWhole: whether all of the file was read.
    static func report(_ file: PerimeterFile, isWhole: Bool = true, quiet: Bool) throws {
        let unusable = file.issues.filter { $0.severity == .error }
        if isWhole, let first = unusable.first, file.perimeters.allSatisfy({ $0.shape.polygons.isEmpty }) {
            // Every place would be outside, which nobody wants to read in a table.
            throw CommandError.badData(
                "no perimeter of the file can be used: \(first.message)", file: file.place(first.line),
                notes: [first.remedy, "see qpv perimeters validate \(file.source.path)"].filter { !$0.isEmpty })
        }
        for issue in unusable {
            Terminal.say(
                "warning: \(issue.perimeter) cannot be used: \(issue.message)\n  --> \(file.place(issue.line))")
        }
        let faulty = file.faulty(.warning).subtracting(file.faulty(.error)).count
        if faulty > 0, !quiet {
            Terminal.say(
                "note: \(counted(faulty, "perimeter")) with faults, repaired where not valid: see "
                    + "qpv perimeters validate \(file.source.path)")
        }
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
struct GazetteerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The gazetteer: a file made by \"qpv gazetteer build\", or a BAN CSV.", valueName: "file"))
    var gazetteer: String?

    /// The file to open; says so when it is the sample.
    func path(quiet: Bool) throws -> String { try DataFiles.gazetteer(gazetteer, quiet: quiet) }

    /// Opens the file; a CSV is compiled on the spot.
    func open(quiet: Bool) throws -> Gazetteer { try GazetteerFile.open(path(quiet: quiet), quiet: quiet) }
}

/// How near a border makes a verdict uncertain.
struct RadiusOptions: ParsableArguments {
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
}

/// How near a border makes a verdict uncertain, and how sure a match must be.
struct VerdictOptions: ParsableArguments {
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

    /// The options of the library.
    var options: Examiner.Options {
        var options = Examiner.Options()
        options.radii = radii.table
        options.minimumScore = minScore
        options.readsExpressions = !oneAddress
        return options
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
