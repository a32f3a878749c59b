public import Gazetteer
import Geodesy
public import Perimeters
import Planar

/// Every address of a gazetteer that lies in a perimeter, or may: the list of letterboxes.
///
/// An address stands for the places around its position (its best one when it has several), and its verdict is about this
/// perimeter alone: inside, uncertain, or outside when it lies in it with a probability of a tenth or less.
public struct Letterboxes: Sendable {
    /// One address with its verdict.
    public struct Item: Sendable {
        /// The address.
        public let address: AddressEntry
        /// The verdict; its `probability` is the probability that the address lies in the perimeter.
        public let verdict: Verdict
    }

    /// The perimeter, as an atlas of its own.
    public let atlas: Atlas
    /// The addresses that may lie in it, by commune, street, number and suffix.
    public let items: [Item]
    private let gazetteer: Gazetteer

    /// Lists the addresses of a perimeter.
    ///
    /// Only those in the box of the perimeter are looked at: O(communes + addresses near), some microseconds an address.
    ///
    /// - Parameters:
    ///   - atlas: the perimeter alone; with several of one code, each is asked.
    ///   - radii: how far the true place may be from a position.
    /// - Throws: ``GeodesyError`` when PROJ cannot make a projection.
    public init(in atlas: Atlas, _ gazetteer: Gazetteer, radii: RadiusTable = RadiusTable()) throws {
        self.atlas = atlas
        self.gazetteer = gazetteer
        let judge = AddressJudge(atlas, radii)
        var windows: [Box] = []
        for perimeter in atlas.perimeters {
            guard let territory = perimeter.territory else { continue }
            windows.append(perimeter.window(margin: radii.largest, try judge.surveyor.projector(of: territory)))
        }
        var items: [Item] = []
        var failure: (any Error)?
        gazetteer.forEachAddress(in: windows.reduce(.empty) { $0.union($1) }) { address in
            do {
                let (verdict, isTouched) = try judge.verdict(address)
                if isTouched { items.append(Item(address: address, verdict: verdict)) }
            } catch { failure = error }
        }
        if let failure { throw failure }
        self.items = items
    }

    /// The streets that the perimeter touches, by name within a commune, with their numbers on either side of the border.
    ///
    /// Streets none of whose addresses is inside or uncertain are left out, unless all are asked for: then those of the communes of
    /// the perimeter, as its file names them, and of all that have an address in it.
    public func streets(all: Bool = false) -> [LetterboxStreet] {
        var ids: [UInt32] = []
        for item in items where item.verdict.decision != .outside && ids.last != item.address.street {
            ids.append(item.address.street)
        }
        var streets = ids.compactMap { gazetteer.street($0) }
        if all {
            let codes = Set(streets.map(\.citycode)).union(atlas.perimeters.flatMap(\.communeCodes))
            streets = codes.sorted().flatMap { gazetteer.streets(inCommune: $0) }
        }
        var known: [UInt32: Verdict.Decision] = [:]
        for item in items { known[item.address.id] = item.verdict.decision }
        return streets.compactMap { street in
            var numbers: [LetterboxStreet.Number] = []
            gazetteer.forEachAddress(ofStreet: street.id) { address in
                numbers.append(.init(address.number, address.suffix, known[address.id] ?? .outside))
            }
            return numbers.isEmpty ? nil : LetterboxStreet(street: street, numbers: numbers)
        }
    }
}

/// Judges addresses by their discs; one per thread.
private struct AddressJudge {
    let surveyor: Surveyor
    private let radii: RadiusTable

    init(_ atlas: Atlas, _ radii: RadiusTable) {
        surveyor = Surveyor(atlas)
        self.radii = radii
    }

    /// The verdict on an address, and whether any of its disc lies in a perimeter.
    func verdict(_ address: AddressEntry) throws -> (Verdict, isTouched: Bool) {
        let radius = radii.radius(of: address.positionType, own: nil)
        guard
            let evidence = try surveyor.evidence(
                longitude: address.longitude, latitude: address.latitude, radius: radius)
        else { return (.notLocated(.coordinatesInvalid), false) }
        return (Judge.verdict(evidence, ground: .position, score: 1), !evidence.shares.isEmpty)
    }
}
