import Communes
import Gazetteer
import Perimeters
import Tables

extension AddressQuery {
    /// Leaves out a postcode that no commune has, where the query names a commune of its département: it is the CEDEX code of a post
    /// office or a firm, written without the word. The commune is that of the name.
    mutating func leaveOutCedexCode() {
        guard let postcode, postcode.utf8.count == 5, !CommuneTable.hasPostcode(postcode) else { return }
        if let citycode, !citycode.isEmpty {
            if Departement.isOne(postcode: postcode, citycode: citycode) { self.postcode = nil }
            return
        }
        guard let city, !city.isEmpty else { return }
        let there = CommuneTable.communes(named: city).filter {
            Departement.isOne(postcode: postcode, citycode: $0.code)
        }
        guard let first = there.first else { return }
        self.postcode = nil
        // Communes that another one took in come last.
        if there.count == 1 || first.parent == nil && there.dropFirst().allSatisfy({ $0.parent != nil }) {
            citycode = first.code
        }
    }
}

extension Departement {
    /// Whether a postcode and the INSEE code of a commune begin with one département.
    static func isOne(postcode: String, citycode: String) -> Bool {
        if citycode.hasPrefix("2A") || citycode.hasPrefix("2B") { return postcode.hasPrefix("20") }
        let length = citycode.hasPrefix("97") || citycode.hasPrefix("98") ? 3 : 2
        return postcode.prefix(length) == citycode.prefix(length)
    }
}
