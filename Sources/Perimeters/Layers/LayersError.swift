public import Geodesy
public import Tables

/// What keeps files of perimeters from being asked together.
public enum LayersError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Several vintages of a kind, and none was chosen: counted together they would mean nothing.
    case severalVintages(PerimeterKind, [Int])
    /// By the dates of their files, QPV of several vintages are in force in one territory on the day.
    case severalVintagesInForce(Territory, CalendarDay, [Int])
    /// These of the vintages asked for are not there: of the kind, or of any kind when it is nil.
    case noSuchVintage(PerimeterKind?, asked: [Int], found: [Int])
    /// A code stands in two files that make one layer.
    case codeInTwoFiles(String, first: String, second: String)
    /// No perimeter of a kind was in force on the day, and it is the QPV or the only kind.
    case nothingInForce(PerimeterKind, CalendarDay, vintages: [Int])
    /// A date of a perimeter's validity cannot be read, and a day was asked.
    case unreadableDate(String, String, file: String, line: Int)
    /// Neither dates of validity nor a vintage whose dates are known.
    case undated(PerimeterKind, files: [String])
    /// No perimeter at all.
    case nothing([String])

    /// What is wrong and what to do, as a compiler writes it.
    public var description: String {
        func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
        return switch self {
        case .severalVintages(let kind, let found):
            "error: perimeters of kind \(kind.rawValue) of several vintages (\(list(found))), which are never counted together"
        case .severalVintagesInForce(let territory, let day, let found):
            "error: by the dates of the files, QPV of several vintages (\(list(found))) are in force in \(territory.name) on \(day)"
        case .noSuchVintage(let kind, let asked, let found):
            "error: no perimeter\(kind.map { " of kind \($0.rawValue)" } ?? "") is of the vintage \(list(asked)): "
                + (found.isEmpty ? "nobody says of which vintage they are" : "there are those of \(list(found))")
        case .codeInTwoFiles(let code, let first, let second):
            "error: the code \(code) stands in two files of one kind and vintage\n  --> \(second)\n  = first in \(first)"
        case .nothingInForce(let kind, let day, let vintages):
            "error: no perimeter of kind \(kind.rawValue) was in force on \(day)"
                + (vintages.isEmpty ? "" : ": the files hold those of \(list(vintages))")
        case .unreadableDate(let code, let text, let file, let line):
            "error: \"\(text)\" is no date: it cannot be said when \(code) was in force\n  --> \(file):\(line)\n"
                + "  = expected 2023-12-31, 2023/12/31, 20231231 or 31/12/2023"
        case .undated(let kind, let files):
            "error: nobody says when perimeters of kind \(kind.rawValue) were in force: they have neither dates nor one known vintage\n"
                + files.map { "  --> \($0)" }.joined(separator: "\n")
        case .nothing(let files):
            "error: no perimeter in the files\n" + files.map { "  --> \($0)" }.joined(separator: "\n")
        }
    }
}
