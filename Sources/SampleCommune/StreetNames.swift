/// The names that streets draw from: the ordinary stock of French towns.
enum StreetNames {
    /// Streets of the town outside the estates.
    static let town = [
        "Rue Émile Zola", "Rue Jules Ferry", "Rue Louis Pasteur", "Rue Jean Moulin",
        "Rue du 11 Novembre 1918", "Rue des Frères Lumière", "Rue de l'Hôtel de Ville", "Rue du Four",
        "Rue de la Poste", "Rue Saint-Nicolas", "Rue Sainte-Anne", "Rue des Jardins", "Rue du Moulin", "Rue Haute",
        "Rue Basse", "Rue de la Fontaine", "Rue du Général de Gaulle", "Rue du Colonel Fabien", "Rue George Sand",
        "Rue Marcel Proust", "Rue Alphonse Daudet", "Rue de la Paix", "Rue des Écoles", "Rue du Cimetière",
        "Rue des Vignes", "Rue de la Gare aux Marchandises", "Rue Anatole France", "Rue Édouard Herriot",
        "Rue Henri Barbusse", "Rue du Commandant Charcot", "Rue Honoré de Balzac", "Rue de la Tuilerie",
        "Rue du Chêne Vert", "Rue Notre-Dame", "Rue Paul Éluard", "Rue du Professeur Roux", "Rue de l'Industrie",
        "Rue des Fusillés", "Rue du Lavoir", "Rue de la Croix-Rouge", "Rue Denis Papin", "Rue Ampère",
        "Rue du Sergent Blandan", "Rue Léon Blum", "Rue de Lorraine", "Rue de l'Étang", "Rue du Pré aux Clercs",
        "Rue du Grand Cerf", "Rue des Trois Pigeons", "Rue du Bac", "Rue Pierre Loti", "Rue Simone Signoret",
    ]

    /// Streets of the estates.
    static let estates = [
        "Rue du Bugey", "Rue du Nivernais", "Rue Victor Hugo", "Rue du Forez", "Rue du Vivarais", "Allée des Érables",
        "Allée des Cèdres",
        "Rue Hector Berlioz", "Rue Georges Bizet", "Rue Maurice Ravel", "Allée Camille Claudel", "Rue Salvador Dalí",
        "Rue Jacques Prévert", "Allée des Acacias", "Rue Youri Gagarine", "Rue Rosa Parks", "Allée des Bouleaux",
        "Rue de Touraine", "Rue d'Anjou", "Rue du Béarn", "Rue du Roussillon", "Allée du Parc", "Rue Louise Michel",
        "Rue Pablo Neruda", "Cours des Peupliers", "Mail Nelson Mandela", "Rue de l'Aunis", "Rue de la Saintonge",
        "Passage des Alizés",
    ]

    /// Blind alleys.
    static let alleys = [
        "Impasse des Lilas", "Impasse du Puits", "Impasse Saint-Éloi", "Impasse des Mésanges", "Villa des Roses",
        "Impasse de la Forge", "Allée des Marronniers", "Impasse Molière", "Cité des Cheminots", "Impasse du Verger",
        "Impasse Henri IV", "Passage du Cloître",
    ]

    /// The merged commune; two names are also in the town.
    static let former = [
        "Rue Victor Hugo", "Rue de la Fontaine", "Rue du Vieux Château", "Rue des Tisserands", "Ruelle aux Loups",
        "Rue du Pressoir", "Rue Basse des Prés", "Rue de la Croix Blanche", "Rue du Guet",
        "Sente des Chèvres",
    ]

    /// The neighbour, with names that the town has too.
    static let neighbour = [
        "Rue Jean Moulin", "Rue des Écoles", "Rue du Moulin", "Rue des Tilleuls", "Rue Irène Joliot-Curie",
        "Rue du Maréchal Ferrant", "Rue Saint-Roch", "Rue de la Plaine", "Rue des Coquelicots", "Rue Charles Péguy",
        "Rue de l'Égalité", "Rue du Pont Neuf", "Allée des Primevères", "Rue Pasteur", "Rue d'Alembert",
        "Rue des Prés Hauts", "Rue Molière", "Rue du Verger", "Rue des Bleuets",
    ]

    /// The third commune.
    static let village = [
        "Grande Rue", "Rue de l'Église", "Rue du Lavoir", "Rue des Jardins", "Chemin du Calvaire", "Rue de la Mairie",
        "Rue du Tilleul", "Ruelle du Four", "Rue des Noyers", "Rue du Pigeonnier",
    ]
}
