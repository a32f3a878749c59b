import Perimeters
package import Tables
package import Wording

extension CoverageReport {
    /// What the words of the report mean, and how its figures are made.
    var definitions: [String] {
        let systems = parts[0].coverage.atlas.metricSystems.joined(separator: ", ")
        let reaches = options.distances.map { Self.plain((options.reach($0) * 10).rounded() / 10, language) }
            .joined(separator: language("\u{A0}; ", ", "))
        var lines = [
            language(
                "Distances à vol d’oiseau, en mètres de la projection métrique du territoire (\(systems)) ; un lieu ne compte que pour les périmètres de son territoire.",
                "Distances are straight lines in metres of the territory's metric CRS (\(systems)); a place counts for the perimeters of its territory only."
            ),
            language(
                "« Dans » : dans le périmètre, à une distance de sa limite supérieure à l’incertitude de la position. « En limite » : à une distance de la limite inférieure à cette incertitude, d’un côté ou de l’autre. « À moins de d » : distance du lieu au périmètre, 0 dedans.",
                "\"Inside\": in the perimeter and farther from its border than the position is exact. \"At the edge\": the border is nearer than that, on either side. \"Within d\": distance from the place to the perimeter, 0 in it."
            ),
            language(
                "Part de la surface : calcul exact, sur de vrais cercles. Une adresse compte là où est sa position, limite comprise.",
                "Share of the surface: exact, circles are circles. An address counts where its position is, border included."
            ),
            language(
                "Centile : la plus petite distance en deçà de laquelle se trouve au moins cette part des adresses (médiane : la moitié) ; non connu quand il tombe parmi celles dont le territoire n’a aucun lieu.",
                "Percentile: the least distance within which there is at least that part of the addresses (median: half); not known where it falls among those whose territory has no place."
            ),
            language(
                "État, à la première distance, sur les adresses (ou les points), à défaut sur la surface : couvert à partir de \(percent(options.coveredFrom)) %, insuffisamment couvert à partir de \(percent(options.insufficientFrom)) %, non couvert en deçà.",
                "State, at the first distance, by addresses (or points), failing these by surface: covered from \(percent(options.coveredFrom))%, insufficiently covered from \(percent(options.insufficientFrom))%, not covered below."
            ),
            language(
                "Coordonnées : acceptées quand elles sont en France dans le système déclaré ; un point en mer près des côtes ne se reconnaît pas.",
                "Coordinates are accepted when they are in France in the system declared; a point at sea near the coast cannot be told."
            ),
        ]
        if options.detour != 1 {
            lines.append(
                language(
                    "Facteur de détour \(Self.plain(options.detour * 100, language)) % : d vaut à vol d’oiseau d / facteur, soit \(reaches) m. Les distances au lieu le plus proche restent à vol d’oiseau.",
                    "Detour factor \(Self.plain(options.detour * 100, language))%: d stands for a straight d / factor, \(reaches) m. Distances to the nearest place remain straight lines."
                ))
        }
        if places.date != nil {
            lines.append(
                language(
                    "Ouvert un jour donné : ouvert ce jour-là ou avant (sans date d’ouverture : depuis toujours), et fermé plus tard ou jamais. Une catégorie dont aucun lieu n’est ouvert ne couvre rien.",
                    "Open on a day: opened that day or before (without an opening date: always), and closed after that day or never. A category of which no place is open covers nothing."
                ))
        }
        return lines
    }

    private func percent(_ share: Double) -> String { Self.plain((share * 1000).rounded() / 10, language) }

    /// A number in running text, to a thousandth, without decimals that say nothing.
    package static func plain(_ value: Double, _ language: Language) -> String {
        var text = value.fixed(decimals: 3)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return language(text.replacing(".", with: ","), text)
    }

    /// A day in running text.
    package static func plain(_ day: CalendarDay, _ language: Language) -> String { language(day.french, "\(day)") }
}
