import QPVKit
import QPVService

extension FuzzedReader {
    /// Readers of perimeters.
    static let shapes =
        ["geojson", "geopackage", "zip", "gzip", "converted"].map { FuzzedReader(name: $0, open: readPerimeters) } + [
            FuzzedReader(name: "vintages") { file in
                if file.number % 4 == 0 {
                    var request = SheetRequest(.one("QN09901M"))
                    request.against = file.path
                    _ = try await request.run(in: file.ground.session, to: .sink { _ in })
                } else {
                    let files = [file.ground.perimeters, file.path].map { CompareRequest.File($0) }
                    _ = try await CompareRequest(files[0], files[1]).run(in: file.ground.session)
                }
            },
            FuzzedReader(name: "contours") { file in
                var request = SheetRequest(.one("QN09901M"))
                request.communes = file.path
                _ = try await request.run(in: file.ground.session, to: .sink { _ in })
            },
            FuzzedReader(name: "catchments") { file in
                let places = PlaceInput("\(file.ground.corpus)/places/lieux.csv")
                var request = CoverageRequest(places, options: Coverage.Options(distances: [300]))
                request.catchments = CoverageRequest.CatchmentFile(file.path)
                _ = try request.run(in: file.ground.session)
            },
            FuzzedReader(name: "crs") { file in
                let text = String(decoding: try ByteSource(path: file.path).readAll(), as: UTF8.self)
                guard let crs = CRS(name: text) else { throw PerimeterError.unknownCRS(text, file: file.path) }
                if !crs.isGeographic { _ = try Projector(from: .wgs84, to: crs).project(Point(x: 2.2, y: 46.1)) }
            },
        ]

    /// Reads a file of perimeters, repairs its shapes, asks for a place and, for some, draws a map.
    private static func readPerimeters(_ file: File) throws {
        _ = try PerimeterFileRequest(file.path).run()
        let session = Session(Ground.options([file.path], file.ground.gazetteer))
        _ = try CheckRequest(.position(longitude: 2.2237, latitude: 46.1372)).run(in: session)
        if file.number % 4 == 0 { _ = try MapRequest().run(in: session).value.page() }
    }
}
