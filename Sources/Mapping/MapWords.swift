import Perimeters
import Wording

/// What the page of a map says, in one language: the words that its script uses and those that its frame shows.
enum MapWords {
    /// Each under the name that the page calls it by.
    static func all(_ language: Language) -> [(name: String, text: String)] {
        [
            ("skip", language("Aller au tableau des données", "Skip to the table of the data")),
            ("search", language("Rechercher un quartier ou un lieu", "Find a neighbourhood or a place")),
            ("searchHint", language("Nom, code ou commune", "Name, code or commune")),
            ("suggestions", language("Propositions", "Suggestions")),
            ("found", language("résultat(s)", "result(s)")),
            ("noneFound", language("Aucun résultat", "Nothing found")),
            ("layers", language("Couches et légende", "Layers and legend")),
            ("map", language("Carte", "Map")),
            (
                "mapHelp",
                language(
                    "Flèches : se déplacer. + et − : zoomer. 0 : vue d’ensemble. Entrée : fiche de ce qui est au centre. Échap : fermer la fiche. Le tableau des données, plus bas, donne les mêmes informations.",
                    "Arrow keys: move. + and −: zoom. 0: whole view. Enter: details of what is in the middle. Escape: close the details. The table of the data below gives the same information."
                )
            ),
            ("zoom", language("Zoom", "Zoom")),
            ("zoomIn", language("Zoomer", "Zoom in")),
            ("zoomOut", language("Dézoomer", "Zoom out")),
            ("reset", language("Vue d’ensemble", "Whole view")),
            ("territories", language("Territoires", "Territories")),
            ("table", language("Tableau des données", "Table of the data")),
            ("sources", language("Sources et méthode", "Sources and method")),
            ("close", language("Fermer la fiche", "Close the details")),
            ("withheld", language("secret", "withheld")),
            ("unknown", language("n. c.", "n/a")),
            ("noScript", language("Cette carte a besoin de JavaScript.", "This map needs JavaScript.")),
            ("westEast", language("OE", "WE")),
            ("southNorth", "SN"),
        ]
    }
}
