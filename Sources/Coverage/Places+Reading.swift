public import Gazetteer
import Planar
import Tables

extension Places {
    /// Reads a file of places: a CSV, or a GeoJSON file of points.
    ///
    /// A row's own coordinates count when they are a place in France in the system that they are declared in; whether that place
    /// is in the sea, or the right one, cannot be known. Otherwise its address is looked for; one of which only the commune is
    /// found, or that may be several, is not located. Of rows with the same name (the same identifier, where they have no name)
    /// and category less than a metre apart the first counts. O(n log n) in the rows.
    ///
    /// With a day asked, a place is open from the day that it opens, or always when none is stated, to the day before it closes. A
    /// date that cannot be read is no date: that place is not taken for open.
    ///
    /// Of GeoJSON, a geometry that is no point is none; several points that are one position are a point.
    ///
    /// - Parameter gazetteer: opened when the first address is needed; nil when there is none.
    /// - Throws: `InterchangeError` when the file cannot be read; ``ColumnError`` when it has columns neither of coordinates nor of an
    ///   address, or lacks one that was named; ``PerimeterError`` when it is GeoJSON in a system that is not known; ``GeodesyError``.
    public init(path: String, options: PlaceOptions = .init(), gazetteer: () throws -> Gazetteer?) throws {
        self.init()
        var reader = try PlaceReader(PlaceTable(path: path, crs: options.crs), options)
        source = reader.table.source
        columns = reader.columns
        unread = reader.unread
        hasCategories = reader.hasCategories
        personColumns = reader.table.header.filter { Self.personNames.contains(ColumnNames.fold($0)) }
        unit = reader.table.unit
        date = options.date
        wantedCategories = options.categories ?? []
        rows = reader.table.rows.count
        for row in reader.table.rows { try reader.read(row, into: &self, gazetteer) }
        knownCategories = reader.knownCategories
        dropRepeated()
    }

    private static let personNames = Set(
        ["prenom", "prenoms", "first_name", "firstname"] + PersonColumns.births + PersonColumns.ages
            + PersonColumns.sexes)

    /// Leaves the first of the places that are one.
    private mutating func dropRepeated() {
        struct Cell: Hashable {
            let key: String
            let x: Int, y: Int
        }
        var seen: [Cell: [Int]] = [:]
        var kept: [Item] = []
        for item in items {
            let name = item.name.isEmpty ? item.id : item.name
            let key = "\(item.territory)|\(ColumnNames.fold(name))|\(ColumnNames.fold(item.category))"
            let x = Int(item.position.x.rounded(.down)), y = Int(item.position.y.rounded(.down))
            let near = (-1...1).lazy.flatMap { dx in
                (-1...1).lazy.flatMap { dy in seen[Cell(key: key, x: x + dx, y: y + dy)] ?? [] }
            }
            if !name.isEmpty, let first = near.first(where: { kept[$0].position.distance(to: item.position) < 1 }) {
                repeated.append(Repeat(line: item.line, first: kept[first].line, label: name))
            } else {
                seen[Cell(key: key, x: x, y: y), default: []].append(kept.count)
                kept.append(item)
            }
        }
        items = kept
    }
}
