package import Interchange
public import QPVKit

/// A place in a file of the user.
public struct FilePlace: Sendable, Equatable, CustomStringConvertible {
    /// The path as the user gave it; for a layer in an archive of texts, with the layer's name.
    public var file: String
    /// The line, from 1; of a format without lines, the number of the feature.
    public var line: Int?
    /// The column in characters, from 1.
    public var column: Int?
    /// What `line` counts.
    public var unit = PerimeterLayer.Unit.line

    /// States a place.
    public init(_ file: String, line: Int? = nil, column: Int? = nil, unit: PerimeterLayer.Unit = .line) {
        (self.file, self.line, self.column, self.unit) = (file, line, column, unit)
    }

    /// `qpv.geojson`, `qpv.geojson:12`, `qpv.gpkg: feature 12`.
    public var description: String {
        guard let line else { return file }
        guard unit == .line else { return "\(file): feature \(line)" }
        return "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
    }
}

extension PerimeterFile {
    /// The place of a perimeter.
    package func filePlace(_ line: Int) -> FilePlace {
        // A layer in an archive has lines of its own.
        let file = unit == .line ? source.layer.map { "\(source.path)/\($0)" } ?? source.path : source.path
        return FilePlace(file, line: line, unit: unit)
    }
}

extension TableReader {
    /// The place of the headings.
    package var headerPlace: FilePlace { FilePlace(name, line: headerLine) }
}
