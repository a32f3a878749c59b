import Foundation
public import Gazetteer
public import Geodesy
import Interchange
public import QPVKit

/// What a session opens, and how it judges.
public struct SessionOptions: Sendable {
    /// The files of perimeters; empty for those of ``data``.
    public var perimeters: [PerimeterSource] = []
    /// What files of perimeters do not say of themselves.
    public var reading = PerimeterReading()
    /// Which of the perimeters are asked.
    public var selection = LayerSelection()
    /// The gazetteer, a compiled file or a CSV of the BAN; nil for that of ``data``.
    public var gazetteer: String?
    /// Where its bytes are while it is open; a command, which handles SIGBUS, maps it.
    public var gazetteerStorage = Gazetteer.Storage.memory
    /// Radii, least score, and whether a text may list several addresses.
    public var verdict = Examiner.Options()
    /// How many batches are worked on at once.
    public var threads = ProcessInfo.processInfo.activeProcessorCount
    /// The folder of the default perimeters and gazetteer.
    public var data: DataFolder

    /// Default data only.
    public init(data: DataFolder) { self.data = data }

    /// Whether there is one file of perimeters, and no stream, which gives its bytes once.
    var isOneFileReadAgain: Bool {
        perimeters.count < 2 && perimeters.allSatisfy { FileIdentity(path: $0.path)?.isRegular ?? true }
    }
}

/// A file of perimeters, and what it holds where it does not say.
public struct PerimeterSource: Sendable, Equatable {
    /// The path; `-` is standard input.
    public var path: String
    /// The kind of all its perimeters.
    public var kind: PerimeterKind?
    /// The vintage of all its perimeters.
    public var vintage: Int?

    /// States a file.
    public init(_ path: String, kind: PerimeterKind? = nil, vintage: Int? = nil) {
        (self.path, self.kind, self.vintage) = (path, kind, vintage)
    }
}

/// What files of perimeters do not say of themselves, or say under other names; and what is read of them.
public struct PerimeterReading: Sendable, Equatable {
    /// The kind of all perimeters of a file that names none in ``PerimeterSource``.
    public var kind: PerimeterKind?
    /// The CRS of the coordinates.
    public var crs: CRS?
    /// The layer, in a file with several.
    public var layer: String?
    /// The field with the code.
    public var codeField: String?
    /// The field with the name.
    public var nameField: String?
    /// The field with the INSEE codes of the communes.
    public var communeField: String?
    /// The same fields of files that have their own: what the file is called (its kind, its kind and vintage such as `qpv-2015`, or
    /// its name with or without folder and ending), then the field.
    public var fieldsOfLayers: [LayerField] = []
    /// The départements (57, 2A, 974) to which the files are limited; empty for all. Never for a verdict.
    public var departements: [String] = []

    /// Everything as the files say.
    public init() {}

    /// The same for the library.
    package func options(
        of source: PerimeterSource? = nil, repairs: PerimeterFile.Options.Repairs = .all
    ) -> PerimeterFile.Options {
        var options = PerimeterFile.Options()
        (options.kind, options.vintage) = (source?.kind ?? kind, source?.vintage)
        (options.crs, options.layer, options.repairs) = (crs, layer, repairs)
        (options.codeField, options.nameField, options.communeField) = (codeField, nameField, communeField)
        options.departements = departements
        for own in fieldsOfLayers where source.map({ own.isOf($0) }) ?? false {
            switch own.role {
            case .code: options.codeField = own.field
            case .name: options.nameField = own.field
            case .commune: options.communeField = own.field
            }
        }
        return options
    }
}

/// Which of the perimeters are asked.
public struct LayerSelection: Sendable, Equatable {
    /// The day, or the vintages.
    public var choice = Layers.Choice.only
    /// The ground that the files speak of, as far as the caller states it; nil for what they say themselves.
    public var ground: Ground?
    /// A CSV of named unions of perimeters.
    public var groups: String?
    /// A CSV of other spellings of names, for the groups.
    public var aliases: String?

    /// All perimeters of the files, as they are.
    public init() {}

    /// Whether all perimeters of the files are asked, as they are.
    package var isNothing: Bool { choice == .only && groups == nil }

    /// The day asked; nil when none is.
    package var day: CalendarDay? { if case .on(let day) = choice { day } else { nil } }

    /// Whether the default perimeters of all vintages are wanted.
    package var needsAllVintages: Bool { choice != .only }

    /// The files that a user writes by hand.
    package var files: [String] { [groups, aliases].compactMap { $0 } }
}
