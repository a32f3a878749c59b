import Foundation
import QPVKit
import QPVService

/// A gazetteer that opens, and of which a page holds numbers that cannot be true.
private struct Unsound: Error {}

extension FuzzedReader {
    /// The compiled gazetteer, of which each part is read.
    static let gazetteer = FuzzedReader(
        name: "gazetteer",
        making: { ground in
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: ground.gazetteer)))
            return [Seed(name: "ground", files: [Seed.File(name: "ground.qpvg", bytes: bytes)])]
        }
    ) { file in
        let gazetteer = try Gazetteer(path: file.path)
        exhaust(gazetteer)
        // A file that is not sound is read all the same: who opens one does not ask first.
        if gazetteer.verify() != nil { throw Unsound() }
    }

    /// The address base that a gazetteer is built of.
    static let addresses = FuzzedReader(name: "addresses") { file in
        let output = "\(file.ground.folder)/built.qpvg"
        _ = try Gazetteer.build(inputs: [file.path], output: output)
        let gazetteer = try Gazetteer(path: output)
        precondition(gazetteer.verify() == nil, "a gazetteer as it was built is not sound")
        exhaust(gazetteer)
    }

    /// Reads every entry, and asks for addresses and places.
    private static func exhaust(_ gazetteer: Gazetteer) {
        var scratch = MatchScratch()
        for commune in gazetteer.communes.prefix(20) {
            for street in gazetteer.streets(inCommune: commune.citycode).prefix(20) {
                _ = gazetteer.street(street.id)
                gazetteer.forEachAddress(ofStreet: street.id) { _ in }
                let text = "3 bis \(street.name) \(street.postcode) \(commune.name)"
                _ = gazetteer.match(AddressQuery(text: text), scratch: &scratch)
            }
            _ = gazetteer.communes(named: commune.name)
            _ = gazetteer.communes(postcode: commune.postcode)
            _ = gazetteer.nearest(longitude: commune.longitude, latitude: commune.latitude)
        }
        gazetteer.forEachAddress { address in _ = gazetteer.banID(of: address) }
        for row in [0, 1, 7, UInt32.max] { _ = gazetteer.address(row) }
        for text in questions { _ = gazetteer.match(AddressQuery(text: text), scratch: &scratch) }
        gazetteer.forEachPosition(in: Box(minX: 2.2, minY: 46.1, maxX: 2.3, maxY: 46.2)) { _ in }
        _ = gazetteer.explain(AddressQuery(text: questions[0]))
    }

    private static let questions = [
        "12 rue de la République 23990 Valfictif-sur-Ombre", "avenue du Gal Leclerc", "3 r des tanneurs valfictif",
        "Valfictif sur Ombre", "23990", "rue du Bugey 23901", "le bourg",
    ]
}
