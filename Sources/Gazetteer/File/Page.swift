import Algorithms

/// The part of the file about one commune: its streets, their words, its addresses.
struct Page {
    let bytes: Bytes
    let commune: Int
    let streetCount: Int
    let addressCount: Int
    let wordCount: Int
    private let addresses, streets, hashes, signatures, phonetics, texts, posts, postings, streetWords: Int
    private let suffixes, localities, olds, postcodes, exceptions, pool: Int
    let postingCount, streetWordCount, postcodeCount, textLength: Int
    private let suffixCount, localityCount, oldCount, exceptionCount: Int

    /// A view of a page; nil when its counts cannot be true.
    init?(_ bytes: Bytes, commune: Int) {
        func count(_ field: Format.PageHead) -> Int { Int(bytes.u32(field.rawValue * 4)) }
        self.bytes = bytes
        self.commune = commune
        streetCount = count(.streets)
        addressCount = count(.addresses)
        wordCount = count(.words)
        suffixCount = count(.suffixes)
        localityCount = count(.localities)
        oldCount = count(.oldCommunes)
        exceptionCount = count(.exceptions)
        postcodeCount = count(.postcodes)
        postingCount = count(.postings)
        streetWordCount = count(.streetWords)
        addresses = 48
        streets = addresses + addressCount * Format.Address.size
        hashes = streets + streetCount * Format.Street.size
        signatures = hashes + wordCount * 4
        phonetics = signatures + wordCount * 4
        texts = phonetics + wordCount * 4
        posts = texts + (wordCount + 1) * 4
        postings = posts + (wordCount + 1) * 4
        streetWords = postings + postingCount * 4
        suffixes = streetWords + streetWordCount * 4
        localities = suffixes + suffixCount * 8
        olds = localities + localityCount * 8
        postcodes = olds + oldCount * 16
        exceptions = postcodes + postcodeCount * 4
        pool = exceptions + exceptionCount * 12
        textLength = count(.text)
        guard pool + textLength <= bytes.count else { return nil }
    }

    // MARK: Words

    /// The number of the word with this hash and text, or -1.
    func word(hash: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var low = (0..<wordCount).partitioningIndex { bytes.u32(hashes + $0 * 4) >= hash }
        while low < wordCount, bytes.u32(hashes + low * 4) == hash {
            if wordEquals(low, text) { return low }
            low += 1
        }
        return -1
    }

    func wordText(_ word: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(bytes.u32(texts + word * 4))
        return bytes.slice(pool + start, Int(bytes.u32(texts + word * 4 + 4)) - start).buffer
    }

    private func wordEquals(_ word: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let own = wordText(word)
        guard own.count == text.count else { return false }
        for index in 0..<own.count where own[index] != text[index] { return false }
        return true
    }

    @inline(__always) func wordSignature(_ word: Int) -> UInt32 { bytes.u32(signatures + word * 4) }

    @inline(__always) func wordSound(_ word: Int) -> UInt32 { bytes.u32(phonetics + word * 4) }

    @inline(__always) func wordLength(_ word: Int) -> Int {
        Int(bytes.u32(texts + word * 4 + 4)) - Int(bytes.u32(texts + word * 4))
    }

    /// The streets with this word, as positions in the posting list.
    func postingRange(_ word: Int) -> Range<Int> {
        let start = Int(bytes.u32(posts + word * 4))
        let end = Int(bytes.u32(posts + word * 4 + 4))
        return start <= end && end <= postingCount ? start..<end : 0..<0
    }

    @inline(__always) func posting(_ index: Int) -> Int { Int(bytes.u32(postings + index * 4)) }

    // MARK: Streets

    @inline(__always) private func street(_ index: Int, _ field: Int) -> Int {
        streets + (index < streetCount ? index : 0) * Format.Street.size + field
    }

    func streetName(_ index: Int) -> String {
        bytes.text(
            pool + Int(bytes.u32(street(index, Format.Street.nameOffset))),
            bytes.u16(street(index, Format.Street.nameLength)))
    }

    /// Whether brackets stand behind the name, as in "Rue Basse (Valmorin)".
    func hasBracket(_ index: Int) -> Bool {
        let name = bytes.slice(
            pool + Int(bytes.u32(street(index, Format.Street.nameOffset))),
            Int(bytes.u16(street(index, Format.Street.nameLength))))
        return name.count > 0 && name.buffer.last == 0x29
    }

    func streetType(_ index: Int) -> UInt8 { bytes.u8(street(index, Format.Street.type)) }
    func streetKind(_ index: Int) -> StreetKind {
        StreetKind(rawValue: bytes.u8(street(index, Format.Street.kind))) ?? .street
    }
    /// A hash of its articles, for telling "Rue de Paris" from "Rue Paris".
    func streetStops(_ index: Int) -> UInt32 { bytes.u32(street(index, Format.Street.stops)) }

    func streetWordRange(_ index: Int) -> Range<Int> {
        let start = Int(bytes.u32(street(index, Format.Street.wordStart)))
        let end = start + bytes.u16(street(index, Format.Street.wordCount))
        return end <= streetWordCount ? start..<end : 0..<0
    }

    @inline(__always) func streetWord(_ index: Int) -> Int { Int(bytes.u32(streetWords + index * 4)) }

    /// The words of a street, by their numbers.
    func streetWords(_ index: Int) -> LazyMapSequence<Range<Int>, Int> { streetWordRange(index).lazy.map(streetWord) }

    func addressRange(_ index: Int) -> Range<Int> {
        let start = Int(bytes.u32(street(index, Format.Street.firstAddress)))
        let end = start + Int(bytes.u32(street(index, Format.Street.addressCount)))
        return end <= addressCount ? start..<end : 0..<0
    }

    func streetID(_ index: Int) -> String {
        bytes.text(
            pool + Int(bytes.u32(street(index, Format.Street.idOffset))),
            bytes.u16(street(index, Format.Street.idLength)))
    }

    func streetPostcode(_ index: Int) -> UInt32 { postcode(bytes.u16(street(index, Format.Street.postcode))) }
    /// The place of its old commune in the page's list, + 1; 0 for none.
    func streetOld(_ index: Int) -> Int { bytes.u16(street(index, Format.Street.oldCommune)) }
    func streetLocality(_ index: Int) -> Int { bytes.u16(street(index, Format.Street.locality)) }
    func streetPoint(_ index: Int) -> (lon: Double, lat: Double) {
        (
            Double(bytes.i32(street(index, Format.Street.longitude))) / 1e7,
            Double(bytes.i32(street(index, Format.Street.latitude))) / 1e7
        )
    }

    // MARK: Addresses

    @inline(__always) private func address(_ index: Int, _ field: Int) -> Int {
        addresses + (index < addressCount ? index : 0) * Format.Address.size + field
    }

    /// The house number; `Format.Address.noNumber` for none.
    @inline(__always) func number(_ index: Int) -> Int {
        Int(bytes.u32(address(index, Format.Address.number)) & 0xF_FFFF)
    }

    func positionType(_ index: Int) -> PositionType {
        PositionType(rawValue: UInt8(bytes.u32(address(index, Format.Address.number)) >> 20 & 15)) ?? .unknown
    }

    func addressPostcode(_ index: Int) -> UInt32 {
        postcode(Int(bytes.u32(address(index, Format.Address.number)) >> 24))
    }

    func point(_ index: Int) -> (lon: Double, lat: Double) {
        (
            Double(bytes.i32(address(index, Format.Address.longitude))) / 1e7,
            Double(bytes.i32(address(index, Format.Address.latitude))) / 1e7
        )
    }

    /// Longitude and latitude of an address in 1e-7 degree.
    @inline(__always) func degrees(_ index: Int) -> (lon: Int32, lat: Int32) {
        (bytes.i32(address(index, Format.Address.longitude)), bytes.i32(address(index, Format.Address.latitude)))
    }

    /// The place of the suffix in the page's list, + 1; 0 for none.
    @inline(__always) func suffixIndex(_ index: Int) -> Int { bytes.u16(address(index, Format.Address.suffix)) }
    func localityIndex(_ index: Int) -> Int { bytes.u16(address(index, Format.Address.locality)) }

    // MARK: Lists

    private func reference(_ list: Int, _ index: Int, _ count: Int, _ stride: Int = 8) -> Bytes {
        guard index >= 0, index < count else { return .empty }
        return bytes.slice(
            pool + Int(bytes.u32(list + index * stride)), Int(bytes.u32(list + index * stride + 4)))
    }

    /// The suffix as the base writes it, by its place + 1.
    func suffix(_ place: Int) -> UnsafeBufferPointer<UInt8> { reference(suffixes, place - 1, suffixCount).buffer }
    func locality(_ place: Int) -> String {
        String(decoding: reference(localities, place - 1, localityCount).buffer, as: UTF8.self)
    }
    func oldCommune(_ place: Int) -> (name: String, code: String) {
        let name = reference(olds, place - 1, oldCount, 16).buffer
        let code =
            place > 0 && place <= oldCount
            ? bytes.slice(olds + (place - 1) * 16 + 8, 5).buffer : .init(start: nil, count: 0)
        return (String(decoding: name, as: UTF8.self), String(decoding: code.prefix { $0 != 0 }, as: UTF8.self))
    }
    var oldCommuneCount: Int { oldCount }
    /// Whether an address of the commune has a postcode.
    func hasPostcode(_ code: UInt32) -> Bool { (0..<postcodeCount).contains { postcode($0) == code } }
    func postcode(_ place: Int) -> UInt32 { place < postcodeCount ? bytes.u32(postcodes + place * 4) : 0 }

    /// The identifier of an address when it does not follow from its street, number and suffix.
    func exception(_ index: Int) -> String? {
        let low = (0..<exceptionCount).partitioningIndex { Int(bytes.u32(exceptions + $0 * 12)) >= index }
        guard low < exceptionCount, Int(bytes.u32(exceptions + low * 12)) == index else { return nil }
        return bytes.text(
            pool + Int(bytes.u32(exceptions + low * 12 + 4)), Int(bytes.u32(exceptions + low * 12 + 8)))
    }

    // MARK: Checks

    /// Whether a stretch of the pool lies in it.
    private func isInPool(_ start: Int, _ length: Int) -> Bool { length >= 0 && start + length <= textLength }

    func hasValidWord(_ word: Int) -> Bool {
        let (start, end) = (Int(bytes.u32(posts + word * 4)), Int(bytes.u32(posts + word * 4 + 4)))
        return isInPool(Int(bytes.u32(texts + word * 4)), wordLength(word)) && start <= end && end <= postingCount
    }

    func hasValidStreet(_ index: Int) -> Bool {
        func number(_ field: Int) -> Int { Int(bytes.u32(street(index, field))) }
        func small(_ field: Int) -> Int { bytes.u16(street(index, field)) }
        return isInPool(number(Format.Street.nameOffset), small(Format.Street.nameLength))
            && isInPool(number(Format.Street.idOffset), small(Format.Street.idLength))
            && StreetKind(rawValue: bytes.u8(street(index, Format.Street.kind))) != nil
            && streetType(index) < Lexicon.shared.typeNames.count
            && number(Format.Street.wordStart) + small(Format.Street.wordCount) <= streetWordCount
            && number(Format.Street.firstAddress) + number(Format.Street.addressCount) <= addressCount
            && small(Format.Street.postcode) < max(postcodeCount, 1) && streetOld(index) <= oldCount
            && streetLocality(index) <= localityCount
    }

    func hasValidAddress(_ index: Int) -> Bool {
        suffixIndex(index) <= suffixCount && localityIndex(index) <= localityCount
            && PositionType(rawValue: UInt8(bytes.u32(address(index, Format.Address.number)) >> 20 & 15)) != nil
    }

    var hasValidLists: Bool {
        stride(from: suffixes, to: olds, by: 8).allSatisfy(isPoolReference)
            && (0..<oldCount).allSatisfy { isPoolReference(olds + $0 * 16) }
            && (0..<exceptionCount).allSatisfy {
                Int(bytes.u32(exceptions + $0 * 12)) < addressCount && isPoolReference(exceptions + $0 * 12 + 4)
            }
    }

    private func isPoolReference(_ at: Int) -> Bool { isInPool(Int(bytes.u32(at)), Int(bytes.u32(at + 4))) }
}
