import Foundation

extension FileFormat {
    /// The files that belong to one that the user names, such as the table of a Shapefile: those that are there, in a fixed
    /// order; none for a format of one file.
    ///
    /// As GDAL looks for them: the same path with another ending, in lower or in upper case.
    public static func companions(of path: String) -> [String] {
        guard let dot = path.lastIndex(of: "."), let endings = endings[path[path.index(after: dot)...].lowercased()]
        else { return [] }
        return endings.compactMap { ending in
            [ending, ending.uppercased()].map { path[...dot] + $0 }.map(String.init)
                .first(where: FileManager.default.fileExists)
        }
    }

    /// The endings of the files that belong to one with this ending, in lower case.
    public static func companionEndings(of ending: String) -> [String] { endings[ending.lowercased()] ?? [] }

    private static let endings = [
        "shp": ["shx", "dbf", "prj", "cpg"], "tab": ["dat", "map", "id"], "mif": ["mid"], "gml": ["xsd"],
    ]
}
