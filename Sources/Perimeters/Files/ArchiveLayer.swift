import Foundation
import Interchange

/// A member of an archive that may hold perimeters.
struct ArchiveLayer {
    /// The path in the archive; of a geodatabase, that of its folder.
    let path: String
    let format: FileFormat
    let member: ZipArchive.Member

    /// The layers of an archive, by the ends of their names, in its order.
    static func all(in zip: ZipArchive) -> [ArchiveLayer] {
        // What a Mac puts beside each file is no file of the user's.
        let members = zip.members.filter { !$0.path.hasPrefix("__MACOSX/") && !$0.name.hasPrefix(".") }
        let hasGeoJSON = members.contains { $0.name.lowercased().hasSuffix(".geojson") }
        var geodatabases: Set<Substring> = []
        return members.compactMap { member in
            let name = member.name.lowercased()
            if let folder = geodatabase(member.path) {
                guard geodatabases.insert(folder).inserted else { return nil }
                return ArchiveLayer(path: String(folder), format: .fileGeodatabase, member: member)
            }
            guard let format = FileFormat(suffixOf: name), ![.zip, .gzip].contains(format),
                !hasGeoJSON || !name.hasSuffix(".json")
            else { return nil }
            return ArchiveLayer(path: member.path, format: format, member: member)
        }
    }

    /// The folder of a geodatabase that a path leads into.
    private static func geodatabase(_ path: String) -> Substring? {
        path.range(of: ".gdb/", options: .caseInsensitive).map { path[..<path.index(before: $0.upperBound)] }
    }

    /// The layer that is wanted; else of the best format the only one, or the only one that says to be in degrees.
    static func choose(_ layers: [ArchiveLayer], _ wanted: String?, file: String) throws(PerimeterError)
        -> ArchiveLayer?
    {
        var group = layers
        if let wanted {
            group = LayerChoice.matches(wanted, layers.map(\.path)).map { layers[$0] }
            if group.isEmpty { throw .noSuchLayer(wanted, found: layers.map(\.path), file: file) }
        }
        let best = group.map(\.rank).min()
        group = group.filter { $0.rank == best }
        if group.count > 1, wanted == nil {
            let degrees = group.filter { $0.isInDegrees }
            if degrees.count == 1 { group = degrees }
        }
        if group.count > 1 { throw .severalLayers(group.map(\.path), file: file) }
        return group.first
    }

    /// What is read rather than another: GeoJSON, then GeoPackage, then what needs `ogr2ogr`.
    private var rank: Int { format == .geoJSON ? 0 : format == .geoPackage ? 1 : 2 }

    /// Whether the name says WGS 84 without a zone of a grid.
    private var isInDegrees: Bool {
        let name = LayerChoice.fold(path)
        return name.contains("4326") || name.contains("wgs84") && !name.contains("utm")
    }
}
