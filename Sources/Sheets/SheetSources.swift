import Coverage
import Disclosure
import Foundation
import Gazetteer
import Interchange
import Perimeters
import Provenance
import Reports
import Statistics
import Tables
import Wording

/// What the figures of a sheet rest on, in words.
struct SheetSources {
    private let book: SheetBook
    private let language: Language
    private var inputs: SheetInputs { book.inputs }

    init(_ book: SheetBook, _ language: Language) {
        self.book = book
        self.language = language
    }

    /// The heading of the figures of a source: what, vintage, file.
    func name(_ source: SheetFigure.Source) -> String {
        switch source {
        case .perimeters:
            Self.named(language("Périmètres", "Perimeters"), inputs.atlas.vintages, inputs.atlas.source.path)
        case .gazetteer:
            Self.named(language("Adresses", "Addresses"), [], gazetteerFiles)
        case .places:
            Self.named(placesTitle, [], inputs.places?.source.path ?? "")
        case .rows:
            Self.named(language("Personnes", "Persons"), [], inputs.personsFile.path)
        }
    }

    /// The heading of what became of the perimeter.
    var earlierName: String {
        Self.named(
            language("Périmètres", "Perimeters"), Set(inputs.earlier?.perimeters.compactMap(\.vintage) ?? []).sorted(),
            inputs.earlier?.source.path ?? "")
    }

    private var placesTitle: String {
        guard let day = inputs.places?.date else { return language("Lieux", "Places") }
        return language("Lieux ouverts le \(day.french)", "Places open on \(day)")
    }

    private static func named(_ what: String, _ vintages: [Int], _ path: String) -> String {
        let years = vintages.map(String.init).joined(separator: ", ")
        let file = path.split(separator: ", ").map { String($0).fileName }
        return ([what, years].filter { !$0.isEmpty }.joined(separator: " ") + " – " + file.joined(separator: ", "))
    }

    private var gazetteerFiles: String {
        inputs.gazetteer?.info.inputs.map(\.name).joined(separator: ", ") ?? ""
    }

    /// A line a source of the sheet of a perimeter, with the first digits of its SHA-256; then what is to be known of the figures.
    ///
    /// - Parameter earlier: the sheet that it is compared with; nil for none.
    func lines(_ perimeter: Perimeter, since earlier: EarlierSheet?) -> [String] {
        var files = [name(.perimeters) + Self.digits(inputs.atlas.source.sha256)]
        if inputs.earlier != nil { files.append(earlierName + Self.digits(inputs.earlier?.source.sha256 ?? "")) }
        if let info = inputs.gazetteer?.info {
            files.append(name(.gazetteer) + Self.digits(info.inputs.first?.sha256 ?? ""))
        }
        if let places = inputs.places { files.append(name(.places) + Self.digits(places.source.sha256)) }
        if inputs.persons != nil { files.append(name(.rows) + Self.digits(inputs.personsFile.sha256)) }
        let grid = [perimeter].metricSystems.joined(separator: ", ")
        var lines = [
            files.joined(separator: language("\u{A0}; ", "; ")) + ".",
            language(
                "Superficies, longueurs et distances (à vol d’oiseau, depuis le bord du périmètre) en mètres de la grille "
                    + "\(grid).",
                "Areas, lengths and distances (straight lines, from the border of the perimeter) in metres of the grid "
                    + "\(grid)."),
        ]
        if inputs.gazetteer != nil {
            lines.append(
                language(
                    "Une adresse est indécidable quand la probabilité qu’elle soit dans le périmètre, au vu de l’incertitude de sa "
                        + "position, est comprise entre 0,1 et 0,9 ; une voie est entièrement dedans quand toutes ses adresses le sont.",
                    "An address is not decidable when the probability that it is in the perimeter, as far as its position is exact, lies "
                        + "between 0.1 and 0.9; a street is entirely inside when all its addresses are."))
        }
        if inputs.places != nil {
            lines.append(
                language(
                    "Un lieu est en limite quand sa distance à la limite du périmètre est inférieure à l’incertitude de sa "
                        + "position ; les lieux à une distance donnée comprennent ceux du dedans.",
                    "A place is at the edge when the border is nearer to it than its position is exact; the places within a "
                        + "distance are those inside too."))
        }
        if let persons = inputs.persons {
            lines += statement(persons, persons[perimeter.code])
            if persons.disclosure.threshold != nil { lines.append(differencing(persons, perimeter.code, earlier)) }
        }
        return lines
    }

    /// What was counted of persons, and what was done to the counts.
    private func statement(_ persons: SheetPersons, _ count: SheetPersons.Count) -> [String] {
        guard let threshold = persons.disclosure.threshold else {
            return [language("Personnes : lignes situées dans le périmètre.", "Persons: rows inside the perimeter.")]
                + persons.disclosure.statement(of: [count.inside, count.sure], in: language)
        }
        // How many counts are hidden for being small is not told: of so few it would tell which.
        return [
            language(
                "Personnes : lignes situées dans le périmètre ; les effectifs de 1 à \(threshold - 1), et ceux qui les "
                    + "révéleraient, sont masqués (s). L’effectif des sûres dit ce que l’on sait, non qui sont les personnes : il "
                    + "n’est masqué que s’il permet d’en retrouver d’autres.",
                "Persons: rows inside the perimeter; counts from 1 to \(threshold - 1), and those that would tell them, are "
                    + "hidden (s). The count of the sure ones says what is known, not who people are: it is hidden only where it "
                    + "would give others away.")
        ]
    }

    /// What comparing two sheets can give away, and whether these were compared.
    private func differencing(_ persons: SheetPersons, _ code: String, _ earlier: EarlierSheet?) -> String {
        guard let earlier else {
            return language(
                "Comparée à une autre fiche sur presque les mêmes personnes, celle-ci peut révéler un petit effectif par différence.",
                "Compared with another sheet on nearly the same people, this one can tell a small count by difference.")
        }
        guard persons.differencing(code, since: earlier) > 0 else {
            return language(
                "Comparée à la fiche précédente, celle-ci ne révèle aucun petit effectif par différence.",
                "Compared with the previous sheet, this one tells no small count by difference.")
        }
        return language(
            "Comparée à la fiche précédente, celle-ci révèle un petit effectif par différence : l’auteur de la fiche l’a accepté.",
            "Compared with the previous sheet, this one tells a small count by difference: its author accepted that.")
    }

    private static func digits(_ sha256: String) -> String {
        sha256.isEmpty ? "" : " (SHA-256 \(sha256.prefix(12))…)"
    }
}
