package import Geodesy

/// A département or a collectivity overseas, by its official number.
package struct Departement: Sendable, Hashable {
    /// Two characters in metropolitan France (57, 2A), three overseas (974, 987).
    package let code: String

    /// A département by its number; nil for a number that is none.
    package init?(_ code: String) {
        guard [2, 3].contains(code.utf8.count) else { return nil }
        self.init(ofCommune: code + (code.utf8.count == 2 ? "001" : "01"))
        guard self.code == code else { return nil }
    }

    /// The département of a commune, by its INSEE code; nil for another text.
    package init?(ofCommune code: String) {
        guard let territory = Territory.ofCommune(code) else { return nil }
        self.code = String(code.prefix(territory == .metropole ? 2 : 3)).uppercased()
    }

    /// The département in a code of a perimeter (`QP057001`, `QN02A01M`, `QP971001`); nil for a code of another form.
    package init?(ofPerimeter code: String) {
        guard code.utf8.count == 8, code.utf8.prefix(2).allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
        else {
            return nil
        }
        let number = code.dropFirst(2).prefix(3).uppercased()
        self.init(number.hasPrefix("0") ? String(number.dropFirst()) : number)
    }

    /// The territory; nil for a number without one.
    package var territory: Territory? { Territory.ofCommune(code + (code.utf8.count == 2 ? "001" : "01")) }
}
