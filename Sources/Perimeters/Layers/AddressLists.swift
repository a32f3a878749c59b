import Gazetteer

/// Perimeters that are lists of addresses: which rows of the gazetteer belong to which.
///
/// An address belongs to a list when it was matched to one of its rows, and for no other reason: there is no radius. Of a
/// street or commune the share is that of its numbers that are listed.
package struct AddressLists: Sendable {
    package private(set) var ofRow: [UInt32: [Int]] = [:]
    package private(set) var ofStreet: [UInt32: [Int: Int]] = [:]
    package private(set) var ofCommune: [UInt32: [Int: Int]] = [:]

    /// Whether no perimeter is a list.
    package var isEmpty: Bool { ofRow.isEmpty }

    /// Lists an address for a perimeter (an index into the atlas); once only, whatever how often it is added.
    package mutating func add(_ row: UInt32, street: UInt32, commune: UInt32?, to perimeter: Int) {
        if ofRow[row]?.contains(perimeter) ?? false { return }
        ofRow[row, default: []].append(perimeter)
        ofStreet[street, default: [:]][perimeter, default: 0] += 1
        if let commune { ofCommune[commune, default: [:]][perimeter, default: 0] += 1 }
    }
}
