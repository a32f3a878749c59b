import Perimeters
import Planar
import Threads

extension SheetBook {
    /// Makes the sheet of each perimeter that has a shape, in their order, and hands over what is made of it.
    ///
    /// Memory does not grow with the number of sheets, and nothing of the result depends on the threads.
    ///
    /// - Parameters:
    ///   - threads: how many sheets are under way at once.
    ///   - transform: makes something of a sheet, on any task.
    ///   - emit: takes it, from one task at a time.
    public func forEachSheet<Page: Sendable>(
        threads: Int, _ transform: @escaping @Sendable (Sheet) throws -> Page, emit: (Page) throws -> Void
    ) async throws {
        var next = perimeters.indices.filter { !perimeters[$0].shape.isEmpty }.makeIterator()
        try await orderedPipeline(width: threads) {
            next.next()
        } transform: { i in
            try transform(sheet(i))
        } emit: {
            try emit($0)
        }
    }

    /// The name of each perimeter's files, without ending: its code in letters that are in any file system's, each name once whatever the
    /// case.
    public var fileNames: [String] { Self.fileNames(perimeters.map(\.code)) }

    /// The names of the files of perimeters with these codes.
    public static func fileNames(_ codes: [String]) -> [String] {
        var taken: Set<String> = ["index", "provenance"]
        return codes.map { code in
            let plain = code.unicodeScalars.prefix(60).map { scalar -> Character in
                let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                return isPlain || scalar == "-" ? Character(scalar) : "_"
            }
            let stem = String(plain).isEmpty ? "_" : String(plain)
            var name = stem, number = 1
            while !taken.insert(name.lowercased()).inserted {
                number += 1
                name = "\(stem)-\(number)"
            }
            return name
        }
    }
}
