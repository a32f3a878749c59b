import QPVKit

/// The words about columns that look like something that matters and are not read.
enum UnreadColumnText {
    static func words(_ kind: UnreadColumn.Kind, _ names: [String], _ makesUnsure: Bool) -> String {
        let subject =
            names.count == 1 ? "the column \(names[0])" : "the columns \(names.joined(separator: ", "))"
        let (looks, isRead) = names.count == 1 ? ("looks like", "is not read") : ("look like", "are not read")
        return "\(subject) \(looks) \(what(kind)) and \(isRead)\(makesUnsure ? ", so that no row is sure" : ""): "
            + remedy(kind)
    }

    private static func what(_ kind: UnreadColumn.Kind) -> String {
        switch kind {
        case .housenumber: "the number of a house"
        case .postcode: "a postcode"
        case .town: "a town"
        case .citycode: "the INSEE code of a commune"
        case .otherAddress: "another address"
        case .coordinate, .gridCoordinate: "coordinates"
        case .birth: "a date of birth"
        case .sex: "a sex"
        case .share: "a share"
        }
    }

    private static func remedy(_ kind: UnreadColumn.Kind) -> String {
        switch kind {
        case .otherAddress: "--address-columns names the columns of the address that counts"
        case .housenumber, .postcode, .town, .citycode:
            "name all columns of the address in reading order with --address-columns"
        case .coordinate: "the address is; --lon and --lat read them instead (both name a column that holds both)"
        case .gridCoordinate: "the address is; --x and --y read them instead (--crs where they are not in Lambert-93)"
        case .birth: "--birth-column names it"
        case .sex: "--sex-column names it"
        case .share: "--column pct_qpv=NAME names it"
        }
    }
}
