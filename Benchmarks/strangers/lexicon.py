"""Words of French street names, towns and firms, from which negative queries are made."""

"""Surnames and nouns that name streets in many towns."""
WORDS = (
    "Acacias Adenauer Alizés Alouettes Amandiers Ampère Anémones Aubépines Aubiers Auriol Balzac Barbusse Baudelaire "
    "Bellevue Bergeronnettes Berlioz Bernanos Berthelot Bizet Blériot Bleuets Bouleaux Boulay Bourdelle Braille "
    "Branly Brassens Briand Bruyères Calmette Camélias Camus Carnot Cassin Cerisiers Cézanne Chagall Champollion "
    "Charcot Charmes Châtaigniers Chateaubriand Chênes Chopin Clairons Claudel Clemenceau Clématites Cocteau Colbert "
    "Colette Coquelicots Corneille Corot Coty Courbet Couperin Curie Daudet Daumier Debussy Degas Delacroix "
    "Descartes Diderot Dolto Ducasse Dumas Dumont Dunant Duras Églantiers Éluard Érables Estienne Fabre Fauvettes "
    "Fénelon Ferry Flandres Flaubert Fleming Forestiers Fougères Fourmis Frênes Fresnel Fusillés Gagarine Galilée "
    "Gambetta Garros Gauguin Genêts Géraniums Gide Giono Glycines Goélands Gounod Grives Guesde Guynemer Hautbois "
    "Hérons Hirondelles Hortensias Ingres Iris Jacinthes Jasmins Jaurès Jonquilles Joffre Kennedy Laënnec Lafayette "
    "Lakanal Lamarck Lamartine Langevin Lavandes Lavoisier Leclerc Lepic Libellules Lilas Lully Luther Magnolias "
    "Malraux Manet Marguerites Marivaux Marronniers Martinets Massenet Matisse Mauriac Maupassant Mélèzes Mendès "
    "Mermoz Merisiers Mésanges Michelet Millet Mimosas Mirabeau Mirabelles Mistral Molière Monet Monge Montaigne "
    "Montesquieu Moulins Mozart Muguets Mûriers Musset Myosotis Narcisses Nerval Noisetiers Noyers Nungesser Œillets "
    "Ormeaux Papillons Pascal Pasteur Peupliers Picasso Pinsons Pivoines Platanes Poincaré Poiriers Primevères "
    "Prévert Proust Pruniers Rabelais Racine Rameau Ravel Renan Renoir Rimbaud Rodin Romarin Ronsard Roseaux Rosiers "
    "Rostand Rousseau Rouget Salengro Sand Sapins Sarments Saules Schuman Schweitzer Sévigné Sisley Sorbiers "
    "Stendhal Sureaux Talleyrand Thorez Thyms Tilleuls Toulouse-Lautrec Tourterelles Triolet Troènes Truffaut "
    "Tulipes Turenne Utrillo Valéry Vauban Verdi Vergers Verlaine Verne Véronèse Vigny Violettes Vivaldi Voltaire "
    "Watteau Weil Zola").split()

SAINTS = (
    "Agathe Aignan Amand Barnabé Benoît Brice Clotaire Crépin Cyprien Émilion Éloi Fiacre Gildas Gratien Hubert "
    "Landry Léonce Loup Médard Nazaire Ouen Pardoux Quirin Rémy Savin Ulrich Vaast Vigor Yrieix Zénon").split()

ADJECTIVES = ("Vieux Petit Grand Nouveau", "Vieille Petite Grande Nouvelle")

"""Towns with their postcode, many of them easily taken for another."""
TOWNS = dict(x.rsplit(" ", 1) for x in (
    "Bondues 59910|Bondoufle 91070|Bonneuil-sur-Marne 94380|Bonny-sur-Loire 45420|Parisot 81310|"
    "Paris-l'Hôpital 71150|Parigny 42120|Chambry 02000|Chambly 60230|Chambray-lès-Tours 37170|Aix-en-Provence 13100|"
    "Albert 80300|Annezin 62232|Annonay 07100|Annœullin 59112|Lille 59000|Brest 29200|Le Havre 76600|Nantes 44000|"
    "Bordeaux 33000|Toulouse 31000|Limoges 87000|Amiens 80000|Rouen 76000|Dijon 21000|Metz 57000|Nancy 54000|"
    "Reims 51100|Besançon 25000|Perpignan 66000|Montpellier 34000|Nîmes 30000|Avignon 84000|Toulon 83000|Nice 06000|"
    "Pau 64000|Bayonne 64100|La Rochelle 17000|Poitiers 86000|Tours 37000|Angers 49000|Rennes 35000|Vannes 56000|"
    "Quimper 29000|Caen 14000|Évreux 27000|Chartres 28000|Orléans 45000|Bourges 18000|Nevers 58000|Auxerre 89000|"
    "Troyes 10000|Épinal 88000|Colmar 68000|Mulhouse 68100|Belfort 90000|Vesoul 70000|Mâcon 71000|Valence 26000|"
    "Aurillac 15000|Mende 48000|Rodez 12000|Albi 81000|Auch 32000|Tarbes 65000|Agen 47000|Périgueux 24000|"
    "Brive-la-Gaillarde 19100|Guéret 23000|Niort 79000|Saint-Brieuc 22000|Lorient 56100|Saint-Malo 35400|"
    "Saint-Nazaire 44600|Cholet 49300|Laval 53000|Le Mans 72000|Alençon 61000|Cherbourg-en-Cotentin 50100|"
    "Dieppe 76200|Arras 62000|Calais 62100|Dunkerque 59140|Lens 62300|Valenciennes 59300|Charleville-Mézières 08000|"
    "Thionville 57100|Gap 05000|Digne-les-Bains 04000|Ajaccio 20000|Bastia 20200|Béziers 34500|Narbonne 11100|"
    "Carcassonne 11000|Montauban 82000|Cahors 46000").split("|"))

FIRMS = (
    "Boulangerie {}|Garage {}|SARL {}|SCI {}|Pharmacie {}|Cabinet {}|Établissements {}|Transports {}|Entreprise {}|"
    "Coiffure {}|Restaurant {}|Hôtel {}|Auto-école {}|Fleuriste {}|Boucherie {}|EURL {}|"
    "SAS {} et Fils|Association {}").split("|")
FIRM_NAMES = (
    "Lambert du Centre Martin Moderne Dupont Beauséjour Express Océane Duval Chez_Nous Lefort de_l'Étoile Fontaine "
    "des_Arts Plus Renouveau de_l'Avenir Mercier Horizon").split()
PLACES = (
    "Stade municipal|Piscine intercommunale|Hôtel de Ville|Cimetière communal|Salle des fêtes|Gare SNCF|"
    "Marché couvert|Hôpital|Centre commercial|Parking relais|Déchetterie|Base de loisirs|"
    "Aire d'accueil des gens du voyage|Camping municipal|Caserne|Tribunal judiciaire|Bourse du travail|"
    "Maison d'arrêt|Zone artisanale|Terrain de pétanque|Jardins familiaux|Foyer ADOMA").split("|")
NOTHING = (
    "SDF|sans domicile fixe|Sans domicile stable|NPAI|inconnue|adresse inconnue|néant|NC|non communiquée|"
    "non renseigné|XXXX|idem|à compléter|voir dossier|hébergé chez un tiers|poste restante|en cours|confidentielle|"
    "115|hôtel social|CCAS|gens du voyage|sans adresse|ne sait pas|refus|à l'étranger|???|...|0|NR|pas d'adresse|"
    "en foyer|en squat|véhicule").split("|")
ABROAD = (
    "12 Main Street, London SW1A 1AA|Rue de la Loi 16, 1000 Bruxelles|12 rue du Rhône, 1204 Genève|"
    "Calle Mayor 5, 28013 Madrid|Hauptstrasse 12, 10115 Berlin|5 avenue Habib Bourguiba, Tunis|"
    "10 rue Didouche Mourad, Alger|12 boulevard Mohammed V, Casablanca|Via Roma 12, 00184 Roma|"
    "25 rue Saint-Denis, Montréal H2X 3K8|Rua Augusta 24, 1100-053 Lisboa|Avenue Louise 54, 1050 Ixelles|"
    "12 rue de la Gare, L-1611 Luxembourg|Quai du Mont-Blanc 5, 1201 Genève|Avenue Cheikh Anta Diop, Dakar|"
    "8 rue de Lausanne, 1020 Renens|Grand-Place 1, 7000 Mons|14 rue du Commerce, Bamako").split("|")
