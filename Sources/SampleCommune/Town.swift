/// The town as the other files see it: streets, addresses, and which address lies in which perimeter of 2024.
struct Town: Sendable {
    let seed: UInt64
    let streets: [Street]
    let addresses: [Address]
    /// The code of the perimeter of 2024 of each address; empty outside.
    let codes: [String]
    /// Metres from each address to the nearest border of 2024, negative in a perimeter.
    let distances: [Double]
    /// The indices of each street's addresses, in the order of numbers.
    let byStreet: [[Int]]

    init(seed: UInt64) {
        self.seed = seed
        let network = Network(seed: seed)
        streets = network.streets
        addresses = Addressing(network, seed: seed).addresses
        codes = addresses.map { address in
            Perimeters.vintage2024.first { $0.contains(address.point) }?.code ?? ""
        }
        let borders = Perimeters.vintage2024.flatMap { $0.polygons.joined() }.map { Polyline($0 + [$0[0]]) }
        distances = zip(addresses, codes).map { address, code in
            let nearest = borders.reduce(Double.infinity) { min($0, $1.distance(to: address.point)) }
            return code.isEmpty ? nearest : -nearest
        }
        var lists = [[Int]](repeating: [], count: network.streets.count)
        for (index, address) in addresses.enumerated() { lists[address.street].append(index) }
        byStreet = lists
    }

    func street(of address: Int) -> Street { streets[addresses[address].street] }

    /// The codes of a street's addresses: one when the whole street is on one side, more when it is split.
    func codes(ofStreet street: Int) -> Set<String> { Set(byStreet[street].map { codes[$0] }) }

    /// True where the border cuts the disc in which the position is known to lie, a tenth of it or more on either side.
    ///
    /// Radii by kind of position in metres; a line at 0.69 of the radius cuts off a tenth of a disc.
    func isDelicate(_ index: Int) -> Bool {
        let radii = ["entrée": 5.0, "bâtiment": 15, "parcelle": 25, "segment": 50]
        return abs(distances[index]) < 0.69 * (radii[addresses[index].positionKind] ?? 20)
    }

    /// True for a street on one side of every border, and not along one: nine addresses in ten are 30 m away from any.
    func isWhole(_ street: Int) -> Bool {
        codes(ofStreet: street).count == 1
            && byStreet[street].count { abs(distances[$0]) < 30 } * 10 <= byStreet[street].count
    }

    /// True for a street with a fifth of its addresses or more in perimeters, and a fifth or more outside.
    func isHalved(_ street: Int) -> Bool {
        let inside = byStreet[street].count { !codes[$0].isEmpty }
        return inside * 5 >= byStreet[street].count && inside * 5 <= byStreet[street].count * 4
    }

    /// True when the commune has no other street of that name.
    func isAlone(_ street: Int) -> Bool {
        !streets.indices.contains {
            $0 != street && streets[$0].name == streets[street].name
                && streets[$0].locality.code == streets[street].locality.code
        }
    }

    /// The rows of the address base.
    func addressTable() -> String {
        table([Address.columns] + addresses.map { $0.row(on: streets[$0.street]) })
    }
}
