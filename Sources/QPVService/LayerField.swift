import Foundation
import QPVKit

/// The field that has a role in the files of one name.
public struct LayerField: Sendable, Equatable {
    /// What a field holds.
    public enum Role: Sendable {
        /// The codes of the perimeters.
        case code
        /// Their names.
        case name
        /// The INSEE codes of their communes.
        case commune
    }

    /// What the field holds.
    public var role: Role
    /// What the file is called: see ``PerimeterReading/fieldsOfLayers``.
    public var layer: String
    /// The name of the field.
    public var field: String

    /// States a field.
    public init(_ role: Role, of layer: String, _ field: String) {
        (self.role, self.layer, self.field) = (role, layer, field)
    }

    /// Whether it is about a file.
    func isOf(_ source: PerimeterSource) -> Bool {
        let file = URL(fileURLWithPath: source.path)
        let kind = source.kind?.rawValue
        let names = [
            kind, kind.flatMap { kind in source.vintage.map { "\(kind)-\($0)" } }, source.path, file.lastPathComponent,
            file.deletingPathExtension().lastPathComponent,
        ]
        return names.contains { $0?.lowercased() == layer.lowercased() }
    }
}
