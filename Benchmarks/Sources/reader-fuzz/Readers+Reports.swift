import QPVKit
import QPVService

extension FuzzedReader {
    /// Readers of what qpv itself wrote before.
    static let reports = [
        FuzzedReader(name: "earlier-report") { file in
            var request = StatsRequest(TableInput(.file(file.ground.audited)))
            request.options.at = CalendarDay("2024-12-31")
            request.against = file.path
            request.options.hasDetail = file.number % 16 == 0
            _ = try await request.run(in: file.ground.session).value.report.bytes(as: .html)
        },
        FuzzedReader(name: "earlier-sheet") { file in
            var request = SheetRequest(.one("QN09901M"))
            request.previous = file.path
            _ = try await request.run(in: file.ground.session, to: .sink { _ in })
        },
        FuzzedReader(name: "provenance") { file in
            _ = try VerifyRequest(file.path).run().value.json
        },
    ]
}
