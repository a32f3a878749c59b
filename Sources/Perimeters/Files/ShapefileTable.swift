import Foundation
import Interchange

/// What GDAL must be told of the table of a Shapefile, which lies beside the shapes.
extension LayerReader {
    /// The open options of GDAL for the file that the user named.
    func encoding(_ format: FileFormat) throws -> [String] {
        guard format == .shapefile else { return [] }
        let stem = path.lowercased().hasSuffix(".shp") ? String(path.dropLast(4)) : path
        func beside(_ suffix: String) -> String? {
            [suffix, suffix.uppercased()].map { "\(stem).\($0)" }.first(where: FileManager.default.fileExists)
        }
        guard let table = beside("dbf") else { return [] }
        let bytes = try ByteSource(path: table, inflates: false).readAll()
        let codePage = try beside("cpg").map { try ByteSource(path: $0, inflates: false).readAll() }
        return Self.option(bytes, codePage)
    }

    /// The open options of GDAL for a member of an archive.
    func encoding(_ format: FileFormat, _ zip: ZipArchive, _ shapes: String) throws -> [String] {
        guard format == .shapefile else { return [] }
        let stem = shapes.lowercased().dropLast(4)
        func beside(_ suffix: String) -> ZipArchive.Member? {
            zip.members.first { $0.path.lowercased() == "\(stem).\(suffix)" }
        }
        guard let table = beside("dbf") else { return [] }
        let bytes = try zip.read(table)
        return Self.option(bytes, try beside("cpg").map { try zip.read($0) })
    }

    private static func option(_ table: [UInt8], _ codePage: [UInt8]?) -> [String] {
        let codePage = codePage.map { String(decoding: $0, as: UTF8.self) }
        return ShapefileEncoding.needed(table: table, codePage: codePage).map { ["ENCODING=\($0)"] } ?? []
    }
}
