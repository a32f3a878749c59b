import Foundation
public import Geodesy
public import Interchange
public import Provenance

/// One layer of a file as it stands there: features with all their fields, in the file's own coordinates.
public struct PerimeterLayer: Sendable {
    /// What the file says of the system that its coordinates are in.
    public enum StatedCRS: Sendable, Equatable {
        /// One that is known.
        case known(CRS)
        /// One that is not, by its name; empty when the file says that there is none.
        case unknown(String)
    }

    /// What the places of features are counted in.
    public enum Unit: String, Sendable {
        /// Lines of a text, from 1.
        case line
        /// Features of a table, from 1.
        case feature
    }

    /// The features in the file's order.
    public let features: [Feature]
    /// What the file says of its coordinates; longitude and latitude when it is silent.
    public let crs: StatedCRS
    /// What `Feature.line` counts.
    public let unit: Unit
    /// The file, and what was read of it.
    public private(set) var source: SourceFile
    /// What the user should know of how it was read: a sentence each.
    public let notes: [String]

    /// Reads a layer of a file, or of standard input for `-`.
    ///
    /// The file is recognised by its content: GeoJSON, also compressed with gzip; GeoPackage; a zip archive of either; any
    /// other ``FileFormat``, also in an archive, through the user's `ogr2ogr`. In an archive GeoJSON goes
    /// before GeoPackage, and this before other formats; among several layers the one whose name says that it is
    /// in degrees of WGS 84, since that is the one of the whole country. Linear in the bytes, which are held in memory.
    ///
    /// - Parameter layer: the member of the archive or the table that is wanted, by its path or its name without folder
    ///   and suffix, in any case.
    /// - Throws: ``InterchangeError`` when the file cannot be read; ``PerimeterError`` when the layer is not there, or cannot
    ///   be told among several.
    public static func read(_ path: String, layer: String? = nil) throws -> PerimeterLayer {
        let bytes = try ByteSource(path: path, inflates: false).readAll()
        if bytes.isEmpty, let format = FileFormat(suffixOf: path), format.needsOGR {
            throw InterchangeError(.badData, "the file is empty: expected \(format.rawValue)", file: path)
        }
        var read = try LayerReader(path: path, sha256: SHA256Digest(of: bytes).hexadecimal).read(bytes, layer)
        if read.source.converter != nil {
            read.source.beside = try FileFormat.companions(of: path).map { companion in
                let bytes = try ByteSource(path: companion, inflates: false).readAll()
                return .init(
                    name: URL(fileURLWithPath: companion).lastPathComponent,
                    sha256: SHA256Digest(of: bytes).hexadecimal)
            }
        }
        return read
    }
}
