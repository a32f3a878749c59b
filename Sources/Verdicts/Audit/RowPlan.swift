public import Geodesy
public import Tables

/// Where the rows of a file say what place they are about.
public enum RowPlan: Sendable, Equatable {
    /// An address in one or several columns, to be matched against a gazetteer.
    case addresses(AddressColumns)
    /// A position in two columns.
    case coordinates(CoordinateColumns)

    /// The columns that make an address.
    public struct AddressColumns: Sendable, Equatable {
        /// Columns that make the text when joined by a space, in this order.
        public var text: [Int] = []
        /// Those of them that hold the number of the house alone.
        public var numbers: Set<Int> = []
        /// Those of them that hold the type of way alone.
        public var types: Set<Int> = []
        /// Whether a number is read only where the rest of the text begins with none: the column may count the rows.
        public var numberYields = false
        /// Building, flat, "chez", further lines: read in turn when the text alone finds no street.
        public var complements: [Int] = []
        /// The postcode.
        public var postcode: Int?
        /// The name of the commune.
        public var city: Int?
        /// INSEE code of the commune.
        public var citycode: Int?
        /// The number of the arrondissement, in a column of its own.
        public var district: Int?
        /// Columns that look like a part of the address, or like coordinates, and are not read.
        public var unread: [UnreadColumn] = []
        /// Whether the user named the columns.
        public var isNamed = false

        /// Whether a part of the address may stand in a column that is not read, which nobody left out on purpose: no row is sure.
        public var isIncomplete: Bool { !isNamed && unread.contains { $0.kind.isOfAddress } }

        /// Whether a column tells the town.
        public var hasTown: Bool { postcode != nil || city != nil || citycode != nil }
    }

    /// How a position is written in its cells.
    public enum Notation: Sendable, Equatable {
        /// Two columns of numbers.
        case numbers
        /// Two columns of degrees with minutes.
        case sexagesimal
        /// One column of both: `48.125, -1.655`, or a WKT point.
        case pair
    }

    /// The columns that make a position.
    public struct CoordinateColumns: Sendable, Equatable {
        /// Longitude, or easting.
        public var x: Int
        /// Latitude, or northing.
        public var y: Int
        /// What the numbers are in.
        public var crs: CRS
        /// How the cells are written.
        public var notation = Notation.numbers

        /// States two columns, by position from 0, and their CRS.
        public init(x: Int, y: Int, crs: CRS) {
            self.x = x
            self.y = y
            self.crs = crs
        }
    }

    /// The columns of a file, found by their names: addresses when it has them, else positions.
    ///
    /// - Throws: ``ColumnError`` when it has neither, or when a name stands twice.
    public static func found(in names: ColumnNames) throws(ColumnError) -> RowPlan {
        if let plan = try addresses(in: names) { return plan }
        if let plan = try positions(in: names, crs: nil) { return plan }
        throw ColumnError.noAddressColumns(header: names.header)
    }

    /// Columns that hold an address, found by their names, and where these say nothing by what they hold; nil when there are none.
    ///
    /// - Throws: ``ColumnError`` when a name stands twice.
    public static func addresses(in names: ColumnNames) throws(ColumnError) -> RowPlan? {
        guard let columns = try AddressColumns(found: names) else { return nil }
        return .addresses(columns)
    }

    /// Columns named by the user, in reading order: what is called postcode, commune or INSEE code serves as such, all
    /// others make the text.
    ///
    /// - Throws: ``ColumnError`` when a name is not in the file, stands there twice, or none is given.
    public static func addresses(in names: ColumnNames, named: [String]) throws(ColumnError) -> RowPlan {
        var columns = AddressColumns()
        for name in named {
            let column = try names.column(named: name)
            switch names.role(of: column) {
            case .postcode? where columns.postcode == nil: columns.postcode = column
            case .city? where columns.city == nil: columns.city = column
            case .citycode? where columns.citycode == nil: columns.citycode = column
            case .housenumber?:
                columns.numbers.insert(column)
                columns.text.append(column)
            case .streetType?:
                columns.types.insert(column)
                columns.text.append(column)
            default: columns.text.append(column)
            }
        }
        if RowPlan.addresses(columns).columns.isEmpty { throw ColumnError.noAddressColumns(header: names.header) }
        columns.isNamed = true
        columns.findUnread(names)
        return .addresses(columns)
    }

    /// Columns that hold a position, found by their names: longitude and latitude, or x and y in a CRS.
    ///
    /// - Parameter crs: what the numbers are in; without it x and y are Lambert-93.
    /// - Throws: ``ColumnError`` when there are none, or when a name stands twice.
    public static func coordinates(in names: ColumnNames, crs: CRS?) throws(ColumnError) -> RowPlan {
        if let plan = try positions(in: names, crs: crs) { return plan }
        throw ColumnError.noCoordinateColumns(header: names.header)
    }

    /// The same; nil when there are none.
    package static func positions(in names: ColumnNames, crs: CRS?) throws(ColumnError) -> RowPlan? {
        if crs?.isGeographic ?? true, let x = try names.column(for: .longitude),
            let y = try names.column(for: .latitude)
        {
            var columns = CoordinateColumns(x: x, y: y, crs: crs ?? .wgs84)
            if names.isSexagesimal(x) || names.isSexagesimal(y) { columns.notation = .sexagesimal }
            return .coordinates(columns)
        }
        if let x = try names.column(for: .x), let y = try names.column(for: .y) {
            // Metres of Lambert-93 are never so small.
            let found: CRS = names.isDegrees(x) && names.isDegrees(y) ? .wgs84 : .lambert93
            return .coordinates(CoordinateColumns(x: x, y: y, crs: crs ?? found))
        }
        guard crs?.isGeographic ?? true, let pair = names.pairOfCoordinates else { return nil }
        var columns = CoordinateColumns(x: pair, y: pair, crs: crs ?? .wgs84)
        columns.notation = .pair
        return .coordinates(columns)
    }

    /// The columns that are needed, for messages.
    public var columns: [Int] {
        switch self {
        case .addresses(let c): c.text + c.complements + [c.postcode, c.city, c.citycode, c.district].compactMap { $0 }
        case .coordinates(let c): c.x == c.y ? [c.x] : [c.x, c.y]
        }
    }
}
