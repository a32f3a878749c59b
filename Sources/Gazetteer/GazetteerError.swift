/// What can be wrong with the content of a gazetteer or of the files that it is built from.
///
/// Files that cannot be read or written give an `InterchangeError`, as everywhere else.
public enum GazetteerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file is not a gazetteer, is cut, or a byte of it has changed.
    case damaged(path: String, reason: String)
    /// The file was written by another version of the format.
    case version(path: String, found: Int, expected: Int)
    /// An input has no column that is needed.
    case missingColumn(path: String, column: String, header: [String])
    /// No row of the inputs could be kept.
    case empty(paths: [String])

    /// The error as a compiler writes it, with the file.
    public var description: String {
        switch self {
        case .damaged(let path, let reason):
            "error: not a usable gazetteer: \(reason)\n  --> \(path)"
        case .version(let path, let found, let expected):
            "error: gazetteer format \(found), this version reads format \(expected)\n  --> \(path)"
        case .missingColumn(let path, let column, let header):
            "error: no column `\(column)`\n  --> \(path):1\n  = columns: \(header.joined(separator: ", "))"
        case .empty(let paths):
            "error: no address in the input\n  --> \(paths.joined(separator: ", "))"
        }
    }
}
