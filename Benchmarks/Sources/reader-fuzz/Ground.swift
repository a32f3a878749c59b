import Foundation
import QPVKit
import QPVService

/// The sound files that a mutated one is read beside, made of the seeds of `geojson`, `addresses` and `persons`.
struct Ground: Sendable {
    /// The folder of seeds.
    let corpus: String
    /// A folder for what readers write.
    let folder: String
    let perimeters: String
    let gazetteer: String
    /// A table that has been audited.
    let audited: String
    /// Perimeters and gazetteer, opened once.
    let session: Session

    /// - Parameter folder: where the gazetteer is, or is to be made.
    init(corpus: String, folder: String) throws {
        (self.corpus, self.folder) = (corpus, folder)
        perimeters = "\(corpus)/geojson/perimetres.geojson"
        audited = "\(corpus)/persons/minimum.csv"
        gazetteer = "\(folder)/ground.qpvg"
        if !FileManager.default.fileExists(atPath: gazetteer) {
            _ = try Gazetteer.build(inputs: ["\(corpus)/addresses/adresses.csv"], output: gazetteer)
        }
        session = Session(Self.options([perimeters], gazetteer))
    }

    /// Options of a session that reads these files and no installed ones, on one thread.
    static func options(_ perimeters: [String], _ gazetteer: String) -> SessionOptions {
        var options = SessionOptions(data: DataFolder(folder: "/nonexistent"))
        options.perimeters = perimeters.map { PerimeterSource($0) }
        options.gazetteer = gazetteer
        options.threads = 1
        return options
    }
}
