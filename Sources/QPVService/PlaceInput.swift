public import QPVKit

/// A file of places: services, schools, stops, candidate sites.
public struct PlaceInput: Sendable {
    /// The path; `-` is standard input.
    public var path: String
    /// How the file is read. A day that it leaves open is that of the session, and the radii are those of the session.
    public var options: PlaceOptions
    /// Whether the caller can state columns and the CRS, so that an error may ask for them.
    public var isConfigurable: Bool

    /// States a file of places.
    public init(_ path: String, _ options: PlaceOptions = PlaceOptions(), isConfigurable: Bool = true) {
        (self.path, self.options, self.isConfigurable) = (path, options, isConfigurable)
    }

    /// Candidate sites in a file that is read in the same way: of any category, with those of the columns named that it has.
    public func candidates(_ path: String) -> PlaceInput {
        var sites = self
        sites.path = path
        (sites.options.categories, sites.options.requiresNamed) = (nil, false)
        return sites
    }

    /// Where a user finds which places are left out.
    enum Account {
        /// In the report of the request.
        case report
        /// In the notes.
        case notes
        /// Nowhere: the result tells how many places it holds.
        case none
    }

    /// Reads the places and notes what came of them.
    ///
    /// - Parameter gazetteer: opened when the first address is needed.
    /// - Throws: ``RequestError`` when no place is located; errors of reading.
    func read(
        _ account: Account, in session: Session, _ gazetteer: LazyGazetteer, _ context: RunContext
    ) throws -> Places {
        var options = options
        options.date = options.date ?? session.options.selection.day
        options.radii = session.options.verdict.radii
        let places: Places
        do {
            places = try Places(path: path, options: options, gazetteer: gazetteer.open)
        } catch let fault as ColumnError {
            throw Self.columns(fault, FilePlace(path, line: 1), account)
        } catch PerimeterError.unknownCRS(let name, let path) {
            throw RequestError.badData(
                .unknownCRS(name), at: FilePlace(path),
                remedies: [isConfigurable ? .stateCRS(of: .places) : .giveDegrees])
        }
        let folded = Set(places.knownCategories.map(ColumnNames.fold))
        for category in options.categories ?? [] where !folded.contains(ColumnNames.fold(category)) {
            throw RequestError.badData(
                .noSuchCategory(category, known: places.knownCategories), at: FilePlace(path))
        }
        try places.requireAny()
        if account != .none { note(places, account, context) }
        if !places.personColumns.isEmpty {
            // Names of places are published.
            context.note(.personColumns(file: places.source.path, places.personColumns))
        }
        return places
    }

    private static func columns(_ fault: ColumnError, _ place: FilePlace, _ account: Account) -> RequestError {
        guard account == .none else { return .columns(fault, at: place, remedies: [.namePlaceColumns]) }
        if case .ambiguousColumn = fault { return .columns(fault, at: place, remedies: []) }
        return .badData(.noPlaceColumns, at: place)
    }

    private func note(_ places: Places, _ account: Account, _ context: RunContext) {
        context.note(.placesRead(file: path, places.columns.map { .init(role: $0.role, name: $0.name) }))
        noteUnread(places.unread, context)
        if account == .report, !places.notLocated.isEmpty { context.note(.placesNotLocated(places.notLocated.count)) }
        if let dates = places.uncheckedDates(.english) { context.note(.placeDatesUnchecked(dates)) }
        guard account == .notes else { return }
        if !places.notLocated.isEmpty {
            context.note(
                .placesMissing(
                    places.notLocated.map {
                        .init(
                            place: places.place($0.line), reason: $0.reason, coordinateFault: $0.coordinateFault)
                    }))
        }
        if !places.undated.isEmpty {
            context.note(
                .placesUndated(
                    places.undated.map { .init(place: places.place($0.line), reason: nil, coordinateFault: nil) }))
        }
    }
}

extension Places {
    /// Refuses a file without a row, and one of which no row is located; that some are closed, or that their dates
    /// cannot be read, says something too.
    fileprivate func requireAny() throws(RequestError) {
        guard items.isEmpty, notOpen.isEmpty, undated.isEmpty else { return }
        let reasons = Set(notLocated.map(\.reason)).sorted { $0.rawValue < $1.rawValue }
        throw .badData(rows == 0 ? .noPlace : .noPlaceLocated(reasons), at: FilePlace(source.path))
    }

    /// Refuses a file of which no place is known to be open on the day asked.
    package func requireOpen() throws(RequestError) {
        guard items.isEmpty else { return }
        throw .badData(
            .noPlaceOpen(on: date, notOpen: notOpen.count, undated: undated.count, notLocated: notLocated.count),
            at: FilePlace(source.path))
    }
}
