/// How many priority neighbourhoods each département has in the official lists.
///
/// Facts, written by `Sources/C/CCommunes/counts.py`: the lists of 2015 (1,514 perimeters) and of 2024 with those of
/// 2025 overseas (1,609). A département that is not here has none in either.
enum OfficialCounts {
    /// Of a département (57, 2A, 974) the number of its perimeters in the list of a vintage; nil for a vintage without a list here.
    static func count(_ departement: String, _ vintage: Int) -> Int? {
        guard let column = [2015: 0, 2024: 1][vintage] else { return nil }
        return byDepartement[departement]?[column] ?? 0
    }

    /// The départements that have a perimeter in some list.
    static var departements: [String] { byDepartement.keys.sorted() }

    private static let byDepartement: [String: [Int]] = {
        var counts: [String: [Int]] = [:]
        for line in table.split(separator: "\n") {
            let cells = line.split(separator: " ")
            counts[String(cells[0])] = cells.dropFirst().map { Int($0)! }
        }
        return counts
    }()

    /// Département, 2015, 2024.
    private static let table = """
        01 9 7
        02 17 17
        03 6 6
        04 3 3
        05 1 1
        06 16 14
        07 5 5
        08 8 8
        09 3 3
        10 10 10
        11 10 10
        12 2 5
        13 65 71
        14 9 8
        15 1 1
        16 6 6
        17 7 7
        18 4 4
        19 3 3
        21 6 6
        22 7 7
        23 1 1
        24 5 5
        25 13 17
        26 12 12
        27 11 12
        28 10 11
        29 9 9
        2A 3 3
        2B 2 2
        30 18 17
        31 19 19
        32 1 1
        33 23 25
        34 22 21
        35 7 6
        36 4 4
        37 12 15
        38 26 24
        39 4 4
        40 5 5
        41 3 4
        42 19 24
        43 2 2
        44 19 19
        45 19 19
        46 1 1
        47 7 7
        48 0 1
        49 13 15
        50 7 7
        51 12 13
        52 4 4
        53 3 3
        54 18 18
        55 3 3
        56 9 9
        57 24 26
        58 5 4
        59 91 94
        60 18 19
        61 7 7
        62 64 64
        63 7 7
        64 4 4
        65 4 4
        66 10 10
        67 21 24
        68 10 11
        69 43 48
        70 5 5
        71 13 12
        72 7 7
        73 4 3
        74 6 6
        75 20 21
        76 28 29
        77 24 25
        78 22 22
        79 5 5
        80 9 10
        81 11 11
        82 4 5
        83 21 23
        84 22 23
        85 4 4
        86 6 6
        87 9 9
        88 6 6
        89 7 7
        90 5 7
        91 39 47
        92 21 19
        93 63 75
        94 42 47
        95 41 42
        971 16 19
        972 7 9
        973 32 29
        974 49 57
        976 36 42
        978 2 3
        987 76 88
        """
}
