import Foundation
import GeoPackages
import Geodesy
import Interchange
import Planar
import Provenance

/// Reads a layer of a file whose bytes are in memory, through as many wrappings as it has.
struct LayerReader {
    let path: String
    let sha256: String

    /// The most bytes that a compressed file may hold.
    private static let inflatedLimit = 1 << 30

    func read(_ bytes: [UInt8], _ wanted: String?) throws -> PerimeterLayer {
        // What is not known is read as GeoJSON, whose reader says what it expected.
        let format = FileFormat(head: bytes.prefix(1000), name: path) ?? .geoJSON
        switch format {
        case .geoJSON: return try geoJSON(bytes, Place(), wanted)
        case .gzip: return try inflated(bytes, wanted)
        case .geoPackage:
            try refuseUnfinished()
            return try database(bytes, Place(), wanted) { path }
        case .zip: return try archive(bytes, wanted)
        default:
            return try converted(path, format, Place(), wanted, openOptions: try encoding(format))
        }
    }

    /// Where in the file a layer is, and what there is to say of it.
    private struct Place {
        /// The member of an archive.
        var member: String?
        var notes: [String] = []
    }

    private func name(_ place: Place) -> String { place.member.map { "\(path)/\($0)" } ?? path }

    // MARK: One layer

    private func geoJSON(_ bytes: [UInt8], _ place: Place, _ wanted: String?) throws -> PerimeterLayer {
        let isCompressed = bytes.starts(with: [0x1F, 0x8B])
        let text = isCompressed ? nil : JSONUnwrapping(bytes, name: name(place))
        var place = place
        place.notes += text?.notes ?? []
        let document = try GeoJSON.read(ByteSource(bytes: text?.bytes ?? bytes, name: name(place)))
        if let wanted, LayerChoice.fold(wanted) != LayerChoice.fold(document.summary.name ?? "") {
            throw PerimeterError.noSuchLayer(wanted, found: [document.summary.name].compactMap { $0 }, file: path)
        }
        let crs = document.summary.crs.map { name in
            CRS(name: name).map { PerimeterLayer.StatedCRS.known($0) } ?? .unknown(name)
        }
        return PerimeterLayer(
            features: document.features, crs: crs ?? .known(.wgs84), unit: .line,
            source: SourceFile(path: path, sha256: sha256, layer: place.member), notes: place.notes)
    }

    /// A layer of a GeoPackage; another database goes through `ogr2ogr`, which `dataset` names it for.
    private func database(
        _ bytes: [UInt8], _ place: Place, _ wanted: String?, dataset: () throws -> String
    ) throws -> PerimeterLayer {
        guard let package = try GeoPackage(bytes: bytes, name: name(place)) else {
            return try converted(dataset(), .spatialite, place, wanted)
        }
        return try geoPackage(package, place, wanted, converter: nil)
    }

    private func geoPackage(
        _ package: GeoPackage, _ place: Place, _ wanted: String?, converter: String?
    ) throws -> PerimeterLayer {
        let names = package.layers.map(\.name)
        var wanted = wanted
        var place = place
        if wanted == nil, names.count > 1, let only = try onlyLayerWithAreas(package) {
            wanted = only
            place.notes.append("read the layer \(only) of \(name(place)): the others have no areas")
        }
        guard let i = try LayerChoice.index(among: names, wanted, file: name(place)) else {
            throw PerimeterError.noLayer(file: name(place), found: [])
        }
        let layer = package.layers[i]
        let table = names.count > 1 || wanted != nil ? layer.name : nil
        let chosen = [place.member, table].compactMap { $0 }.joined(separator: "/")
        return PerimeterLayer(
            features: try package.features(of: layer), crs: .init(layer.reference), unit: .feature,
            source: SourceFile(
                path: path, sha256: sha256, layer: chosen.isEmpty ? nil : chosen, converter: converter),
            notes: place.notes)
    }

    /// The name of the only layer that has an area; nil when none or several have.
    private func onlyLayerWithAreas(_ package: GeoPackage) throws -> String? {
        let found = try package.layers.filter { layer in
            try package.features(of: layer).contains { $0.geometry.area.map { !$0.isEmpty } ?? false }
        }
        return found.count == 1 ? found[0].name : nil
    }

    private func converted(
        _ dataset: String, _ format: FileFormat, _ place: Place, _ wanted: String?, openOptions: [String] = []
    ) throws -> PerimeterLayer {
        guard path != "-" else {
            throw InterchangeError(
                .badData, "\(format.rawValue) is read from a file only, not from standard input", file: "standard input"
            )
        }
        let result = try OGR.convert(dataset, format: format, name: name(place), openOptions: openOptions)
        var place = place
        place.notes.append("read \(format.rawValue) through ogr2ogr (\(result.version))")
        place.notes += result.warnings.prefix(5).map { "ogr2ogr: \($0)" }
        guard let package = try GeoPackage(bytes: result.geoPackage, name: name(place)) else {
            throw PerimeterError.noLayer(file: name(place), found: [])
        }
        return try geoPackage(package, place, wanted, converter: "ogr2ogr (\(result.version))")
    }

    // MARK: Wrappings

    private func inflated(_ bytes: [UInt8], _ wanted: String?) throws -> PerimeterLayer {
        let inner = path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path
        var head = [UInt8](repeating: 0, count: 1000)
        let count = try ByteSource(bytes: bytes, name: path).read(into: &head)
        switch FileFormat(head: head[..<count], name: inner) ?? .geoJSON {
        case .geoJSON: return try geoJSON(bytes, Place(), wanted)
        case .geoPackage:
            let all = try ByteSource(bytes: bytes, name: path).readAll(atMost: Self.inflatedLimit)
            return try database(all, Place(), wanted) { throw Self.wrapped(path) }
        default: throw Self.wrapped(path)
        }
    }

    private static func wrapped(_ path: String) -> InterchangeError {
        InterchangeError(
            .badData, "of files compressed with gzip only GeoJSON and GeoPackage are read: unpack it", file: path)
    }

    private func archive(_ bytes: [UInt8], _ wanted: String?) throws -> PerimeterLayer {
        let zip = try ZipArchive(bytes: bytes, name: path)
        let layers = ArchiveLayer.all(in: zip)
        guard !layers.isEmpty else {
            throw PerimeterError.noLayer(file: path, found: zip.members.map(\.path))
        }
        // A name that is no member's may be that of a table in the one database.
        let hasTables = layers.count == 1 && layers[0].format != .geoJSON
        let isTable = wanted.map { hasTables && LayerChoice.matches($0, layers.map(\.path)).isEmpty } ?? false
        guard let layer = try ArchiveLayer.choose(layers, isTable ? nil : wanted, file: path) else {
            throw PerimeterError.noLayer(file: path, found: zip.members.map(\.path))
        }
        let count = layers.count == 1 ? "the only layer" : "one of \(layers.count) layers"
        let place = Place(member: layer.path, notes: ["read \(layer.path), \(count) in \(path)"])
        let table = isTable ? wanted : nil
        switch layer.format {
        case .geoJSON: return try geoJSON(zip.read(layer.member), place, table)
        case .geoPackage: return try database(zip.read(layer.member), place, table) { try inArchive(layer) }
        default:
            return try converted(
                inArchive(layer), layer.format, place, table,
                openOptions: try encoding(layer.format, zip, layer.path))
        }
    }

    /// The member as GDAL names it; braces let the archive have any name.
    private func inArchive(_ layer: ArchiveLayer) throws -> String {
        "/vsizip/{\(URL(fileURLWithPath: path).path)}/\(layer.path)"
    }

    // MARK: What lies beside

    /// Refuses a database whose last changes are still in a file beside it.
    private func refuseUnfinished() throws {
        for suffix in ["-wal", "-journal"] {
            let size = (try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int) ?? 0
            guard size > 0 else { continue }
            throw InterchangeError(
                .badData, "the database is open in another program: its last changes are in \(path)\(suffix)",
                file: path,
                notes: ["close it there and read it again"])
        }
    }
}

extension PerimeterLayer.StatedCRS {
    /// The system that a database states: by the code of the EPSG, else by the name in its definition, else by its name.
    fileprivate init(_ reference: SpatialReference?) {
        guard let reference else {
            self = .unknown("")
            return
        }
        let code = reference.organization.uppercased() == "EPSG" ? "EPSG:\(reference.code)" : ""
        let known = [code, reference.definition, reference.name].lazy.compactMap { CRS(name: $0) }.first
        self = known.map { .known($0) } ?? .unknown(reference.name)
    }
}
