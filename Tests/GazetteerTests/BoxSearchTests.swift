import Gazetteer
import Planar
import TestSupport
import Testing

@Suite("addresses in a box")
struct BoxSearchTests {
    let gazetteer = InventedBase.built.gazetteer

    /// Each number's best position, the first of the rows that bear it.
    private var addresses: [AddressEntry] {
        var all: [AddressEntry] = []
        gazetteer.forEachAddress { address in
            func key(_ address: AddressEntry) -> String { "\(address.street) \(address.number) \(address.suffix)" }
            if all.last.map(key) != key(address) || address.number == 0 { all.append(address) }
        }
        return all
    }

    @Test("a box gives the addresses that lie in it, sides included, each number once", arguments: [UInt64(21), 22])
    func boxes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let all = addresses
        var found = 0
        for _ in 0..<200 {
            let a = all.randomElement(using: &generator)!, b = all.randomElement(using: &generator)!
            let box = Box(Point(x: a.longitude, y: a.latitude), Point(x: b.longitude, y: b.latitude))
            var given: [UInt32] = []
            gazetteer.forEachAddress(in: box) { given.append($0.id) }
            let expected = all.filter { box.contains(Point(x: $0.longitude, y: $0.latitude)) }.map(\.id)
            // A box has the whole numbers of the file, a ten-millionth of a degree, as its sides.
            #expect(Set(expected).isSubset(of: given) && given == given.sorted(), "seed \(seed)")
            for id in Set(given).subtracting(expected) {
                let p = all.first { $0.id == id }!
                #expect(box.expanded(by: 1.1e-7).contains(Point(x: p.longitude, y: p.latitude)), "seed \(seed)")
            }
            var positions = 0
            gazetteer.forEachPosition(in: box) { _ in positions += 1 }
            #expect(positions == given.count)
            found += given.count
        }
        #expect(found > 1000)
        gazetteer.forEachAddress(in: .empty) { _ in Issue.record("an empty box holds nothing") }
    }

    @Test("a street gives its numbers once, and their identifiers are those of the matcher")
    func streets() throws {
        let all = addresses
        for street in gazetteer.streets(inCommune: "99001") {
            var given: [UInt32] = []
            gazetteer.forEachAddress(ofStreet: street.id) { given.append($0.id) }
            #expect(given == all.filter { $0.street == street.id }.map(\.id))
        }
        gazetteer.forEachAddress(ofStreet: .max) { _ in Issue.record("there is no such street") }
        let match = gazetteer.match(AddressQuery(text: "12 bis rue de la Paix 99100 Valmorin"))
        guard case .address(let row)? = match.places.first?.place else {
            Issue.record("not found")
            return
        }
        let address = try #require(gazetteer.address(row))
        #expect(gazetteer.banID(of: address) == match.id && match.id == "99001_v0_00012_bis")
    }
}
