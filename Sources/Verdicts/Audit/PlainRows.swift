import Interchange

/// Rows whose verdict is plain membership of a point, written from pieces that were made beforehand.
///
/// A position that lies whole inside one perimeter or outside all has a row of few variable parts: its own cells, the distance,
/// and its two coordinates. All else is one of a few thousand texts, made once by the same writer that writes every other row.
package struct PlainRows: Sendable {
    /// Where a piece lies.
    struct Piece: Sendable {
        var start: Int
        var count: Int
    }

    /// Behind the row's own cells, up to the distance: for each perimeter inside it, and last outside all.
    private let before: [Piece]
    /// From behind the distance up to the position: for each perimeter whose border is nearest, outside all and inside one.
    private let after: [(outside: Piece, inside: Piece)]
    private let withPosition: Bool
    private let end: Piece
    private let bytes: [UInt8]
    private let delimiter: UInt8
    /// Bytes behind a piece, or a record, that may be read or written over: copying goes by sixteen.
    fileprivate static let slack = 16

    /// The most bytes that a row takes beside its own cells, with room to write past its end.
    let limit: Int

    /// A row about which nothing else is to be said.
    package struct Row: BitwiseCopyable {
        private let inside: Int32
        private let border: Int32
        /// Metres to the nearest border, negative inside.
        let distance: Double

        /// - Parameters:
        ///   - perimeter: the perimeter that it lies in; -1 outside all.
        ///   - nearest: the perimeter of the nearest border.
        init(perimeter: Int, nearest: Int, distance: Double) {
            inside = Int32(truncatingIfNeeded: perimeter)
            border = Int32(truncatingIfNeeded: nearest)
            self.distance = distance
        }

        /// The perimeter that it lies in; -1 outside all.
        var perimeter: Int { Int(inside) }
        /// The perimeter of the nearest border.
        var nearest: Int { Int(border) }
        /// Whether there is nothing to write from pieces.
        var isNone: Bool { border < 0 }

        /// No such row: there is no nearest perimeter.
        static let none = Row(perimeter: -1, nearest: -1, distance: 0)
    }

    /// - Parameters:
    ///   - before: the cells in front of the distance, for each perimeter inside it, and last outside all.
    ///   - after: the cells behind the distance, for each perimeter whose border is nearest.
    ///   - withPosition: whether longitude and latitude follow.
    ///   - end: the cells behind them; nil for none.
    init(
        before: [[UInt8]], after: [(outside: [UInt8], inside: [UInt8])], withPosition: Bool, end: [UInt8]?,
        dialect: CSVDialect
    ) {
        self.withPosition = withPosition
        var all: [UInt8] = []
        func piece(_ bytes: [UInt8]) -> Piece {
            defer { all += bytes }
            return Piece(start: all.count, count: bytes.count)
        }
        let delimiter = dialect.delimiter
        self.delimiter = delimiter
        self.before = before.map { piece([delimiter] + $0 + [delimiter]) }
        self.after = after.map {
            let next = withPosition ? [delimiter] : []
            return (piece([delimiter] + $0.outside + next), piece([delimiter] + $0.inside + next))
        }
        self.end = piece((end.map { [delimiter] + $0 } ?? []) + dialect.newline.bytes)
        bytes = all + [UInt8](repeating: 0, count: Self.slack)
        let longest = (self.before + self.after.flatMap { [$0.outside, $0.inside] }).map(\.count).max() ?? 0
        limit = 2 * longest + self.end.count + 20 + 2 * 24 + Self.slack
    }

    /// Gives `body` a way to write rows one behind the other.
    @inline(__always)
    func withPen<R>(_ target: UnsafeMutablePointer<UInt8>, _ body: (inout Pen) -> R) -> R {
        bytes.withUnsafeBufferPointer { bytes in
            before.withUnsafeBufferPointer { before in
                after.withUnsafeBufferPointer { after in
                    var pen = Pen(
                        target: target, bytes: bytes.baseAddress!, before: before, after: after, end: end,
                        withPosition: withPosition, delimiter: delimiter)
                    return body(&pen)
                }
            }
        }
    }

    /// Writes rows one behind the other.
    struct Pen {
        private(set) var target: UnsafeMutablePointer<UInt8>
        let bytes: UnsafePointer<UInt8>
        let before: UnsafeBufferPointer<Piece>
        let after: UnsafeBufferPointer<(outside: Piece, inside: Piece)>
        let end: Piece
        let withPosition: Bool
        let delimiter: UInt8

        /// Writes a row: its own `count` bytes and the verdict; `longitude` and `latitude` are texts in those bytes.
        @inline(__always)
        mutating func write(
            _ row: Row, _ record: UnsafePointer<UInt8>, _ count: Int, _ longitude: CSVTextPlace,
            _ latitude: CSVTextPlace
        ) {
            copy(record, count)
            let isInside = row.perimeter >= 0
            copy(before[isInside ? row.perimeter : before.count - 1])
            target += writeThousandths(row.distance, to: target)
            copy(isInside ? after[row.nearest].inside : after[row.nearest].outside)
            if withPosition {
                copy(record + Int(longitude.start), Int(longitude.length))
                target[0] = delimiter
                target += 1
                copy(record + Int(latitude.start), Int(latitude.length))
            }
            copy(end)
        }

        @inline(__always)
        private mutating func copy(_ piece: Piece) { copy(bytes + piece.start, piece.count) }

        @inline(__always)
        private mutating func copy(_ source: UnsafePointer<UInt8>, _ count: Int) {
            let from = UnsafeRawPointer(source)
            let to = UnsafeMutableRawPointer(target)
            var offset = 0
            repeat {
                let chunk = from.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
                to.storeBytes(of: chunk, toByteOffset: offset, as: SIMD16<UInt8>.self)
                offset += PlainRows.slack
            } while offset < count
            target += count
        }
    }
}
