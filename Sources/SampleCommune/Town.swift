/// The town as the other files see it: streets, addresses, and which address lies in which perimeter of 2024.
struct Town: Sendable {
    let seed: UInt64
    let streets: [Street]
    let addresses: [Address]
    /// The code of the perimeter of 2024 of each address; empty outside.
    let codes: [String]
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
        var lists = [[Int]](repeating: [], count: network.streets.count)
        for (index, address) in addresses.enumerated() { lists[address.street].append(index) }
        byStreet = lists
    }

    func street(of address: Int) -> Street { streets[addresses[address].street] }

    /// The codes of a street's addresses: one when the whole street is on one side, more when it is split.
    func codes(ofStreet street: Int) -> Set<String> { Set(byStreet[street].map { codes[$0] }) }

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
