import Synchronization

/// The address reference, compiled to one file, and the geocoder over it.
///
/// Immutable; one value serves all threads, each with its own ``MatchScratch``.
public final class Gazetteer: Sendable {
    /// What the file holds and what it was made from.
    public let info: GazetteerInfo
    /// Whether the file was compiled with other rules for abbreviations and spellings than those of this program: addresses may go
    /// unfound, and no match is worth more than 0.78. Compile it again.
    public let isOfOtherLexicon: Bool

    private let file: FileBytes
    private let path: String
    let directory: Directory
    private let pages: Bytes
    /// True when the pages were not checked at opening and each is checked at its first use.
    let checksPages: Bool
    /// A commune whose page was found damaged when it was needed; -1 for none.
    private let damaged = Atomic(-1)

    /// Where the bytes of a gazetteer are while it is open.
    public enum Storage: Sendable {
        /// In memory, all of them: nothing that happens to the file matters any more.
        case memory
        /// In memory up to 64 MB, else mapped: opened at once, and shared with other processes. For files that nobody writes to, as those
        /// of the data folder, and for programs that handle SIGBUS: that signal ends the process when somebody cuts the file.
        case mapped
    }

    /// Opens a gazetteer.
    ///
    /// Head, foot and global sections are always checked, files up to 64 MB whole; in larger ones each commune's page
    /// is checked when a query first needs it (a damaged page then has no streets; ``requireIntact()`` tells). Mapped, milliseconds
    /// for a département, tens of milliseconds for the country.
    ///
    /// - Throws: `InterchangeError` when the file cannot be read; ``GazetteerError`` when it is no gazetteer, is cut or
    ///   changed, or has another version.
    public convenience init(path: String, storage: Storage = .memory) throws {
        try self.init(path: path, storage: storage, checkedAtOpen: Format.checkedAtOpen)
    }

    /// Opens a gazetteer, checking files up to `checkedAtOpen` bytes whole.
    init(path: String, storage: Storage = .memory, checkedAtOpen: Int) throws {
        self.path = path
        file = try FileBytes(path) { storage == .mapped && $0 > checkedAtOpen }
        let bytes = file.bytes
        guard bytes.slice(0, 8).buffer.elementsEqual(Format.magic) else {
            throw GazetteerError.damaged(path: path, reason: "it does not begin as a gazetteer does")
        }
        guard bytes.u32(12) == Format.byteOrder else {
            throw GazetteerError.damaged(path: path, reason: "written with another byte order, or changed")
        }
        let version = Int(bytes.u32(8))
        guard version == Format.version || version == Format.unstamped else {
            throw GazetteerError.version(path: path, found: version, expected: Format.version)
        }
        let foot = bytes.slice(bytes.count - Format.footLength, Format.footLength)
        guard foot.slice(foot.count - 16, 8).buffer.elementsEqual(Format.magic),
            foot.int64(foot.count - 8) == version
        else {
            throw GazetteerError.damaged(path: path, reason: "the end is missing")
        }
        let checked = foot.count - 24
        let sum = Checksum.of(Array(bytes.slice(0, Format.headLength).buffer) + Array(foot.slice(0, checked).buffer))
        guard foot.u64(checked) == sum, foot.int64(checked - 8) == bytes.count else {
            throw GazetteerError.damaged(path: path, reason: "head or foot has changed, or the file is cut")
        }
        isOfOtherLexicon = version == Format.unstamped || bytes.u64(Format.stamp) != NormalisationStamp.current
        var sections: [Bytes] = []
        for section in Format.Section.allCases {
            let at = 64 + section.rawValue * 32
            let (offset, length) = (foot.int64(at), foot.int64(at + 8))
            guard offset >= Format.headLength, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
                throw GazetteerError.damaged(path: path, reason: "section \(section) lies outside the file")
            }
            let part = bytes.slice(offset, length)
            if section != .pages, Checksum.of(part) != foot.u64(at + 16) {
                throw GazetteerError.damaged(path: path, reason: "section \(section) has changed")
            }
            sections.append(part)
        }
        pages = bytes
        directory = Directory(sections)
        let streets = directory.communeCount == foot.int64(0) ? foot.int64(8) : -1
        if let fault = directory.fault(streets: streets, addresses: foot.int64(16), fileLength: bytes.count) {
            throw GazetteerError.damaged(path: path, reason: fault)
        }
        checksPages = bytes.count > checkedAtOpen
        let meta = GazetteerMeta(sections[Format.Section.meta.rawValue].buffer)
        info = GazetteerInfo(
            formatVersion: version, identity: meta.identity,
            inputs: meta.inputs.map { GazetteerInfo.Input(name: $0.name, sha256: $0.sha256) },
            communes: foot.int64(0), streets: foot.int64(8), addresses: foot.int64(16), bytes: bytes.count)
        if !checksPages, let broken = firstDamagedPage() {
            throw GazetteerError.damaged(
                path: path, reason: "the page of commune \(directory.code(broken)) has changed")
        }
    }

    /// Checks the pages: their checksums, and that every index stored in them lies in its range. (Opening has checked
    /// the rest of the file.)
    ///
    /// - Returns: the code of the first commune whose page is damaged, nil when there is none. Reads every byte: seconds
    ///   for the country.
    public func verify() -> String? {
        (0..<directory.communeCount).first { !isSound($0) || page($0)?.hasValidIndices != true }
            .map { directory.code($0) }
    }

    /// Makes sure that the answers so far rest on whole pages of a file to which nobody has written since it was opened.
    ///
    /// Constant time. To be asked at the end of a run, before its results count.
    ///
    /// - Throws: ``GazetteerError`` when a page that was needed is damaged; `InterchangeError` when the mapped file has changed.
    public func requireIntact() throws {
        try file.requireUnchanged()
        let commune = damaged.load(ordering: .relaxed)
        if commune >= 0 {
            throw GazetteerError.damaged(
                path: path, reason: "the page of commune \(directory.code(commune)) has changed")
        }
    }

    private func firstDamagedPage() -> Int? {
        (0..<directory.communeCount).first { !isSound($0) }
    }

    private func pageBytes(_ commune: Int) -> Bytes {
        pages.slice(directory.pageOffset(commune), directory.pageLength(commune))
    }

    func isSound(_ commune: Int) -> Bool {
        let bytes = pageBytes(commune)
        let isSound = bytes.count == directory.pageLength(commune) && Checksum.of(bytes) == directory.checksum(commune)
        if !isSound { damaged.store(commune, ordering: .relaxed) }
        return isSound
    }

    /// The page of a commune; nil when it cannot be read, or has other counts than the commune table.
    func page(_ commune: Int) -> Page? {
        guard commune >= 0, commune < directory.communeCount else { return nil }
        guard let page = Page(pageBytes(commune), commune: commune),
            page.streetCount == directory.streetCount(commune), page.addressCount == directory.addressCount(commune)
        else {
            damaged.store(commune, ordering: .relaxed)
            return nil
        }
        return page
    }
}
