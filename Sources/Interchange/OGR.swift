import Foundation
import Synchronization

/// The user's own `ogr2ogr` (GDAL), which turns other formats into a GeoPackage.
///
/// It runs as a subprocess, without a shell, on copies in a private temporary folder that is gone afterwards. A file may name
/// databases, addresses and other files, and GDAL would follow: so it gets the drivers of one format only, no settings of the
/// user, no network, and on Linux no sight of the user's files. Coordinates keep their bits, and the CRS its definition. Calls
/// from several threads wait for each other.
public enum OGR {
    /// The files that GDAL is to see.
    public struct Dataset: Sendable {
        /// One file, or one of those that belong to it.
        public struct File: Sendable {
            /// The path below the dataset's folder; of a file alone, its name.
            public var name: String
            /// Its content.
            public var bytes: [UInt8]

            /// A file.
            public init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
        }

        /// The name of the file, or of the folder, to open.
        public let name: String
        /// The files, the one to open first.
        public let files: [File]

        /// A file and what belongs to it: the same name with other endings.
        ///
        /// GDAL names a layer after its file, so the name is kept as far as it can be one in every folder.
        public init(_ name: String, _ bytes: [UInt8], format: FileFormat, beside: [File] = []) {
            let stem = Self.stem(name)
            let ending = format == .mapInfo ? (format.isInterchange(bytes) ? "mif" : "tab") : format.suffixes.first
            self.name = "\(stem).\(ending ?? "json")"
            files =
                [File(self.name, bytes)]
                + beside.map { file in
                    let ending = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
                    return File("\(stem).\(Self.plain(ending))", file.bytes)
                }
        }

        /// A folder with files in it, such as a geodatabase.
        public init(folder name: String, ending: String, _ files: [File]) {
            let folder = "\(Self.stem(name)).\(ending)"
            self.name = folder
            self.files = files.map { File("\(folder)/\(Self.plain($0.name))", $0.bytes) }
        }

        /// The name of a file without folder and ending, fit to be one anywhere.
        private static func stem(_ path: String) -> String {
            let name = path.split(separator: "/").last ?? ""
            let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : name[..<$0] } ?? name
            let plain = plain(String(stem))
            return plain.isEmpty || plain.hasPrefix("-") || plain.hasPrefix(".") ? "_" + plain : plain
        }

        /// A name with letters, digits, spaces and `-_.` only, of 100 bytes at most.
        private static func plain(_ name: String) -> String {
            var plain = ""
            for character in name {
                let isKept =
                    character.isLetter || character.isNumber || "-_. ".contains(character)
                    || (character.isASCII && "()'$".contains(character))
                let added = isKept ? String(character) : "_"
                guard plain.utf8.count + added.utf8.count <= 100 else { break }
                plain += added
            }
            return plain
        }
    }

    /// A file that was converted.
    public struct Conversion: Sendable {
        /// A GeoPackage, with a table for each layer.
        public let geoPackage: [UInt8]
        /// The version of GDAL, such as `GDAL 3.6.2`.
        public let version: String
        /// What `ogr2ogr` had to say though it did its work, line by line, what it calls errors first.
        public let warnings: [String]
    }

    /// The program of this machine, and what it can do.
    private struct Installation {
        let path: String
        let version: String
        /// The names of all drivers.
        let drivers: [String]
    }

    private static let lock = NSLock()
    private static let known = Mutex<[String: Installation]>([:])
    private static let names = (output: "layers.gpkg", out: "out.txt", err: "err.txt")

    /// Converts a dataset.
    ///
    /// - Parameters:
    ///   - format: the format that its content shows: no driver of another one is at hand.
    ///   - name: the name to say in errors.
    ///   - openOptions: options of GDAL's driver, such as `ENCODING=CP1252`.
    /// - Throws: ``InterchangeError`` of kind missingInput when there is no `ogr2ogr`, badData with its own words when it
    ///   fails or when it works beyond the limits, diskFull when there is no room for temporary files.
    public static func convert(
        _ dataset: Dataset, format: FileFormat, name: String, openOptions: [String] = []
    ) throws(InterchangeError) -> Conversion {
        lock.lock()
        defer { lock.unlock() }
        let made = ["", "-journal", "-wal", "-shm"].map { names.output + $0 } + [names.out, names.err]
        let folders = Set(dataset.files.compactMap { $0.name.contains("/") ? dataset.name : nil })
        let folder = try PrivateFolder(
            names: made + dataset.files.map(\.name) + [dataset.name + ".gfs", dataset.name + ".properties"] + folders)
        for inner in folders where mkdir(folder.file(inner), 0o700) != 0 {
            throw PrivateFolder.failure(errno, "cannot create a temporary folder", inner)
        }
        for file in dataset.files { try folder.write(file.bytes, to: file.name) }
        guard let program = Subprocess.path(of: "ogr2ogr"),
            let installation = try installation(program, folder),
            let end = try run(
                installation, arguments(dataset, format, openOptions, folder), format, folder,
                bytes: dataset.files.reduce(0) { $0 + $1.bytes.count })
        else {
            throw InterchangeError(
                .missingInput,
                "\(format.rawValue) is read through GDAL's ogr2ogr, which is not installed", file: name,
                notes: ["install it (apt-get install gdal-bin), or save the layer as GeoPackage or GeoJSON"])
        }
        // The user knows the file by another name than the copy has.
        let copy = folder.file(dataset.name)
        let said = text(folder.file(names.err)).replacingOccurrences(of: copy, with: name)
            .replacingOccurrences(of: folder.path + "/", with: "").split(separator: "\n").map(String.init)
        if end == .signal(SIGXCPU) || end == .signal(SIGKILL) {
            throw ReadingLimits.exceeded(.seconds, "ogr2ogr works too long on \(format.rawValue)", file: name)
        }
        let output = folder.file(names.output)
        let bytes = end == .exit(0) ? try? ByteSource(path: output, inflates: false).readAll() : nil
        guard let bytes, !bytes.isEmpty else {
            if said.contains(where: { $0.contains("bad_alloc") || $0.contains("Out of memory") }) {
                throw ReadingLimits.exceeded(.memory, "ogr2ogr takes too much memory on \(format.rawValue)", file: name)
            }
            let what =
                switch end {
                case .signal(let number): "was ended by signal \(number)"
                case .exit(0): "wrote nothing"
                case .exit: "failed"
                }
            throw InterchangeError(
                .badData, "ogr2ogr \(what) on \(format.rawValue)", file: name, notes: Array(said.prefix(8)))
        }
        let errors = said.filter { $0.hasPrefix("ERROR") }
        return Conversion(
            geoPackage: bytes, version: installation.version,
            warnings: errors + said.filter { !$0.hasPrefix("ERROR") })
    }

    private static func arguments(
        _ dataset: Dataset, _ format: FileFormat, _ openOptions: [String], _ folder: PrivateFolder
    ) -> [String] {
        // The schema of a file is not looked for elsewhere.
        let options = openOptions + (format == .gml ? ["DOWNLOAD_SCHEMA=NO"] : [])
        // A field called fid is the data's own: the key of the table gets another name.
        return ["-f", "GPKG", "-nlt", "PROMOTE_TO_MULTI", "-unsetFid", "-lco", "SPATIAL_INDEX=NO"]
            + ["-lco", "FID=ogr_fid", "-lco", "GEOMETRY_NAME=ogr_geometry"] + options.flatMap { ["-oo", $0] }
            + [folder.file(names.output), folder.file(dataset.name)]
    }

    /// The version and the drivers of a program, asked once; nil when it cannot be started.
    private static func installation(
        _ program: String, _ folder: PrivateFolder
    ) throws(InterchangeError) -> Installation? {
        if let known = known.withLock({ $0[program] }) { return known }
        guard try run(program, ["--version"], [:], folder, bytes: 0) != nil else { return nil }
        let version = text(folder.file(names.out)).prefix { $0 != "," && $0 != "\n" }
        _ = try run(program, ["--formats"], [:], folder, bytes: 0)
        // Lines such as `  ESRI Shapefile -vector- (rw+v): ESRI Shapefile`.
        let drivers = text(folder.file(names.out), limit: 1 << 16).split(separator: "\n").compactMap { line in
            line.hasPrefix("  ") ? line.range(of: " -").map { String(line[..<$0.lowerBound].drop { $0 == " " }) } : nil
        }
        guard !drivers.isEmpty else {
            throw InterchangeError(
                .readFailed, "ogr2ogr does not list its drivers: it is not started on a file", file: program)
        }
        let installation = Installation(path: program, version: String(version), drivers: drivers)
        known.withLock { $0[program] = installation }
        return installation
    }

    private static func run(
        _ installation: Installation, _ arguments: [String], _ format: FileFormat, _ folder: PrivateFolder, bytes: Int
    ) throws(InterchangeError) -> Subprocess.End? {
        // All drivers but those of the format and of the output are taken away, whatever opens a file on the way.
        let allowed = Set(format.drivers + ["GPKG", "Memory", "MEM"])
        let others = installation.drivers.filter { !allowed.contains($0) }.joined(separator: ",")
        return try run(
            installation.path, arguments, ["GDAL_SKIP": others], folder, bytes: bytes)
    }

    /// Variables that say where an installation of its own keeps its parts.
    private static let kept = [
        "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "GDAL_DATA", "PROJ_DATA",
        "PROJ_LIB",
    ]

    private static func run(
        _ program: String, _ arguments: [String], _ variables: [String: String], _ folder: PrivateFolder, bytes: Int
    ) throws(InterchangeError) -> Subprocess.End? {
        var environment = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
        environment.merge(variables) { $1 }
        environment.merge([
            "HOME": folder.path, "TMPDIR": folder.path, "CPL_TMPDIR": folder.path, "LC_ALL": "C.UTF-8",
            "GDAL_CONFIG_FILE": "/dev/null", "GDAL_DRIVER_PATH": "disable", "OGR_DRIVER_PATH": "disable",
            "GDAL_PYTHON_DRIVER_PATH": "/dev/null", "PROJ_NETWORK": "OFF", "GML_SKIP_RESOLVE_ELEMS": "ALL",
            "OGR_SQLITE_LOAD_EXTENSIONS": "", "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
            // Of a kind that no library of addresses knows: a request ends before it connects to anything.
            "GDAL_HTTP_PROXY": "none://none", "http_proxy": "none://none", "https_proxy": "none://none",
            "all_proxy": "none://none",
        ]) { $1 }
        let limits = ReadingLimits.current
        let bounds = Subprocess.Bounds(
            seconds: limits[.seconds] * (1 + bytes >> 20), memory: limits[.memory], output: limits[.unpacked])
        return try Subprocess.run(
            program, arguments, variables: environment, folder: folder.path, stdout: folder.file(names.out),
            stderr: folder.file(names.err), bounds: bounds, follow: folder.isUsed)?.end
    }

    private static func text(_ path: String, limit: Int = 4000) -> String {
        let bytes = (try? ByteSource(path: path, inflates: false).readAll()) ?? []
        return String(decoding: bytes.prefix(limit), as: UTF8.self)
    }
}
