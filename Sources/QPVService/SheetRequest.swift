import Gazetteer
import Interchange
public import QPVKit

/// The one-page sheet of a perimeter, or of all perimeters of the session's only file.
public struct SheetRequest: Sendable {
    /// Which perimeters get a sheet.
    public enum Subject: Sendable, Equatable {
        /// The one with this code, or with this name when only one has it.
        case one(String)
        /// All of the file.
        case all
    }

    /// The rows of a table that an audit wrote, of which a sheet tells how many are inside.
    public struct Rows: Sendable {
        /// The table.
        public var table: TableInput
        /// The column of verdicts; nil for the newest. See ``AuditedColumns``.
        public var verdictColumn: String?
        /// The day of the ages, for birth dates.
        public var at: CalendarDay?
        /// How small counts are treated.
        public var disclosure = DisclosureControl.suppression(threshold: 5)

        /// Rows with the usual column of verdicts.
        public init(_ table: TableInput) { self.table = table }
    }

    /// Which perimeters get a sheet.
    public var subject: Subject
    /// A commune's name or INSEE code, to whose perimeters the subject is limited; nil for all communes.
    public var commune: String?
    /// The places; nil for none.
    public var places: PlaceInput?
    /// The distances, in metres, within which places are counted; nil for the usual ones.
    public var distances: [Double]?
    /// The rows that are counted; nil for none.
    public var rows: Rows?
    /// The perimeters of an earlier vintage; nil for none.
    public var against: String?
    /// Contours of communes, whose limits are drawn; nil for none.
    public var communes: String?
    /// The JSON of an earlier sheet, or the folder of earlier sheets; nil for none.
    public var previous: String?
    /// Whether sheets are made though their counts, compared with those of ``previous``, tell small ones.
    public var acceptsDifferencing = false
    /// The language of the sheets.
    public var language = Language.french

    /// Sheets with map and addresses.
    public init(_ subject: Subject) { self.subject = subject }

    /// Makes the sheets, with the radii of the session.
    ///
    /// - Throws: errors that ``RequestError/init(_:)`` reads.
    public func run(
        in session: Session, to output: SheetOutput, _ context: RunContext = RunContext()
    ) async throws -> Outcome<SheetResult> {
        let context = context.begun()
        if subject == .all, case .file(let path) = output { try OutputFolder.check(path) }
        let earlier = try EarlierSheets(previous, ofAll: subject == .all)
        let file = try session.perimeterFile(repairs: .all, context)
        let codes = try codes(in: file.atlas)
        let gazetteerPath = try session.gazetteerPath(context)
        let name = SheetBook.fileNames(codes.sorted()).first ?? ""
        let inputs = files + [file.source.path, gazetteerPath] + [earlier.file(named: name)].compactMap { $0 }
        let opened = try output.open(subject, notReplacing: inputs, limitedTo: personal)

        var provenance = Provenance(version: Version.number, command: "sheet")
        let sheetInputs = try await SheetReading(self, session, context).read(file.atlas, &provenance)
        let parameters: JSONObject = [
            "radius_m": sheetInputs.radii.json,
            "within_m": .array(sheetInputs.distances.map { JSONValue($0) }),
        ]
        provenance.state("parameters", .object(parameters))
        if let previous = subject == .all ? previous : earlier.file(named: name) {
            provenance.state("previous", .object(try SourceFile(streamed: previous).json))
        }

        let differenced = try earlier.differencing(sheetInputs.persons, codes: codes)
        if differenced > 0 {
            guard acceptsDifferencing else {
                throw RequestError.badData(
                    .differencing(differenced), at: FilePlace(previous ?? ""), remedies: [.acceptDifferencing])
            }
            provenance.state("differencing_accepted", true)
        }

        let threads = session.options.threads
        let book = try await SheetBook(sheetInputs, codes: codes, threads: threads)
        let result = try await opened.write(book, since: earlier, provenance, threads: threads, context)
        if case .folder(let path, _) = opened { context.note(.sheetsWritten(result.sheets, folder: path)) }
        if previous != nil, rows != nil { context.note(.publicationsComparable) }
        return try Outcome(result, context, provenance)
    }

    private var personal: [String] { [places?.path].compactMap { $0 } + (rows?.table.files ?? []) }

    private var files: [String] {
        [places?.path, against].compactMap { $0 } + (rows?.table.files ?? []) + [communes, previous].compactMap { $0 }
    }

    /// The codes of the perimeters asked.
    private func codes(in atlas: Atlas) throws(RequestError) -> Set<String> {
        if case .one(let name) = subject {
            return Set(try NamedPerimeter.find(name, in: atlas, commune: commune).perimeters.map(\.code))
        }
        let found = PerimeterNames(atlas).indices(inCommune: commune).map { atlas.perimeters[$0].code }
        if found.isEmpty, let commune {
            throw .badData(.noPerimeterIn(commune: commune, ofSeveral: false), at: FilePlace(atlas.source.path))
        }
        return Set(found)
    }
}
