import Planar
import QPVKit

/// The perimeter that a text on the command line names.
enum NamedPerimeter {
    /// The perimeter alone, as an atlas: several rings of one code are one.
    ///
    /// - Parameter commune: a commune's name or INSEE code, to which the answer is limited; nil for all.
    /// - Throws: ``CommandError`` when the text means none or several, with those that may be meant, and without a shape.
    static func find(_ text: String, in atlas: Atlas, commune: String? = nil) throws -> Atlas {
        let answer = PerimeterAnswer(text, in: PerimeterNames(atlas), commune: commune)
        let found = answer.candidates
        guard answer.isFound || answer.isAmbiguous && Set(found.map(\.code)).count == 1 else {
            throw fault(text, answer, atlas, commune)
        }
        let perimeters = atlas.perimeters.filter { $0.code == found[0].code }
        guard perimeters.contains(where: { !$0.shape.isEmpty }) else {
            throw CommandError.badData(
                "the shape of \(perimeters[0].code) cannot be used", file: atlas.source.path,
                line: perimeters[0].line, notes: ["see qpv perimeters validate \(atlas.source.path)"])
        }
        return Atlas(perimeters, source: atlas.source)
    }

    private static func fault(
        _ text: String, _ answer: PerimeterAnswer, _ atlas: Atlas, _ commune: String?
    ) -> CommandError {
        let place = commune.map { " of \($0)" } ?? ""
        return .badData(
            answer.isAmbiguous
                ? "several perimeters\(place) may be meant by \"\(text)\"" : "no perimeter\(place) means \"\(text)\"",
            file: atlas.source.path, notes: answer.shown)
    }
}
