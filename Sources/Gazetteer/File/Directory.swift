import Algorithms
import Foundation

/// The global sections: communes, their names and postcodes, and the words of the country.
struct Directory: Sendable {
    private let communes, strings, names, postcodes, words, postings: Bytes
    let communeCount: Int
    let nameCount: Int
    let wordCount: Int
    let postcodeCount: Int

    init(_ sections: [Bytes]) {
        func section(_ section: Format.Section) -> Bytes { sections[section.rawValue] }
        communes = section(.communes)
        strings = section(.strings)
        names = section(.names)
        postcodes = section(.postcodes)
        words = section(.words)
        postings = section(.postings)
        communeCount = communes.count / Format.Commune.size
        nameCount = names.count / Format.Name.size
        wordCount = words.count / Format.GlobalWord.size
        postcodeCount = postcodes.count / Format.Postcode.size
    }

    // MARK: Communes

    @inline(__always) private func field(_ commune: Int, _ field: Int) -> Int { commune * Format.Commune.size + field }

    func code(_ commune: Int) -> String { communes.text(field(commune, Format.Commune.code), 5) }
    func name(_ commune: Int) -> String {
        strings.text(
            Int(communes.u32(field(commune, Format.Commune.nameOffset))),
            communes.u16(field(commune, Format.Commune.nameLength)))
    }
    func city(_ commune: Int) -> String {
        strings.text(
            Int(communes.u32(field(commune, Format.Commune.cityOffset))),
            communes.u16(field(commune, Format.Commune.cityLength)))
    }
    /// Two communes have the same city when they are arrondissements of one.
    func cityKey(_ commune: Int) -> UInt32 {
        arrondissement(commune) > 0
            ? communes.u32(field(commune, Format.Commune.cityOffset)) : UInt32.max - UInt32(commune)
    }
    func arrondissement(_ commune: Int) -> Int { communes.u16(field(commune, Format.Commune.flags)) }
    func pageOffset(_ commune: Int) -> Int { communes.int64(field(commune, Format.Commune.pageOffset)) }
    func pageLength(_ commune: Int) -> Int { Int(communes.u32(field(commune, Format.Commune.pageLength))) }
    func checksum(_ commune: Int) -> UInt64 { communes.u64(field(commune, Format.Commune.checksum)) }
    func addressCount(_ commune: Int) -> Int { Int(communes.u32(field(commune, Format.Commune.addressCount))) }
    func streetCount(_ commune: Int) -> Int { Int(communes.u32(field(commune, Format.Commune.streetCount))) }
    func firstStreet(_ commune: Int) -> Int { Int(communes.u32(field(commune, Format.Commune.firstStreet))) }
    func firstAddress(_ commune: Int) -> Int { Int(communes.u32(field(commune, Format.Commune.firstAddress))) }
    func postcode(_ commune: Int) -> UInt32 { communes.u32(field(commune, Format.Commune.postcode)) }
    func point(_ commune: Int) -> (lon: Double, lat: Double) {
        (
            Double(communes.i32(field(commune, Format.Commune.longitude))) / 1e7,
            Double(communes.i32(field(commune, Format.Commune.latitude))) / 1e7
        )
    }

    /// The least box of meridians and parallels around the addresses of a commune, in 1e-7 degree.
    struct Extent {
        var west, south, east, north: Int32
    }

    func box(_ commune: Int) -> Extent {
        let at = field(commune, Format.Commune.box)
        return Extent(
            west: communes.i32(at), south: communes.i32(at + 4), east: communes.i32(at + 8),
            north: communes.i32(at + 12))
    }

    /// The last commune whose `start` is not above `value`; -1 when there is none.
    private func last(_ value: Int, _ start: (Int) -> Int) -> Int {
        (0..<communeCount).partitioningIndex { start($0) > value } - 1
    }

    /// The commune of an address of the whole base.
    func commune(ofAddress row: Int) -> Int { last(row, firstAddress) }
    /// The commune of a street of the whole base.
    func commune(ofStreet street: Int) -> Int { last(street, firstStreet) }

    /// The communes whose code begins so, as a range.
    func communes(code prefix: some Collection<UInt8>) -> Range<Int> {
        func bound(_ after: Bool) -> Int {
            (0..<communeCount).partitioningIndex { commune in
                let own = communes.slice(field(commune, Format.Commune.code), min(5, prefix.count)).buffer
                return !own.lexicographicallyPrecedes(prefix) && !(after && own.elementsEqual(prefix))
            }
        }
        let start = bound(false)
        return start..<max(start, bound(true))
    }

    // MARK: Postcodes

    /// The entries of a postcode.
    func entries(postcode: UInt32) -> Range<Int> {
        func bound(_ value: UInt32) -> Int {
            (0..<postcodeCount).partitioningIndex { postcodes.u32($0 * Format.Postcode.size) >= value }
        }
        let start = bound(postcode)
        return start..<max(start, bound(postcode &+ 1))
    }

    func postcodeCommune(_ entry: Int) -> Int { Int(postcodes.u32(entry * Format.Postcode.size + 4)) }

    // MARK: Names of communes

    func entries(nameHash hash: UInt64) -> Range<Int> {
        let start = (0..<nameCount).partitioningIndex { names.u64($0 * Format.Name.size) >= hash }
        var end = start
        while end < nameCount, names.u64(end * Format.Name.size) == hash { end += 1 }
        return start..<end
    }

    func nameCommune(_ entry: Int) -> Int { Int(names.u32(entry * Format.Name.size + Format.Name.commune)) }
    func nameSignature(_ entry: Int) -> UInt32 { names.u32(entry * Format.Name.size + Format.Name.signature) }
    func nameLength(_ entry: Int) -> Int { names.u16(entry * Format.Name.size + Format.Name.textLength) }
    func nameText(_ entry: Int) -> UnsafeBufferPointer<UInt8> {
        strings.slice(Int(names.u32(entry * Format.Name.size + Format.Name.textOffset)), nameLength(entry)).buffer
    }
    func nameKind(_ entry: Int) -> CommuneNameKind {
        CommuneNameKind(rawValue: names.u16(entry * Format.Name.size + Format.Name.kind)) ?? .official
    }
    /// The place of an old commune in its page's list, + 1.
    func nameOld(_ entry: Int) -> Int { names.u16(entry * Format.Name.size + Format.Name.old) }

    // MARK: Words

    /// The word with this text, or -1.
    func word(hash: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var low = (0..<wordCount).partitioningIndex { words.u32($0 * Format.GlobalWord.size) >= hash }
        while low < wordCount, words.u32(low * Format.GlobalWord.size) == hash {
            let own = wordText(low)
            if own.count == text.count, memcmp(own.baseAddress!, text.baseAddress!, own.count) == 0 { return low }
            low += 1
        }
        return -1
    }

    @inline(__always) func wordSignature(_ word: Int) -> UInt32 { words.u32(word * Format.GlobalWord.size + 4) }
    @inline(__always) func wordLength(_ word: Int) -> Int { words.u16(word * Format.GlobalWord.size + 20) }
    func wordText(_ word: Int) -> UnsafeBufferPointer<UInt8> {
        strings.slice(Int(words.u32(word * Format.GlobalWord.size + 8)), wordLength(word)).buffer
    }
    /// How many communes have the word.
    func wordCommunes(_ word: Int) -> Int { Int(words.u32(word * Format.GlobalWord.size + 16)) }
    /// The communes with the word, by number.
    func wordCommune(_ word: Int, _ index: Int) -> Int {
        Int(postings.u32((Int(words.u32(word * Format.GlobalWord.size + 12)) + index) * 4))
    }

    // MARK: Checks

    private func isInStrings(_ start: UInt32, _ length: Int) -> Bool { Int(start) + length <= strings.count }

    /// Whether the name of a commune and of its city lie in the section of texts.
    func hasValidTexts(_ commune: Int) -> Bool {
        isInStrings(
            communes.u32(field(commune, Format.Commune.nameOffset)),
            communes.u16(field(commune, Format.Commune.nameLength)))
            && isInStrings(
                communes.u32(field(commune, Format.Commune.cityOffset)),
                communes.u16(field(commune, Format.Commune.cityLength)))
    }

    func hasValidText(name: Int) -> Bool {
        isInStrings(names.u32(name * Format.Name.size + Format.Name.textOffset), nameLength(name))
    }

    /// Whether a word of the country lies in the section of texts, and its list of communes in theirs.
    func hasValidText(word: Int) -> Bool {
        let start = Int(words.u32(word * Format.GlobalWord.size + 12))
        return isInStrings(words.u32(word * Format.GlobalWord.size + 8), wordLength(word))
            && start + wordCommunes(word) <= postings.count / 4
    }

    /// Whether every commune that a word names exists.
    var hasValidPostings: Bool {
        let count = UInt32(communeCount)
        return (0..<postings.count / 4).allSatisfy { postings.u32($0 * 4) < count }
    }
}
