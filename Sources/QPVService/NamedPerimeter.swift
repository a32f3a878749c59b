import Planar
package import QPVKit

/// The perimeter that a user names.
package enum NamedPerimeter {
    /// The perimeter alone, as an atlas: several rings of one code are one.
    ///
    /// - Parameter commune: a commune's name or INSEE code, to which the answer is limited; nil for all.
    /// - Throws: ``RequestError`` when the text means none or several, with those that may be meant, and without a shape.
    package static func find(
        _ text: String, in atlas: Atlas, commune: String? = nil
    ) throws(RequestError) -> Atlas {
        let answer = PerimeterAnswer(text, in: PerimeterNames(atlas), commune: commune)
        let found = answer.candidates, path = atlas.source.path
        let isAmbiguous = answer.status == .ambiguous
        guard answer.status == .found || isAmbiguous && Set(found.map(\.code)).count == 1 else {
            throw .badData(
                .perimeterName(
                    text, commune: commune, isAmbiguous: isAmbiguous,
                    candidates: found.map { .init(code: $0.code, name: $0.name) }),
                at: FilePlace(path))
        }
        let perimeters = atlas.perimeters.filter { $0.code == found[0].code }
        guard perimeters.contains(where: { !$0.shape.isEmpty }) else {
            throw .badData(
                .shapeUnusable(code: perimeters[0].code), at: FilePlace(path, line: perimeters[0].line),
                remedies: [.validatePerimeters(file: path)])
        }
        return Atlas(perimeters, source: atlas.source)
    }
}
