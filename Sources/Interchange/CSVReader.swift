import Foundation

/// Reads a CSV file as batches of whole records, in constant memory, once, forward.
///
/// Only the bounds of records are found here, at the speed of `memchr`; the cells are parsed where a batch is used. The
/// batches of one file hold the same records whatever their size and however the bytes arrive. A record that is ragged or
/// holds bytes which are no text is delivered like any other. Blank lines are left out, unless the file has one column.
/// For one thread at a time.
public final class CSVReader: TableReader {
    /// The name of the file for messages.
    public var name: String { source.name }
    /// The dialect found or stated.
    public let dialect: CSVDialect
    /// The names of the columns.
    public private(set) var header = CSVHeader(names: [], raw: [])
    /// How many records have been delivered.
    public private(set) var recordCount = 0
    /// How many blank lines have been left out.
    public private(set) var blankLines = 0

    /// None: a CSV is no workbook.
    public var sheet: SheetFacts? { nil }
    /// What a user should know of how it was read, a sentence each.
    public private(set) var notes: [TableNote] = []
    /// The line of the headings, from 1.
    public private(set) var headerLine = 1

    private let source: ByteSource
    private let batchBytes: Int
    private let maximumRecordBytes: Int
    private var scanner: CSVRecordScanner
    private var buffer: CSVReadBuffer
    /// The most records that a batch had so far.
    private var usualCount = 0
    /// A batch that was looked at and is not delivered yet.
    private var ahead: RowBatch?

    /// Opens a source, finds its dialect in its first bytes and reads its header.
    ///
    /// - Parameters:
    ///   - stated: what the user says of the dialect; the rest is found.
    ///   - header: what to do with the first record.
    ///   - batchBytes: about how many bytes a batch has; the result does not depend on it. What a batch becomes should stay in a
    ///     processor's cache until it is written.
    ///   - maximumRecordBytes: the length at which a record is given up as faulty.
    ///   - sampleBytes: how many bytes the dialect is found from.
    /// - Throws: ``InterchangeError``: those of ``ByteSource``, and badData for an empty file, a NUL byte, a quote that is
    ///   never closed, a first record that looks like data.
    public init(
        _ source: ByteSource, stated: CSVDialect.Override = .init(), header rule: CSVHeader.Rule = .required,
        batchBytes: Int = 1 << 18, maximumRecordBytes: Int = 64 << 20, sampleBytes: Int = 1 << 16
    ) throws(InterchangeError) {
        let order = try UTF16Text.order(of: source.isCompressed ? [] : source.head(1 << 10))
        let source =
            try order.map { order throws(InterchangeError) in
                try ByteSource(
                    bytes: UTF16Text.utf8(source.readAll(), order), name: source.name,
                    inflates: false)
            } ?? source
        self.source = source
        self.batchBytes = max(batchBytes, 1)
        self.maximumRecordBytes = maximumRecordBytes
        buffer = CSVReadBuffer()
        try buffer.fill(upTo: max(sampleBytes, 4), from: source)
        let sniffer = try CSVSniffer(sample: buffer.copy(upTo: sampleBytes), isWhole: buffer.isLast, name: source.name)
        dialect = sniffer.dialect(stated)
        scanner = CSVRecordScanner(delimiter: dialect.delimiter, newline: dialect.newline)
        if buffer.startsWithMark { buffer.drop(3) }
        if order != nil { notes.append("the file is UTF-16: its rows are written as UTF-8") }
        if sniffer.preamble.separatorBytes > 0 {
            let end = sniffer.preamble.separatorBytes
            scanner.goBack(to: .init(start: end, end: end, line: 2))
            notes.append("the line “sep=” above the headings was left out")
        }
        let above = rule == .required ? sniffer.rowsAbove(dialect) : 0
        if above > 0 { try skipTitles(above) }
        try readHeader(rule)
        if above > 0 {
            let left = above == 1 ? "the row above it was left out" : "the \(above) filled rows above it were left out"
            notes.append("the headings are in line \(headerLine); \(left)")
        }
    }

    /// Adds something that a user should know.
    func tell(_ note: TableNote) { notes.append(note) }

    private func skipTitles(_ rows: Int) throws(InterchangeError) {
        for _ in 0..<rows { _ = try nextBounds(atMost: 1) }
        blankLines = 0
    }

    /// Opens a file, or standard input for `-`; see ``init(_:stated:header:batchBytes:maximumRecordBytes:sampleBytes:)``.
    public convenience init(
        path: String, stated: CSVDialect.Override = .init(), header rule: CSVHeader.Rule = .required
    ) throws(InterchangeError) {
        try self.init(ByteSource(path: path), stated: stated, header: rule)
    }

    /// About how many records the file has, judged by a batch of it; nil for a pipe, and for a file that is inflated.
    public func estimatedCount(from batch: RowBatch) -> Int? {
        guard !source.isCompressed, let bytes = source.storedByteCount else { return nil }
        return bytes / max(1, batch.byteCount / batch.count)
    }

    /// The next records, or nil at the end of the file.
    ///
    /// - Throws: ``InterchangeError`` of kind readFailed, or badData for a NUL byte, a record longer than the limit or a
    ///   quote that is never closed, with its place. The records before the fault have been delivered.
    public func nextBatch() throws(InterchangeError) -> RowBatch? {
        let batch = try peekBatch()
        ahead = nil
        recordCount += batch?.count ?? 0
        return batch
    }

    /// The next records without delivering them, or nil at the end of the file.
    ///
    /// - Throws: as ``nextBatch()``.
    public func peekBatch() throws(InterchangeError) -> RowBatch? {
        if ahead == nil { ahead = try readBatch() }
        return ahead
    }

    private func readBatch() throws(InterchangeError) -> RowBatch? {
        guard let found = try nextBounds(atMost: .max) else { return nil }
        return RowBatch(
            bytes: buffer.copy(from: found.origin, to: scanner.recordStart, padding: RowBatch.padding),
            bounds: found.bounds, firstRecord: recordCount, dialect: dialect)
    }

    /// The bounds of the next records, at least one, counted from a place in the buffer; nil at the end of the file.
    private func nextBounds(
        atMost limit: Int
    ) throws(InterchangeError) -> (origin: Int, bounds: [RowBatch.Bounds])? {
        while true {
            let origin = scanner.recordStart
            let bounds = scan(from: origin, atMost: limit)
            if !bounds.isEmpty { return (origin, bounds) }
            if let nul = buffer.nul { throw fault("there is a NUL byte in the file", at: nul, "not text") }
            if buffer.isLast {
                guard let opening = scanner.opening else { return nil }
                throw fault("quoted field is never closed", at: opening, "opened here")
            }
            try refill()
        }
    }

    /// The bounds of the whole records that the buffer holds, until they are enough.
    private func scan(from origin: Int, atMost limit: Int) -> [RowBatch.Bounds] {
        // Local, since each look at a property of an object that may change has its price.
        var scanner = scanner
        defer { self.scanner = scanner }
        let base = buffer.base
        let end = buffer.usableEnd
        let isLast = buffer.isLast && buffer.nul == nil
        let last = origin + batchBytes
        let isBlankRecord = header.names.count == 1
        var bounds: [RowBatch.Bounds] = []
        bounds.reserveCapacity(min(limit, usualCount))
        while bounds.count < limit, let found = scanner.next(base, end: end, isLast: isLast) {
            if found.start == found.end && !isBlankRecord {
                blankLines += 1
                continue
            }
            bounds.append(
                .init(start: UInt32(found.start - origin), end: UInt32(found.end - origin), line: found.line))
            if found.end >= last { break }
        }
        usualCount = max(usualCount, bounds.count)
        return bounds
    }

    /// Drops the records that were delivered and reads more.
    private func refill() throws(InterchangeError) {
        let used = scanner.recordStart
        buffer.drop(used)
        scanner.rebase(by: used)
        if buffer.count >= maximumRecordBytes {
            let size = maximumRecordBytes >> 20
            if let opening = scanner.opening {
                throw fault("quoted field is not closed within \(size) MiB", at: opening, "opened here")
            }
            throw fault("record is longer than \(size) MiB", at: 0, "begins here")
        }
        let wanted = max(batchBytes, buffer.count * 2)
        try buffer.fill(upTo: min(wanted, max(maximumRecordBytes, buffer.count + 1)), from: source)
    }

    private func readHeader(_ rule: CSVHeader.Rule) throws(InterchangeError) {
        guard let (origin, found) = try nextBounds(atMost: 1) else {
            throw InterchangeError(.badData, "the file is empty: expected a header line", file: name)
        }
        let (start, end, line) = (origin + Int(found[0].start), origin + Int(found[0].end), found[0].line)
        headerLine = line
        let raw = buffer.copy(from: start, to: end, padding: 0)
        let record = RowBatch(
            bytes: raw + [UInt8](repeating: 0, count: RowBatch.padding),
            bounds: [.init(start: 0, end: UInt32(raw.count), line: line)], firstRecord: 0, dialect: dialect)
        let cells = record.texts(0)
        if rule == .absent {
            header = CSVHeader(names: cells.indices.map { "column_\($0 + 1)" }, raw: [])
            // It is data, and comes with the others.
            scanner.goBack(to: .init(start: start, end: end, line: line))
            return
        }
        if rule == .required, let objection = CSVHeader.objection(to: cells) {
            throw fault("expected a header line: \(objection)", at: start, line: line, "first line")
        }
        header = CSVHeader(names: cells, raw: raw)
    }

    /// An error at a byte of the record being scanned.
    private func fault(_ message: String, at index: Int, line: Int? = nil, _ label: String) -> InterchangeError {
        let start = line == nil ? scanner.recordStart : index
        let place = buffer.place(of: index, from: start, terminator: scanner.terminator, dialect.encoding, label)
        return InterchangeError(
            .badData, message, file: name, line: (line ?? scanner.line) + place.lines, column: place.column,
            excerpt: place.excerpt)
    }
}
