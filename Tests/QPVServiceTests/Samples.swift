import Foundation
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
