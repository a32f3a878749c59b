/// What the global sections must know of a commune once its page is written.
struct CommuneSummary {
    var code = ""
    var name = ""
    /// The commune above an arrondissement ("Paris"), else its own name.
    var city = ""
    var arrondissement = 0
    var routings: [String] = []
    var olds: [(name: String, code: String)] = []
    /// Postcodes with their number of addresses.
    var postcodes: [(code: UInt32, addresses: Int)] = []
    var addresses = 0
    var streets = 0
    /// The box around its addresses, in 1e-7 degree.
    private(set) var west = Int32.max, south = Int32.max, east = Int32.min, north = Int32.min
    private var sumX = 0.0
    private var sumY = 0.0
    var pageOffset = 0
    var pageLength = 0
    var checksum: UInt64 = 0
    /// Its words with the number of its streets that have them.
    var words: [(text: [UInt8], streets: Int)] = []

    /// The mean of its addresses, in 1e-7 degree.
    var longitude: Int32 { Int32(sumX / Double(max(addresses, 1))) }
    var latitude: Int32 { Int32(sumY / Double(max(addresses, 1))) }

    /// Counts an address at a position in 1e-7 degree.
    mutating func add(longitude: Int32, latitude: Int32) {
        addresses += 1
        (west, south) = (min(west, longitude), min(south, latitude))
        (east, north) = (max(east, longitude), max(north, latitude))
        sumX += Double(longitude)
        sumY += Double(latitude)
    }
}
