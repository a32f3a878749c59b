import ArgumentParser
import Foundation
import QPVKit
import QPVService

/// `FILE`, `KIND=FILE` or `KIND-VINTAGE=FILE`; a file that has such a name is itself.
struct PerimeterArgument: ExpressibleByArgument {
    let path: String
    var kind: PerimeterKind?
    var vintage: Int?

    init(path: String) { self.path = path }

    init?(argument: String) {
        let parts = argument.roleAndName
        var name = parts?.role ?? ""
        let year = name.split(separator: "-").last.flatMap { Int($0) }.flatMap { (1000...9999).contains($0) ? $0 : nil }
        if year != nil, name.count > 5 { name.removeLast(5) }
        let kind = PerimeterKind(rawValue: name)
        guard let parts, let kind, !FileManager.default.fileExists(atPath: argument) else {
            self.init(path: argument)
            return
        }
        self.init(path: parts.name)
        (self.kind, vintage) = (kind, year)
    }

    /// The file for a session.
    var source: PerimeterSource { PerimeterSource(path, kind: kind, vintage: vintage) }
}
