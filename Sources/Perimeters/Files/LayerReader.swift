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

    func read(_ bytes: [UInt8], _ wanted: String?) throws -> PerimeterLayer {
        let format = try Self.format(bytes, name: path, shown: path)
        switch format {
        case .geoJSON: return try geoJSON(bytes, Place(), wanted)
        case .gzip: return try inflated(bytes, wanted)
        case .geoPackage:
            try refuseUnfinished()
            return try database(bytes, Place(), wanted)
        case .zip: return try archive(bytes, wanted)
        default:
            return try converted(
                .init(path, bytes, format: format, beside: beside()), format, Place(), wanted,
                openOptions: try encoding(format))
        }
    }

    /// The format of a file's content. A name that promises a format of `ogr2ogr` is no reason to hand it over.
    ///
    /// What is not known is read as GeoJSON, whose reader says what it expected.
    private static func format(_ bytes: [UInt8], name: String, shown: String) throws(InterchangeError) -> FileFormat {
        if let format = FileFormat(head: bytes.prefix(FileFormat.headLength), name: name) { return format }
        guard let stated = FileFormat(suffixOf: name), stated.needsOGR else { return .geoJSON }
        throw InterchangeError(.badData, "the content is not that of \(stated.rawValue)", file: shown)
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
        let text = JSONUnwrapping(bytes, name: name(place))
        var place = place
        place.notes += text.notes
        let document = try GeoJSON.read(ByteSource(bytes: text.bytes, name: name(place), inflates: false))
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

    /// A layer of a GeoPackage; of another database its plain tables go through `ogr2ogr`.
    private func database(_ bytes: [UInt8], _ place: Place, _ wanted: String?) throws -> PerimeterLayer {
        if let package = try GeoPackage(bytes: bytes, name: name(place)) {
            return try geoPackage(package, place, wanted, converter: nil)
        }
        let tables = try PlainDatabase.bytes(of: bytes, name: name(place))
        return try converted(.init(place.member ?? path, tables, format: .spatialite), .spatialite, place, wanted)
    }

    private func geoPackage(
        _ package: GeoPackage, _ place: Place, _ wanted: String?, converter: String?
    ) throws -> PerimeterLayer {
        let names = package.layers.map(\.name)
        if names.isEmpty, let view = package.views.first {
            throw InterchangeError(
                .badData, "the layer \(view) is a view: a query makes its rows, and no query of a file is run",
                file: name(place), notes: ["save it as a table"])
        }
        var wanted = wanted
        var place = place
        if !package.views.isEmpty {
            place.notes.append(
                "layers of \(name(place)) that are views are not read: \(package.views.joined(separator: ", "))")
        }
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
        _ dataset: OGR.Dataset, _ format: FileFormat, _ place: Place, _ wanted: String?, openOptions: [String] = []
    ) throws -> PerimeterLayer {
        guard path != "-" else {
            throw InterchangeError(
                .badData, "\(format.rawValue) is read from a file only, not from standard input", file: "standard input"
            )
        }
        try refuseReferences(dataset, format, place)
        let result = try OGR.convert(dataset, format: format, name: name(place), openOptions: openOptions)
        var place = place
        place.notes.append("read \(format.rawValue) through ogr2ogr (\(result.version))")
        place.notes += result.warnings.prefix(5).map { "ogr2ogr: \($0)" }
        guard let package = try GeoPackage(bytes: result.geoPackage, name: name(place)) else {
            throw PerimeterError.noLayer(file: name(place), found: [])
        }
        return try geoPackage(package, place, wanted, converter: "ogr2ogr (\(result.version))")
    }

    /// Refuses a table of MapInfo that only names other tables.
    private func refuseReferences(_ dataset: OGR.Dataset, _ format: FileFormat, _ place: Place) throws {
        guard format == .mapInfo, let first = dataset.files.first, first.name.hasSuffix(".tab") else { return }
        let text = String(decoding: first.bytes, as: UTF8.self).lowercased()
        guard text.contains("open table") || text.contains("isseamless") else { return }
        throw InterchangeError(
            .badData, "the MapInfo table names other tables, which are not opened", file: name(place),
            notes: ["save it as one table"])
    }

    // MARK: Wrappings

    private func inflated(_ bytes: [UInt8], _ wanted: String?) throws -> PerimeterLayer {
        let inner = path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path
        let source = try ByteSource(bytes: bytes, name: path)
        let all = try source.readAll(atMost: ReadingLimits.current[.unpacked])
        switch FileFormat(head: all.prefix(FileFormat.headLength), name: inner) ?? .geoJSON {
        case .geoJSON: return try geoJSON(all, Place(), wanted)
        case .geoPackage:
            guard let package = try GeoPackage(bytes: all, name: path) else { throw Self.wrapped(path) }
            return try geoPackage(package, Place(), wanted, converter: nil)
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
        if layer.format == .fileGeodatabase {
            return try converted(geodatabase(layer.path, zip), layer.format, place, table)
        }
        let content = try zip.read(layer.member)
        let format = try Self.format(content, name: layer.path, shown: name(place))
        switch format {
        case .geoJSON: return try geoJSON(content, place, table)
        case .geoPackage: return try database(content, place, table)
        case .zip, .gzip:
            throw InterchangeError(.badData, "the member is compressed again: unpack it", file: name(place))
        default:
            return try converted(
                .init(layer.path, content, format: format, beside: beside(layer.path, zip)), format, place, table,
                openOptions: try encoding(format, zip, layer.path))
        }
    }

    /// The files of a geodatabase, which is a folder.
    private func geodatabase(_ folder: String, _ zip: ZipArchive) throws -> OGR.Dataset {
        let members = zip.members.filter {
            $0.path.hasPrefix(folder + "/") && $0.path.dropFirst(folder.count + 1) == $0.name
        }
        var left = ReadingLimits.current[.unpacked]
        return try OGR.Dataset(
            folder: folder, ending: "gdb",
            members.map { member in
                left -= member.byteCount
                if left < 0 { throw ReadingLimits.exceeded(.unpacked, "the geodatabase is large", file: path) }
                return .init(String(member.name), try zip.read(member))
            })
    }

    // MARK: What lies beside

    /// The files that belong to the one that the user named.
    private func beside() throws -> [OGR.Dataset.File] {
        try FileFormat.companions(of: path).map { .init($0, try ByteSource(path: $0, inflates: false).readAll()) }
    }

    /// The members that belong to one of an archive.
    private func beside(_ member: String, _ zip: ZipArchive) throws -> [OGR.Dataset.File] {
        guard let dot = member.lastIndex(of: ".") else { return [] }
        let stem = member[...dot].lowercased()
        return try FileFormat.companionEndings(of: String(member[member.index(after: dot)...])).compactMap { ending in
            try zip.members.first { $0.path.lowercased() == stem + ending }.map { .init($0.path, try zip.read($0)) }
        }
    }

    /// Refuses a database whose last changes are still in a file beside it.
    private func refuseUnfinished() throws {
        // SQLite writes it beside the file itself, which a link may lead to.
        let places = Set([path, URL(fileURLWithPath: path).resolvingSymlinksInPath().path])
        for beside in places.sorted().flatMap({ ["\($0)-wal", "\($0)-journal"] }) {
            let size = (try? FileManager.default.attributesOfItem(atPath: beside)[.size] as? Int) ?? 0
            guard size > 0 else { continue }
            throw InterchangeError(
                .badData, "the database is open in another program: its last changes are in \(beside)", file: path,
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
