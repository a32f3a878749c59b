public import Tables

/// The columns that one audit of a file appended: the one rule by which audited files are read.
///
/// A file that was audited several times has several columns of verdicts: `qpv_verdict`, then `qpv_verdict_2` and so on. The
/// newest counts, which is the one with the highest number, unless the user names another. The other columns of the same audit
/// have the same number. An audit gives them another one where their names were taken more or less often than the verdict's;
/// then they are the first ones behind the verdict, where an audit writes them.
public struct AuditedColumns: Sendable, Equatable {
    /// The column of the verdict, from 0.
    public let verdict: Int
    private let header: [String]
    /// The text before `verdict` in the column's name, such as `qpv_`; nil for a name without that word.
    private let stem: String?
    /// The text behind `verdict`: nothing, `_2`, or any other.
    private let ending: String
    /// The columns between this verdict and the next one, of whatever layer.
    private let behind: Range<Int>

    /// The name of that column, such as `qpv_verdict_2`.
    public var name: String { header[verdict] }
    /// The name of the layer, such as `qpv`; nil when the column's name has none.
    public var prefix: String? { stem.flatMap { $0.hasSuffix("_") ? String($0.dropLast()) : nil } }

    private init(_ header: [String], verdict: Int) {
        let name = header[verdict]
        self.header = header
        self.verdict = verdict
        guard let word = name.firstRange(of: "verdict") else {
            (stem, ending, behind) = (nil, "", verdict..<verdict)
            return
        }
        stem = String(name[..<word.lowerBound])
        ending = String(name[word.upperBound...])
        let next = header[(verdict + 1)...].firstIndex { title in
            title.firstRange(of: "verdict").flatMap { Self.number(of: title, String(title[..<$0.upperBound])) } != nil
        }
        behind = verdict + 1..<(next ?? header.count)
    }

    /// The columns of the verdict of this name, such as `qpv_verdict`, `qva_verdict` or `qpv_verdict_2`.
    ///
    /// - Throws: ``ColumnError`` when there is no such column, or there are two.
    public init(_ names: ColumnNames, verdict name: String) throws(ColumnError) {
        self.init(names.header, verdict: try names.column(named: name))
    }

    /// The columns of the newest verdict of a layer; nil when the file has none.
    ///
    /// - Parameters:
    ///   - prefix: the name of the layer, such as `qpv` or `qva`.
    ///   - other: a column of verdicts on other addresses, which is left out.
    /// - Throws: ``ColumnError`` when two columns have the newest name.
    public init?(newestIn names: ColumnNames, prefix: String = "qpv", besides other: Int? = nil) throws(ColumnError) {
        let name = VerdictField.verdict.name(prefix)
        guard let newest = Self.newest(name, in: names.header, besides: other) else { return nil }
        try self.init(names, verdict: names.header[newest])
    }

    /// The columns of the verdict of this name; without a name, of the newest one.
    ///
    /// - Throws: ``ColumnError`` when there is no such column, or there are two.
    public init(_ names: ColumnNames, named name: String?) throws(ColumnError) {
        if name == nil, let newest = try Self(newestIn: names) {
            self = newest
        } else {
            try self.init(names, verdict: name ?? VerdictField.verdict.name("qpv"))
        }
    }

    /// The column of another field of the same verdict; nil when the file has none.
    public subscript(field: VerdictField) -> Int? {
        guard let stem else { return nil }
        return column(stem + field.rawValue)
    }

    /// The column of a field of the position; where this audit appended none, the newest of that name.
    package subscript(position field: PositionField) -> Int? { columnOrNewest(field.rawValue) }

    /// The column of a field of the matched address; where this audit appended none, the newest of that name.
    package subscript(match field: MatchField) -> Int? { columnOrNewest(field.rawValue) }

    private func columnOrNewest(_ name: String) -> Int? {
        column(name) ?? Self.newest(name, in: header, besides: nil)
    }

    private func column(_ name: String) -> Int? {
        let same = header.firstIndex(of: name + ending)
        if let same, behind.contains(same) { return same }
        return behind.first { Self.number(of: header[$0], name) != nil } ?? same
    }

    /// The column of a name that has the highest number.
    private static func newest(_ name: String, in header: [String], besides other: Int?) -> Int? {
        let numbers = header.indices.filter { $0 != other }.compactMap { column in
            number(of: header[column], name).map { (column, $0) }
        }
        return numbers.max { $0.1 < $1.1 }?.0
    }

    /// The number of a column of this name: 1 for the name itself, 2 for the name with `_2` behind it; nil for any other name.
    ///
    /// They are the numbers that ``ColumnNames/free(_:after:)`` gives.
    private static func number(of title: String, _ name: String) -> Int? {
        guard title.hasPrefix(name) else { return nil }
        let rest = title.dropFirst(name.count)
        if rest.isEmpty { return 1 }
        guard let number = Int(rest.dropFirst()), number > 1, rest == "_\(number)" else { return nil }
        return number
    }
}
