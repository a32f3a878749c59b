import Foundation

/// The user's own `ogr2ogr` (GDAL), which turns other formats into a GeoPackage.
///
/// It runs as a subprocess, without a shell and without a network, in a private temporary folder that is gone afterwards.
/// Coordinates keep their bits, and the CRS its definition. Calls from several threads wait for each other.
public enum OGR {
    /// A file that was converted.
    public struct Conversion: Sendable {
        /// A GeoPackage, with a table for each layer.
        public let geoPackage: [UInt8]
        /// The version of GDAL, such as `GDAL 3.6.2`.
        public let version: String
        /// What `ogr2ogr` had to say though it did its work, line by line, what it calls errors first.
        public let warnings: [String]
    }

    private static let lock = NSLock()
    private static let names = (output: "layers.gpkg", out: "out.txt", err: "err.txt")

    /// Converts a dataset.
    ///
    /// - Parameters:
    ///   - dataset: a path, or a path of GDAL's virtual file systems.
    ///   - name: the name to say in errors.
    ///   - openOptions: options of GDAL's driver, such as `ENCODING=CP1252`.
    /// - Throws: ``InterchangeError`` of kind missingInput when there is no `ogr2ogr`, badData with its own words when it
    ///   fails, cannotCreate when there is no room for temporary files.
    public static func convert(
        _ dataset: String, format: FileFormat, name: String, openOptions: [String] = []
    ) throws(InterchangeError) -> Conversion {
        lock.lock()
        defer { lock.unlock() }
        let files = ["", "-journal", "-wal", "-shm"].map { names.output + $0 } + [names.out, names.err]
        let folder = try PrivateFolder(names: files)
        let output = folder.file(names.output)
        // A field called fid is the data's own: the key of the table gets another name.
        let arguments =
            ["-f", "GPKG", "-nlt", "PROMOTE_TO_MULTI", "-unsetFid", "-lco", "SPATIAL_INDEX=NO"]
            + ["-lco", "FID=ogr_fid", "-lco", "GEOMETRY_NAME=ogr_geometry"] + openOptions.flatMap { ["-oo", $0] } + [
                output, dataset.hasPrefix("-") ? "./" + dataset : dataset,
            ]
        guard let end = try run(arguments, folder) else {
            throw InterchangeError(
                .missingInput,
                "\(format.rawValue) is read through GDAL's ogr2ogr, which is not installed", file: name,
                notes: ["install it (apt-get install gdal-bin), or save the layer as GeoPackage or GeoJSON"])
        }
        let said = text(folder.file(names.err)).split(separator: "\n").map(String.init)
        let bytes = end == .exit(0) ? try? ByteSource(path: output, inflates: false).readAll() : nil
        guard let bytes, !bytes.isEmpty else {
            let what =
                switch end {
                case .signal(let number): "was ended by signal \(number)"
                case .exit(0): "wrote nothing"
                case .exit: "failed"
                }
            throw InterchangeError(
                .badData, "ogr2ogr \(what) on \(format.rawValue)", file: name, notes: Array(said.prefix(8)))
        }
        _ = try run(["--version"], folder)
        let version = text(folder.file(names.out)).prefix { $0 != "," && $0 != "\n" }
        let errors = said.filter { $0.hasPrefix("ERROR") }
        return Conversion(
            geoPackage: bytes, version: String(version), warnings: errors + said.filter { !$0.hasPrefix("ERROR") })
    }

    private static func run(
        _ arguments: [String], _ folder: PrivateFolder
    ) throws(InterchangeError) -> Subprocess.End? {
        // Data may name schemas and links elsewhere: a proxy that is not there answers them at once.
        let variables = ["GDAL_HTTP_PROXY": "http://127.0.0.1:9", "GDAL_SKIP": "OGR_VRT", "LC_ALL": "C.UTF-8"]
        return try Subprocess.run(
            "ogr2ogr", arguments, variables: variables, stdout: folder.file(names.out), stderr: folder.file(names.err),
            follow: folder.isUsed)
    }

    private static func text(_ path: String) -> String {
        let bytes = (try? ByteSource(path: path, inflates: false).readAll()) ?? []
        return String(decoding: bytes.prefix(4000), as: UTF8.self)
    }
}
