import Foundation

/// One row of the base on its way to its commune: fixed numbers, then texts with their lengths.
///
///     u32 length of the record, u32 number, i32 lon, i32 lat, u32 postcode, u8 position type, u8 stripped,
///     then each text: u16 length, bytes
struct BuildRow {
    /// The texts of a record, in the order in which they are compared.
    enum Text: Int, CaseIterable { case street, oldCode, idStreet, suffix, locality, oldName, name, routing, id }

    static let fixed = 22

    let record: UnsafeRawBufferPointer
    private let starts: Starts

    /// A view of the record at `offset`.
    init(_ all: UnsafeRawBufferPointer, _ offset: Int) {
        let length = Int(all.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        record = UnsafeRawBufferPointer(rebasing: all[offset..<offset + length])
        starts = Self.starts(record)
    }

    private typealias Starts = (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16, UInt16)

    private static func starts(_ record: UnsafeRawBufferPointer) -> Starts {
        var starts: Starts = (0, 0, 0, 0, 0, 0, 0, 0, 0)
        var at = Self.fixed
        withUnsafeMutableBytes(of: &starts) { raw in
            for index in 0..<Text.allCases.count {
                raw.storeBytes(of: UInt16(at), toByteOffset: index * 2, as: UInt16.self)
                at += 2 + Int(record.loadUnaligned(fromByteOffset: at, as: UInt16.self))
            }
        }
        return starts
    }

    var number: Int { Int(record.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) }
    var longitude: Int32 { record.loadUnaligned(fromByteOffset: 8, as: Int32.self) }
    var latitude: Int32 { record.loadUnaligned(fromByteOffset: 12, as: Int32.self) }
    var postcode: UInt32 { record.loadUnaligned(fromByteOffset: 16, as: UInt32.self) }
    var position: UInt8 { record[20] }
    /// True when a cadastral number was taken off the street's name.
    var stripped: Bool { record[21] != 0 }

    func text(_ text: Text) -> UnsafeRawBufferPointer {
        let at = withUnsafeBytes(of: starts) {
            Int($0.loadUnaligned(fromByteOffset: text.rawValue * 2, as: UInt16.self))
        }
        let length = Int(record.loadUnaligned(fromByteOffset: at, as: UInt16.self))
        return UnsafeRawBufferPointer(rebasing: record[at + 2..<at + 2 + length])
    }

    func string(_ text: Text) -> String { String(decoding: self.text(text), as: UTF8.self) }

    static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
        let common = min(a.count, b.count)
        if common > 0 {
            let order = Int(memcmp(a.baseAddress!, b.baseAddress!, common))
            if order != 0 { return order }
        }
        return a.count - b.count
    }

    /// The order of rows in a page: by street, number, suffix, best position first; then by all their bytes.
    static func before(_ a: BuildRow, _ b: BuildRow) -> Bool {
        for text in [Text.street, .oldCode] {
            let order = compare(a.text(text), b.text(text))
            if order != 0 { return order < 0 }
        }
        if a.stripped != b.stripped { return !a.stripped }
        let order = compare(a.text(.idStreet), b.text(.idStreet))
        if order != 0 { return order < 0 }
        return withinStreet(a, b)
    }

    /// The order of the rows of one street.
    static func withinStreet(_ a: BuildRow, _ b: BuildRow) -> Bool {
        if a.number != b.number { return a.number < b.number }
        let order = compare(a.text(.suffix), b.text(.suffix))
        if order != 0 { return order < 0 }
        if a.position != b.position { return a.position < b.position }
        return compare(a.record, b.record) < 0
    }
}
