package import Comparing
package import Coverage
import Disclosure
package import Gazetteer
import Interchange
public import Perimeters
import Planar
public import Reports
import Statistics
package import Verdicts
package import Wording

/// What an observatory says of one perimeter on one page: figures with their sources, a map, places, and what became of it.
public struct Sheet: Sendable {
    /// The perimeter.
    public let perimeter: Perimeter
    package let language: Language
    /// The figures, those of places too.
    package private(set) var figures: [SheetFigure] = []
    /// The figures of places, by category in the order of the coverage: all of them first.
    private(set) var placeRows: [[SheetFigure]] = []
    /// The categories that the table of a page has room for, by rank in the file: those with a place near first.
    private(set) var shownCategories: [Int] = []
    /// The perimeters of the earlier vintage that it has to do with; nil when none was given.
    package private(set) var changes: [SheetChange]?
    /// What is not known, in the language of the sheet.
    package private(set) var notes: [String] = []
    package var map: ReportDrawing?

    package init(_ perimeter: Perimeter, _ language: Language) {
        self.perimeter = perimeter
        self.language = language
        figures = [
            SheetFigure(
                name: "area_ha", label: language("Superficie (ha)", "Area (ha)"),
                value: .number(perimeter.area / 10_000, decimals: 1), unit: "ha", source: .perimeters),
            SheetFigure(
                name: "perimeter_m", label: language("Pourtour (m)", "Length of the border (m)"),
                value: .number(perimeter.shape.perimeterLength, decimals: 0), unit: "m", source: .perimeters),
        ]
    }

    /// Categories of places in the table of a page; the JSON has all.
    private static let mostCategories = 10

    /// How many addresses lie inside; `addresses_inside` of the first sheets and of the index.
    public var addressesInside: ReportCell { figures.first { $0.name == "addresses_inside" }?.value ?? .empty }

    /// The letter of a category on the map, by its rank in the file.
    static func letter(_ rank: Int) -> String {
        rank < 26 ? String(UnicodeScalar(UInt8(0x41 + rank))) : ""
    }

    /// Counts addresses and streets; not known where the gazetteer has none of the perimeter's communes.
    ///
    /// - Parameter isNearAny: whether it has addresses on the map.
    package mutating func count(_ letterboxes: Letterboxes, _ gazetteer: Gazetteer, isNearAny: Bool) {
        let absent = perimeter.communeCodes.filter { !gazetteer.hasCommune($0) }
        let isKnown = perimeter.communeCodes.isEmpty ? isNearAny : absent.count < perimeter.communeCodes.count
        let streets = isKnown ? letterboxes.streets() : []
        func add(_ name: String, _ label: String, _ count: Int) {
            figures.append(
                SheetFigure(name: name, label: label, value: isKnown ? .count(count) : .unknown, source: .gazetteer))
        }
        func addresses(_ decision: Verdict.Decision) -> Int {
            letterboxes.items.count { $0.verdict.decision == decision }
        }
        add("addresses_inside", language("Adresses dedans", "Addresses inside"), addresses(.inside))
        add(
            "addresses_uncertain", language("Adresses indécidables", "Addresses not decidable"), addresses(.uncertain))
        add(
            "streets_whole", language("Voies entièrement dedans", "Streets entirely inside"),
            streets.count { $0.status == .whole })
        add(
            "streets_split", language("Voies en partie dedans", "Streets partly inside"),
            streets.count { $0.status == .split })
        if !isKnown {
            notes.append(
                language(
                    "La base d’adresses ne couvre pas ce quartier : les adresses ne sont pas connues.",
                    "The gazetteer does not cover this perimeter: its addresses are not known."))
        } else if !absent.isEmpty {
            let names = absent.joined(separator: ", ")
            notes.append(
                language(
                    "La base d’adresses n’a rien de ces communes : \(names). Les adresses sont un minimum.",
                    "The gazetteer has nothing of these communes: \(names). The addresses are a minimum."))
        }
    }

    /// Counts who is inside.
    package mutating func count(_ persons: SheetPersons) {
        let count = persons[perimeter.code]
        let unit = persons.unit.title(language)
        let title = unit.prefix(1).uppercased() + unit.dropFirst()
        figures.append(
            SheetFigure(
                name: persons.figureNames.inside, label: language("\(title) dedans", "\(title) inside"),
                value: persons.isEmpty ? .unknown : count.inside.cell, source: .rows))
        figures.append(
            SheetFigure(
                name: persons.figureNames.sure,
                label: language("dont sûres (qualité 1)", "of these sure (quality 1)"),
                value: persons.isEmpty ? .unknown : count.sure.cell, source: .rows))
        if persons.isEmpty {
            notes.append(
                language(
                    "Le fichier des personnes n’a aucune ligne : leurs effectifs ne sont pas connus.",
                    "The file of persons has no row: their counts are not known."))
        }
        if persons.uncertain != .shown(0) || persons.notLocated != .shown(0) {
            func text(_ count: PublishedCount) -> String { NumberSpelling.typographic(language).text(count.cell) }
            let (uncertain, notLocated) = (text(persons.uncertain), text(persons.notLocated))
            notes.append(
                language(
                    "Lignes du fichier des personnes qui ne comptent dans aucun périmètre, faute de savoir : indécidables (\(uncertain)), non localisées (\(notLocated)).",
                    "Rows of the file of persons that count in no perimeter, since nobody knows: not decidable (\(uncertain)), not located (\(notLocated))."
                ))
        }
    }

    /// Adds what places there are; one row a category, the one of all first.
    package mutating func add(_ coverage: Coverage, _ rows: [Coverage.Row], nearest: [Double?]) {
        let distances = coverage.options.distances.map {
            (name: JSONValue($0).text, text: CoverageReport.plain($0, language))
        }
        for (row, nearest) in zip(rows, nearest) {
            var here: [SheetFigure] = []
            func add(_ name: String, _ label: String, _ value: ReportCell, _ unit: String = "") {
                here.append(
                    SheetFigure(
                        name: name, category: row.category ?? "", label: label, value: row.isKnown ? value : .unknown,
                        unit: unit, source: .places))
            }
            add("places_inside", language("dedans", "inside"), .count(row.inside))
            add("places_edge", language("en limite", "at the edge"), .count(row.edge))
            for (rank, distance) in distances.enumerated() {
                add(
                    "places_within_\(distance.name)_m",
                    language("à \(distance.text) m ou moins", "within \(distance.text) m"),
                    .count(row.within[rank].places))
            }
            add(
                "nearest_place_m", language("le plus proche (m)", "nearest (m)"),
                nearest.map { .number($0, decimals: 0) } ?? .unknown, "m")
            if coverage.population != nil {
                let first = distances[0]
                add(
                    "addresses_share_within_\(first.name)_m",
                    language("adresses à \(first.text) m ou moins", "addresses within \(first.text) m"),
                    row.weightShare(0).map { .share($0) } ?? .unknown, "share")
            }
            figures += here
            placeRows.append(here)
        }
        let isNear = placeRows.dropFirst().map {
            $0.contains { if case .count(1...) = $0.value { true } else { false } }
        }
        let near = isNear.indices.filter { isNear[$0] }.prefix(Self.mostCategories)
        let far = isNear.indices.filter { !isNear[$0] }.prefix(Self.mostCategories - near.count)
        // Of one category there is the row of all places alone.
        shownCategories = isNear.isEmpty ? [0] : (near + far).sorted()
        note(coverage.places)
        if let weight = rows.first?.weight, weight > 0 {
            notes.append(
                language.say(
                    Int(weight),
                    (
                        "La part des adresses porte sur la seule adresse dont la position est dans le périmètre.",
                        "La part des adresses porte sur les # adresses dont la position est dans le périmètre, qu’elles soient dedans ou indécidables."
                    ),
                    (
                        "The share of the addresses is of the only one whose position is in the perimeter.",
                        "The share of the addresses is of the # whose position is in the perimeter, be they inside or not decidable."
                    )))
        }
    }

    /// Says what a file of places leaves out, and what it takes unasked.
    private mutating func note(_ places: Places) {
        if let dates = places.uncheckedDates(language) { notes.append(dates) }
        if places.items.isEmpty, !places.isUnknown(nil) {
            notes.append(
                language("Aucun lieu du fichier n’est ouvert ce jour-là.", "No place of the file is open on that day."))
        }
        let left = places.leftOut(language)
        guard !left.isEmpty else { return }
        let bound = places.isIncomplete() ? language(" Les lieux sont un minimum.", " The places are a minimum.") : ""
        notes.append(
            language(
                "Lignes du fichier des lieux qui ne comptent pas : \(left).",
                "Rows of the file of places that do not count: \(left).") + bound)
    }

    /// Adds the perimeters of the earlier vintage that share ground with it.
    package mutating func add(_ crosswalk: Crosswalk, _ addresses: CrosswalkAddresses?) {
        var changes: [SheetChange] = []
        for (number, row) in crosswalk.rows.enumerated() {
            guard let j = row.new, crosswalk.new[j].code == perimeter.code else { continue }
            changes.append(SheetChange(crosswalk, row, number, addresses))
        }
        self.changes = changes
    }
}
