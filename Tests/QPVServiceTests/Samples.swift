import Foundation
import QPVKit
import QPVService
import Synchronization
import TestSupport

/// The fictional sample of the checkout.
enum Samples {
    static let folder = RealData.package.appendingPathComponent("geodata").path

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// A session over the sample; nothing of the user who runs the tests is looked at.
    static func session(_ change: (inout SessionOptions) -> Void = { _ in }) -> Session {
        var options = SessionOptions(data: DataFolder(folder: "/nowhere", sampleFolders: [folder]))
        options.perimeters = [PerimeterSource(path("perimetres-2024.geojson"))]
        options.gazetteer = path("adresses.csv")
        change(&options)
        return Session(options)
    }

    /// Three rows: one inside, one outside, one that is nowhere.
    static let rows = """
        nom;adresse;code_postal;commune
        A;6 rue Rosa Parks;23990;Valfictif-sur-Ombre
        B;8 avenue du Général Leclerc;23990;Valfictif-sur-Ombre
        C;12 rue de Nulle Part;99999;Ailleurs

        """

    static func table(_ text: String = rows) -> TableInput { TableInput(.bytes(Array(text.utf8), name: "rows.csv")) }
}

/// Keeps what several tasks hand over.
final class Kept<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    func add(_ value: Value) { values.withLock { $0.append(value) } }

    var all: [Value] { values.withLock { $0 } }
}

/// The fields of the error that a step throws; nil when it throws none.
func error(_ step: () async throws -> Void) async -> RequestError? {
    do {
        try await step()
        return nil
    } catch { return RequestError(error) }
}

extension Report {
    /// The texts of the cells in a column of one of its tables, without the row of totals.
    func cells(_ table: String, _ column: String) -> [ReportCell] {
        guard let table = tables.first(where: { $0.name == table }),
            let index = table.columns.firstIndex(where: { $0.name == column })
        else { return [] }
        return table.rows.filter { $0.role == .body }.map { $0.cells[index] }
    }
}
