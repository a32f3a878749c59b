import Foundation
import Seeded

/// A small file that a reader accepts, with the files that lie beside it.
struct Seed: Sendable {
    /// One file of a seed.
    struct File: Sendable {
        /// Its name.
        let name: String
        /// Its content.
        var bytes: [UInt8]

        /// The ending of its name, in lower case.
        var suffix: String { name.lowercased().split(separator: ".").last.map(String.init) ?? "" }
    }

    /// What the names of its files begin with, up to the first dot.
    let name: String
    /// The files, the one that is opened first.
    var files: [File]

    /// Files that belong to another one and are never opened by themselves.
    private static let companions: Set = ["dbf", "prj", "cpg", "shx", "mid", "dat", "map", "id", "xsd"]

    /// The seeds of a folder, in the order of their names; none without the folder.
    static func all(in folder: String) throws -> [Seed] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
        let groups = Dictionary(grouping: names) { String($0.prefix { $0 != "." }) }
        return try groups.sorted { $0.key < $1.key }.map { name, names in
            let files = try names.map {
                File(name: $0, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))))
            }
            return Seed(name: name, files: files.sorted(by: Self.isOpenedBefore))
        }
    }

    private static func isOpenedBefore(_ a: File, _ b: File) -> Bool {
        let (first, second) = (companions.contains(a.suffix), companions.contains(b.suffix))
        return first != second ? second : (a.name.utf8.count, a.name) < (b.name.utf8.count, b.name)
    }

    /// Whether it is kept because a reader once failed on it.
    var isFault: Bool { name.hasPrefix("fault-") }

    /// Changes one of the files, mostly the last: it is the one that a reader looks into deepest.
    mutating func mutate(_ random: inout SplitMix) {
        let at = random.oneIn(2) ? files.count - 1 : random.below(files.count)
        Mutation.apply(&files[at].bytes, suffix: files[at].suffix, &random)
    }

    /// Writes the files into a folder, in place of those of the seed before; gives the path of the one that is opened.
    func write(to folder: String, replacing old: [String]) throws -> String {
        for name in old where !files.contains(where: { $0.name == name }) { unlink("\(folder)/\(name)") }
        for file in files {
            guard let stream = fopen("\(folder)/\(file.name)", "wb") else { throw CocoaError(.fileWriteUnknown) }
            defer { fclose(stream) }
            guard fwrite(file.bytes, 1, file.bytes.count, stream) == file.bytes.count else {
                throw CocoaError(.fileWriteOutOfSpace)
            }
        }
        return "\(folder)/\(files[0].name)"
    }
}
