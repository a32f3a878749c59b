/// The words of the streets of a commune, by hash and letters, with the streets that have each.
struct PageWords {
    /// The letters of each word.
    private(set) var texts: [[UInt8]] = []
    /// The streets that have each word, in order.
    private(set) var streets: [[Int]] = []
    /// The words of each street, by their numbers, in the order of its name.
    private let ofStreets: [[Int]]

    var count: Int { texts.count }
    var postingCount: Int { streets.reduce(0) { $0 + $1.count } }
    var streetWordCount: Int { ofStreets.reduce(0) { $0 + $1.count } }

    /// The words of streets, in the order of the streets.
    init(_ words: [[[UInt8]]]) {
        var found: [[UInt8]: [Int]] = [:]
        for (street, list) in words.enumerated() {
            for word in Set(list) { found[word, default: []].append(street) }
        }
        var numbers: [[UInt8]: Int] = [:]
        for text in Self.sorted(found.keys) {
            numbers[text] = texts.count
            texts.append(text)
            streets.append(found[text]!)
        }
        ofStreets = words.map { list in list.map { numbers[$0]! } }
    }

    /// Words by hash, then by letters: the order in which they are searched.
    static func sorted(_ words: some Sequence<[UInt8]>) -> [[UInt8]] {
        words.map { (hash: hash($0), text: $0) }
            .sorted { $0.hash != $1.hash ? $0.hash < $1.hash : $0.text.lexicographicallyPrecedes($1.text) }
            .map(\.text)
    }

    static func hash(_ word: [UInt8]) -> UInt32 { word.withUnsafeBufferPointer { WordHash.of($0) } }

    static func signature(_ word: [UInt8]) -> UInt32 { word.withUnsafeBufferPointer { WordHash.signature($0) } }

    /// Puts the letters at the end of the pool; where each word starts there, and the end of the last.
    func place(in pool: inout ByteWriter) -> [Int] {
        var starts: [Int] = []
        for text in texts {
            starts.append(pool.bytes.count)
            pool.bytes.append(contentsOf: text)
        }
        return starts + [pool.bytes.count]
    }

    /// Writes hashes, letter sets, sounds, starts of the letters, and who has what.
    func write(to page: inout ByteWriter, starts: [Int]) {
        for text in texts { page.u32(Int(Self.hash(text))) }
        for text in texts { page.u32(Int(Self.signature(text))) }
        for text in texts { page.u32(Int(text.withUnsafeBufferPointer { Phonetic.key($0) })) }
        for start in starts { page.u32(start) }
        var start = 0
        for list in streets {
            page.u32(start)
            start += list.count
        }
        page.u32(start)
        for list in streets { for street in list { page.u32(street) } }
        for list in ofStreets { for word in list { page.u32(word) } }
    }
}
