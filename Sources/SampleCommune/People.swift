/// Invented persons: common first names, surnames that nobody bears as far as known.
enum People {
    static let surnames = [
        "Songevent", "Brumeval", "Fablier", "Mirelonde", "Contefleur", "Lunebois", "Rêvesource", "Valtrompe",
        "Desfabules", "Ombrelac", "Feintelune", "Grisonge", "Noirfable", "Clairmensonge", "Chantebrume", "Fauxpré",
        "Belleruse", "Merveillon", "Nuagier", "Sylvestrange", "Trompelune", "Vantebise", "Étoilier", "Hautsonge",
        "Imaginot", "Jolifable", "Kermensonge", "Du Mirage", "Le Songeur", "Vaporelle", "D'Ombreval", "Brisefable",
        "Da Fabula", "Fictin", "Irréal", "Œuvresonge",
    ]
    static let women = [
        "Aïcha", "Camille", "Chloé", "Élodie", "Fatou", "Françoise", "Inès", "Jeanne", "Khadija", "Léa", "Linh",
        "Manon", "Maria", "Nadia", "Noémie", "Rokia", "Sophie", "Yasmine", "Zoé", "Anne-Laure",
    ]
    static let men = [
        "Adama", "Ali", "Antoine", "Bruno", "Carlos", "Émile", "Gaël", "Hugo", "Ibrahim", "Jean-Luc", "Karim", "Léo",
        "Mehdi", "Moussa", "Noël", "Pawel", "Samir", "Théo", "Tuan", "Yanis",
    ]
}
