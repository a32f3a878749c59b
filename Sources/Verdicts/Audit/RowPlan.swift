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
        /// Building, flat, "chez": read when the text alone finds no street.
        public var complement: Int?
        /// The postcode.
        public var postcode: Int?
        /// The name of the commune.
        public var city: Int?
        /// INSEE code of the commune.
        public var citycode: Int?
    }

    /// The columns that make a position.
    public struct CoordinateColumns: Sendable, Equatable {
        /// Longitude, or easting.
        public var x: Int
        /// Latitude, or northing.
        public var y: Int
        /// What the numbers are in.
        public var crs: CRS

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

    /// Columns that hold an address, found by their names; nil when there are none.
    ///
    /// - Throws: ``ColumnError`` when a name stands twice.
    public static func addresses(in names: ColumnNames) throws(ColumnError) -> RowPlan? {
        var columns = AddressColumns()
        if let whole = try names.column(for: .address) {
            columns.text = [whole]
        } else if let street = try names.column(for: .street) {
            for role in [ColumnRole.housenumber, .suffix, .streetType] {
                if let part = try names.column(for: role) { columns.text.append(part) }
            }
            columns.text.append(street)
        }
        if columns.text.isEmpty { return nil }
        columns.complement = try names.column(for: .complement)
        columns.postcode = try names.column(for: .postcode)
        columns.city = try names.column(for: .city)
        columns.citycode = try names.column(for: .citycode)
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
            let folded = ColumnNames.fold(names.header[column])
            if ColumnRole.postcode.names.contains(folded) {
                columns.postcode = column
            } else if ColumnRole.city.names.contains(folded) {
                columns.city = column
            } else if ColumnRole.citycode.names.contains(folded) {
                columns.citycode = column
            } else {
                columns.text.append(column)
            }
        }
        let plan = RowPlan.addresses(columns)
        if plan.columns.isEmpty { throw ColumnError.noAddressColumns(header: names.header) }
        return plan
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
            return .coordinates(CoordinateColumns(x: x, y: y, crs: crs ?? .wgs84))
        }
        if let x = try names.column(for: .x), let y = try names.column(for: .y) {
            return .coordinates(CoordinateColumns(x: x, y: y, crs: crs ?? .lambert93))
        }
        return nil
    }

    /// The columns that are needed, for messages.
    public var columns: [Int] {
        switch self {
        case .addresses(let c): c.text + [c.complement, c.postcode, c.city, c.citycode].compactMap { $0 }
        case .coordinates(let c): [c.x, c.y]
        }
    }
}
