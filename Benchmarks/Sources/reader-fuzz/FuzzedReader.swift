import QPVKit
import QPVService

/// A reader of files under test. A new reader is one more entry of ``all`` and a folder of seeds with its name.
struct FuzzedReader: Sendable {
    /// A file to be opened.
    struct File: Sendable {
        let path: String
        /// The number of the mutant: what costs much is done for some numbers only.
        let number: Int
        let ground: Ground
    }

    /// Its name, which is that of the folder of its seeds.
    let name: String
    /// Makes its seeds of others, where they would grow old in a folder; nil to read the folder.
    var making: (@Sendable (Ground) throws -> [Seed])?
    /// Opens a file, reads all of it and uses what was read. What is thrown says why the file is refused.
    let open: @Sendable (File) async throws -> Void

    /// The seeds of its folder and those made for it.
    func seeds(_ ground: Ground) throws -> [Seed] {
        let made = try making?(ground) ?? []
        return try made + Seed.all(in: "\(ground.corpus)/\(name)")
    }

    static let all = tables + shapes + [gazetteer, addresses] + reports

    /// How far a reader came with a file.
    enum Reach: String, CaseIterable {
        /// The file was read and used, or found fit for another program.
        case accepted = "accepted"
        /// The file was read, and its content is not fit for the question.
        case content = "content refused"
        /// The file was not read.
        case refused = "not read"

        init(_ error: any Error) {
            switch error {
            // Formats of GDAL end where its program would be started.
            case let fault as InterchangeError where fault.kind == .missingInput && fault.message.contains("ogr2ogr"):
                self = .accepted
            case is InterchangeError: self = .refused
            case GazetteerError.damaged, GazetteerError.version: self = .refused
            default: self = .content
            }
        }
    }

    /// A refusal without the parts that differ from file to file.
    static func gist(_ error: any Error) -> String {
        let text =
            (error as? InterchangeError)?.message ?? (error as? RequestError).map { "\($0.subject)" } ?? "\(error)"
        let line = text.replacing("error: ", with: "").prefix { $0 != "\n" }
        return String(line.prefix(70).map { $0.isNumber ? "9" : $0 == "\t" ? " " : $0 })
    }
}
