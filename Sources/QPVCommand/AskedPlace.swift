import QPVService

extension CheckRequest.Place {
    /// The position, or the address that the words of a command line make together.
    init(_ address: [String], lon: Double?, lat: Double?) {
        if let lon, let lat {
            self = .position(longitude: lon, latitude: lat)
        } else {
            self = .address(address.joined(separator: " "))
        }
    }
}
