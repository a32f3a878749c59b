import QPVKit
import QPVService

extension FuzzedReader {
    /// Readers of tables: rows as they stand, then rows for each question.
    static let tables = [
        FuzzedReader(name: "csv") { try readRows($0.path) },
        FuzzedReader(name: "workbook") { try readRows($0.path) },
        FuzzedReader(name: "rows") { file in
            let (table, session) = (TableInput(.file(file.path)), file.ground.session)
            switch file.number % 4 {
            case 0:
                let places = PlaceInput("\(file.ground.corpus)/places/lieux.csv")
                _ = try await NearestRequest(table, to: places, count: 2).run(in: session, to: .sink { _ in })
            case 1 where file.number % 8 == 1:
                _ = try await GeocodeRequest(table).run(in: session, to: .sink { _ in })
            default:
                var request = AuditRequest(table)
                request.questions.distances = [100, 300]
                _ = try await request.run(in: session, to: .sink { _ in })
            }
        },
        FuzzedReader(name: "persons") { file in
            let table = TableInput(.file(file.path))
            switch file.number % 4 {
            case 0:
                var request = MapRequest()
                request.rows = MapRequest.Rows(table)
                request.rows?.hexagons = HexagonGrid(spacing: 200)
                _ = try request.run(in: file.ground.session).value.page()
            case 1:
                var request = SheetRequest(.one("QN09901M"))
                request.rows = SheetRequest.Rows(table)
                request.rows?.at = CalendarDay("2024-12-31")
                _ = try await request.run(in: file.ground.session, to: .sink { _ in })
            default:
                var request = StatsRequest(table)
                request.options.at = CalendarDay("2024-12-31")
                request.options.hasDetail = file.number % 16 == 2
                let report = try await request.run(in: file.ground.session).value.report
                _ = try report.bytes(as: file.number % 4 == 2 ? .html : .json)
            }
        },
        FuzzedReader(name: "amounts") { file in
            var request = StatsRequest(TableInput(.file(file.path)))
            (request.columns.value, request.options.unit) = ("montant", .euros)
            _ = try await request.run(in: file.ground.session).value.report.bytes(as: .csv)
        },
        FuzzedReader(name: "residences") { file in
            _ = try ResidencesRequest(file.path).run(in: file.ground.session).value.report.bytes(as: .html)
        },
        FuzzedReader(name: "places") { file in
            if file.number % 4 == 0 {
                let request = CoverageRequest(PlaceInput(file.path), options: Coverage.Options(distances: [300]))
                _ = try request.run(in: file.ground.session)
            } else {
                var request = MapRequest()
                request.places = PlaceInput(file.path)
                _ = try request.run(in: file.ground.session).value.page()
            }
        },
        FuzzedReader(name: "points") { file in
            let places = PlaceInput("\(file.ground.corpus)/places/lieux.csv")
            var request = CoverageRequest(places, options: Coverage.Options(distances: [300]))
            request.subject = .points(PointInput(file.path, weight: file.number % 2 == 0 ? "menages" : nil))
            _ = try request.run(in: file.ground.session)
        },
        FuzzedReader(name: "actions") { file in
            var request = ActionsRequest(file.path)
            request.ages = "\(file.ground.corpus)/ages/tranches.csv"
            _ = try request.run(in: file.ground.session).value.report.bytes(as: .html)
        },
        FuzzedReader(name: "ages") { file in
            var request = ActionsRequest("\(file.ground.corpus)/actions/actions.csv")
            request.ages = file.path
            _ = try request.run(in: file.ground.session).value.report.bytes(as: .json)
        },
        FuzzedReader(name: "aliases") { file in
            let names = ["Les Tilleuls", "QPV Verdun", "QN09901M", "xyz"]
            _ = try ResolveRequest(names, aliases: file.path).run(in: file.ground.session)
        },
        FuzzedReader(name: "groups") { file in
            var options = Ground.options([file.ground.perimeters], file.ground.gazetteer)
            options.selection.groups = file.path
            _ = try MapRequest().run(in: Session(options)).value.geoJSON()
        },
        FuzzedReader(name: "compared-rows") { file in
            let perimeters = CompareRequest.File(file.ground.perimeters)
            var request = CompareRequest(perimeters, perimeters)
            request.rows = TableInput(.file(file.path))
            request.outputs.table = "\(file.ground.folder)/compared.csv"
            _ = try await request.run(in: file.ground.session)
        },
    ]

    /// Reads every cell of a table.
    private static func readRows(_ path: String) throws {
        let reader = try TableFile.open(path)
        var cells = CSVCells()
        while let batch = try reader.nextBatch() {
            for row in 0..<batch.count {
                let texts = batch.texts(row)
                for column in texts.indices { _ = batch.value(row, column, using: &cells) }
            }
        }
    }
}
