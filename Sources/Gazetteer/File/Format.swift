/// The layout of a gazetteer file (`.qpvg`), all numbers little-endian.
///
///     head      64 bytes: magic, format version, byte order, stamp of the normalisation
///     pages     one per commune, sorted by commune code: its streets, words and addresses (``Page``)
///     sections  communes, strings, names, postcodes, words, postings, meta
///     foot      counts, section table, checksum of head and foot, its length, magic
///
/// A commune's page is the unit of everything: of building (the pages are streamed), of checking (each has its
/// checksum in the commune table), of reading (a query touches the pages of the communes that it may mean), and of
/// memory. Only the sections are global, and they are small: tens of megabytes for the whole country.
enum Format {
    static let magic: [UInt8] = Array("QPVGAZ\r\n".utf8)
    static let version = 4
    /// The version before, of the same layout, without a stamp.
    static let unstamped = 3
    static let byteOrder: UInt32 = 0x0102_0304
    static let headLength = 64
    /// Where ``NormalisationStamp`` stands in the head: u64.
    static let stamp = 16
    /// Counts and section table.
    static let footLength = 64 + Section.allCases.count * 32 + 32
    /// Files up to this size are checked whole when they are opened.
    static let checkedAtOpen = 64 << 20

    enum Section: Int, CaseIterable {
        case pages, communes, strings, names, postcodes, words, postings, meta
    }

    /// Commune table: 96 bytes a commune.
    enum Commune {
        static let size = 96
        static let code = 0  // 5 bytes of text
        static let pageOffset = 8, checksum = 16  // u64
        static let pageLength = 24, nameOffset = 28, addressCount = 32, streetCount = 36  // u32
        static let firstStreet = 40, firstAddress = 44, longitude = 48, latitude = 52  // u32, i32 in 1e-7 degree
        static let nameLength = 56, flags = 58  // u16
        static let cityOffset = 60  // u32: the commune above an arrondissement ("Paris")
        static let cityLength = 64  // u16
        static let postcode = 68  // u32: the most frequent
        static let box = 72  // i32: west, south, east, north of its addresses, in 1e-7 degree
    }

    /// Names of communes: 32 bytes each, sorted by hash, then commune.
    enum Name {
        static let size = 32
        static let hash = 0  // u64
        static let textOffset = 8, commune = 12, signature = 16  // u32
        static let textLength = 20, kind = 22  // u16
        static let wordCount = 24  // u16
        static let old = 26  // u16: place in the page's list of old communes, + 1
    }

    /// Postcodes: 12 bytes each, sorted by postcode, then commune.
    enum Postcode {
        static let size = 12
        static let code = 0, commune = 4, addresses = 8  // u32
    }

    /// Words of all streets: 24 bytes each, sorted by hash, then text.
    enum GlobalWord {
        static let size = 24
        static let hash = 0, signature = 4, textOffset = 8, postingStart = 12, postingCount = 16  // u32
        static let length = 20  // u16
    }

    /// Addresses of a page: 16 bytes each, sorted by street, number, suffix, quality of position.
    enum Address {
        static let size = 16
        static let longitude = 0, latitude = 4  // i32 in 1e-7 degree
        static let number = 8  // u32: 20 bits number, 4 bits position type, 8 bits place in the list of postcodes
        static let suffix = 12, locality = 14  // u16: place in the page's lists, + 1
        static let noNumber = 0xF_FFFF
    }

    /// Streets of a page: 48 bytes each.
    enum Street {
        static let size = 48
        static let nameOffset = 0, nameLength = 4, type = 6, kind = 7
        static let wordStart = 8, wordCount = 12, postcode = 14
        static let firstAddress = 16, addressCount = 20, idOffset = 24, idLength = 28, oldCommune = 30
        static let longitude = 32, latitude = 36, locality = 40, flags = 42, stops = 44
    }

    /// Numbers at the head of a page.
    enum PageHead: Int, CaseIterable {
        case streets, addresses, words, postings, streetWords, suffixes, localities, oldCommunes, postcodes, exceptions
        case text
    }
}

/// What a street of the base is.
enum StreetKind: UInt8 {
    /// A way with addresses.
    case street
    /// A place that has addresses without numbers.
    case place
    /// A locality written beside addresses of other streets (`nom_ld`).
    case locality
}

/// How a name belongs to a commune.
enum CommuneNameKind: Int {
    case official, routing, city, old
}
