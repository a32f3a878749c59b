import Algorithms
internal import CCommunes

/// The communes of the official geographic code, with those that they took in and their arrondissements.
///
/// A table of facts inside the program (INSEE 2025, postcodes of La Poste, June 2025). Codes are looked up by binary search; an
/// index of names, of postcodes or of centres is made when it is first asked for, in some milliseconds. Shared by all threads.
public enum CommuneTable {
    /// One line of the table.
    public struct Commune: Sendable, Hashable {
        /// The INSEE code of five characters, such as `57463` or `2A004`.
        public let code: String
        /// The name with its article, as INSEE writes it.
        public let name: String
        /// The postcodes; empty for a delegated or associated commune.
        public let postcodes: [String]
        /// The commune that it is a part of: a city for its arrondissement, a new commune for a delegated one; nil otherwise.
        public let parent: String?
    }

    /// What the table rests on, for a provenance.
    public static let source = "INSEE code officiel géographique 2025; La Poste, codes postaux, 2025-06-19"

    /// The communes of a code: a new commune and the delegated one at its seat may share it. Empty for an unknown code.
    public static func communes(code: String) -> [Commune] {
        guard code.utf8.count == 5 else { return [] }
        let wanted = Array(code.utf8)
        let first = lines.partitioningIndex { !$0.starts(before: wanted) }
        return lines[first...].prefix { $0.hasCode(wanted) }.map(\.commune)
    }

    /// The name of a code, of the commune of today rather than of the one at its seat; nil for an unknown one.
    public static func name(ofCode code: String) -> String? { communes(code: code).first?.name }

    /// The commune of today that a code stands for: the city of an arrondissement, the new commune of a delegated one, else the code
    /// itself.
    public static func current(_ code: String) -> String { communes(code: code).first?.parent ?? code }

    /// The arrondissements of Paris, Lyon or Marseille; empty for any other code.
    public static func arrondissements(of code: String) -> [String] {
        switch code {
        case "75056": (75101...75120).map { String($0) }
        case "69123": (69381...69389).map { String($0) }
        case "13055": (13201...13216).map { String($0) }
        default: []
        }
    }

    /// The communes of a name: case, accents, hyphens, a leading article, "St" for "Saint", "13ème arrondissement" and CEDEX do not
    /// matter; nothing else is forgiven. Communes of today come before those that they took in.
    public static func communes(named name: String) -> [Commune] {
        let key = CommuneKey.bytes(of: name)
        let hash = key.hashValue
        let first = names.partitioningIndex { $0.hash >= hash }
        return names[first...].prefix { $0.hash == hash }.map { lines[Int($0.line)] }
            .filter { CommuneKey.bytes(of: $0.field(1)) == key }.map(\.commune).sorted { $0.rank < $1.rank }
    }

    /// The words by which names are compared: see ``communes(named:)``.
    public static func key(of name: String) -> String { CommuneKey.of(name) }

    /// The communes that have a postcode.
    public static func communes(postcode: String) -> [Commune] {
        guard postcode.utf8.count == 5, let number = Int(postcode) else { return [] }
        return (posted[number] ?? []).map { lines[Int($0)].commune }
    }

    /// Whether a commune has the postcode; a CEDEX code is nobody's.
    ///
    /// Constant time, and needs no index of postcodes.
    public static func hasPostcode(_ postcode: String) -> Bool {
        guard postcode.utf8.count == 5, let number = Int(postcode), number >= 0 else { return false }
        return isPostcode[number]
    }

    /// Whether a number is a postcode.
    private static let isPostcode: [Bool] = {
        var found = [Bool](repeating: false, count: 100_000)
        for line in lines {
            for number in line.postcodes where number < found.count { found[number] = true }
        }
        return found
    }()

    // MARK: Lines

    /// The lines of the table, in the order of their codes.
    static let lines: [CommuneLine] = {
        let bytes = table
        var lines: [CommuneLine] = []
        lines.reserveCapacity(38_000)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            if bytes[start] != UInt8(ascii: "#") {
                lines.append(CommuneLine(start: UInt32(start), end: UInt32(end)))
            }
            start = end + 1
        }
        return lines
    }()

    /// The bytes of the table. They live as long as the program and never change.
    static var table: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: qpv_communes_bytes(), count: qpv_communes_count())
    }

    /// The lines by the hashes of their names' keys.
    private static let names: [(hash: Int, line: Int32)] = lines.enumerated().map { place, line in
        (CommuneKey.bytes(of: line.field(1)).hashValue, Int32(place))
    }.sorted { $0 < $1 }

    private static let posted: [Int: [Int32]] = {
        var posted: [Int: [Int32]] = [:]
        for (place, line) in lines.enumerated() {
            for postcode in line.postcodes { posted[postcode, default: []].append(Int32(place)) }
        }
        return posted
    }()
}

extension CommuneTable.Commune {
    /// Communes of today first, then arrondissements, then those that were taken in.
    fileprivate var rank: String { (parent == nil ? "0" : postcodes.isEmpty ? "2" : "1") + code }
}

/// A line of the table: where it stands in the bytes.
struct CommuneLine: Sendable {
    let start: UInt32
    let end: UInt32

    private var bytes: Slice<UnsafeBufferPointer<UInt8>> { CommuneTable.table[Int(start)..<Int(end)] }

    /// Whether the line's code comes before another one.
    func starts(before code: [UInt8]) -> Bool { bytes.prefix(5).lexicographicallyPrecedes(code) }

    func hasCode(_ code: [UInt8]) -> Bool { bytes.prefix(5).elementsEqual(code) }

    /// The text of a field; empty when the line has fewer.
    func field(_ number: Int) -> String {
        var rest = bytes
        for _ in 0..<number {
            guard let tab = rest.firstIndex(of: 0x09) else { return "" }
            rest = rest[(tab + 1)...]
        }
        return String(decoding: rest.prefix { $0 != 0x09 }, as: UTF8.self)
    }

    /// The postcodes of the line as numbers.
    var postcodes: [Int] {
        var numbers: [Int] = []
        var number = 0, field = 0
        for byte in bytes {
            if byte == 0x09 {
                field += 1
                if field > 2 { break }
            } else if field == 2 {
                if byte == UInt8(ascii: ">") { return [] }
                if byte == UInt8(ascii: ",") {
                    numbers.append(number)
                    number = 0
                } else {
                    number = number * 10 + Int(byte &- UInt8(ascii: "0"))
                }
            }
        }
        return numbers + [number]
    }

    var commune: CommuneTable.Commune {
        let fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        let isPart = fields[2].hasPrefix(">")
        let parent = isPart ? String(fields[2].dropFirst()) : fields.count > 4 ? String(fields[4].dropFirst()) : nil
        return .init(
            code: fields[0], name: fields[1],
            postcodes: isPart || fields[2].isEmpty ? [] : fields[2].split(separator: ",").map(String.init),
            parent: parent)
    }
}
