import Synchronization

/// How much work one file may make: a bound for each kind of work, all in one place.
///
/// A file beyond a bound is refused, and the error names the bound. Ordinary files of perimeters and workbooks stay far below
/// each. The limits hold for the whole process.
public struct ReadingLimits: Sendable, Hashable {
    /// A kind of work.
    public enum Bound: String, Sendable, Hashable, CaseIterable {
        /// Bytes of a file that is held in memory, as it is stored.
        case file
        /// Bytes of a compressed file, of a part of an archive or of a workbook, once inflated.
        case unpacked
        /// Vertices of all shapes of a layer.
        case vertices
        /// Crossings and branchings of edges, and rings inside each other, in all invalid shapes of a layer together: what repairs
        /// must untangle. One more is allowed for each 50 vertices.
        case crossings
        /// Filled cells of a sheet, cells of a table of points.
        case cells
        /// Bytes of text in the filled cells of a sheet, or four times the size of the sheet's part where that is more.
        case text
        /// Sheets of a workbook.
        case sheets
        /// Seconds of processor time of `ogr2ogr` for each MiB begun.
        case seconds
        /// Bytes of memory of `ogr2ogr`.
        case memory
    }

    private var stated: [Bound: Int] = [:]

    /// The default of each bound.
    public init() {}

    /// The value of a bound.
    public subscript(bound: Bound) -> Int {
        get { stated[bound] ?? Self.standard(bound) }
        set { stated[bound] = newValue }
    }

    private static func standard(_ bound: Bound) -> Int {
        switch bound {
        case .file: 512 << 20
        case .unpacked: 1 << 30
        case .vertices: 20_000_000
        case .crossings: 4_000
        case .cells: 50_000_000
        case .text: 64 << 20
        case .sheets: 1_000
        case .seconds: 2
        case .memory: 1 << 30
        }
    }

    /// The limits of this process.
    public static var current: ReadingLimits {
        get { shared.withLock { $0 } }
        set { shared.withLock { $0 = newValue } }
    }

    private static let shared = Mutex(ReadingLimits())

    /// The error of a file beyond a bound.
    ///
    /// - Parameter message: what there is too much of, without the limit.
    package static func exceeded(
        _ bound: Bound, _ message: String, file: String?, notes: [String] = []
    ) -> InterchangeError {
        InterchangeError(
            .badData, "\(message): the limit is \(current.words(bound))", file: file, notes: notes,
            remedy: .raiseLimit(bound))
    }

    /// The value of a bound with its unit.
    package func words(_ bound: Bound) -> String {
        let value = self[bound]
        return switch bound {
        case .file, .unpacked, .text, .memory: value >= 1 << 20 ? "\(value >> 20) MiB" : "\(value) bytes"
        case .vertices, .crossings, .cells, .sheets: "\(value)"
        case .seconds: "\(value) s for each MiB"
        }
    }
}
