/// Which of several layers is meant.
enum LayerChoice {
    /// The layer wanted, or the only one; nil when there is none at all.
    static func index(among names: [String], _ wanted: String?, file: String) throws(PerimeterError) -> Int? {
        guard let wanted else {
            if names.count > 1 { throw .severalLayers(names, file: file) }
            return names.indices.first
        }
        let found = matches(wanted, names)
        guard let first = found.first else { throw .noSuchLayer(wanted, found: names, file: file) }
        if found.count > 1 { throw .severalLayers(found.map { names[$0] }, file: file) }
        return first
    }

    /// The layers that a name fits: exactly, else in any case, without folder and suffix.
    static func matches(_ wanted: String, _ names: [String]) -> [Int] {
        let exact = names.indices.filter { names[$0] == wanted }
        if !exact.isEmpty { return exact }
        return names.indices.filter { fold(names[$0]) == fold(wanted) }
    }

    /// A path without folder and suffix, in lower case.
    static func fold(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : name[..<$0] } ?? name
        return stem.lowercased()
    }
}
