"""Word lists of the query generator: how French addresses are shortened, misread and surrounded.

Written for this purpose; nothing here is taken from a data set. Keys are folded (lower case, no accents).
"""

# Street types and their shortenings. The forms are typed as they are, in capitals, capitalised or with a dot.
TYPES = {
    "allee": ("all", "al"), "allees": ("all",), "ancienne route": ("anc rte",), "ancien chemin": ("anc che",),
    "avenue": ("av", "ave", "aven"), "boulevard": ("bd", "bld", "blvd", "bvd", "boul", "boulv"),
    "carrefour": ("car", "carr"), "chaussee": ("chs", "chau"), "chemin": ("ch", "che", "chem", "chm"),
    "cite": ("cte",), "clos": (), "cote": (), "cour": (), "cours": ("crs", "cr"), "domaine": ("dom",),
    "escalier": ("esc",), "esplanade": ("esp", "espl"), "faubourg": ("fg", "fbg", "fbrg"), "galerie": ("gal",),
    "grande rue": ("gde rue", "gr rue", "grd rue"), "grand rue": ("gr rue", "gd rue"), "hameau": ("ham", "hm"),
    "impasse": ("imp", "impas"), "jardin": ("jard",), "lotissement": ("lot", "lotis"), "mail": (),
    "montee": ("mte", "mtee"), "parc": (), "parvis": ("prv",), "passage": ("pass", "pas", "psg", "psge"),
    "passerelle": (), "petite rue": ("pte rue",), "place": ("pl", "plce"), "placette": ("plt",), "pont": (),
    "port": (), "porte": ("pte",), "promenade": ("prom", "pro"), "quai": ("q", "qu", "qai"),
    "residence": ("res", "resid"), "rond point": ("rpt", "rd pt", "rd point"), "route": ("rte", "rt"),
    "rue": ("r",), "ruelle": ("rle", "rlle"), "sente": ("sen",), "sentier": ("sent", "stier"), "square": ("sq",),
    "terrasse": ("tsse",), "traverse": ("tra", "trav"), "venelle": ("ven",), "vieille route": ("vle rte",),
    "vieux chemin": ("vx che",), "villa": ("vla",), "voie": (), "zone artisanale": ("za",),
    "zone industrielle": ("zi",),
}
# Shortened types that bases themselves hold as the first word of a street.
TYPES_IN_BASES = {
    "r": "rue", "rte": "route", "che": "chemin", "imp": "impasse", "all": "allee", "av": "avenue",
    "bd": "boulevard", "pl": "place", "rle": "ruelle", "sq": "square", "pas": "passage",
}
WRONG_TYPES = {
    "rue": ("avenue", "boulevard", "place", "impasse", "allée"), "avenue": ("rue", "boulevard", "place"),
    "boulevard": ("avenue", "rue"), "place": ("rue", "square"), "allee": ("rue", "impasse", "avenue"),
    "impasse": ("rue", "passage", "allée"), "chemin": ("rue", "route", "impasse"),
    "route": ("rue", "chemin", "avenue"), "square": ("place", "rue"), "passage": ("rue", "impasse"),
    "villa": ("rue", "impasse"), "cite": ("rue", "impasse"), "quai": ("rue",), "cours": ("rue", "boulevard"),
    "faubourg": ("rue",), "sentier": ("chemin", "rue"), "ruelle": ("rue",), "montee": ("rue", "chemin"),
}

# Shortened titles of people and saints.
TITLES = {
    "general": ("gal", "gén", "gen", "gnl", "gal."), "marechal": ("mal", "mal.", "mar", "maréch"),
    "docteur": ("dr", "dr.", "doct"), "president": ("pdt", "prés", "pres", "pdt."),
    "commandant": ("cdt", "cdt.", "comdt", "cmdt"), "colonel": ("col", "col."),
    "capitaine": ("cne", "cap", "cap.", "capt"), "lieutenant": ("lt", "lt.", "lieut"), "sergent": ("sgt", "sgt."),
    "amiral": ("aml", "am.", "amir."), "professeur": ("prof", "pr", "prof.", "pr."),
    "monseigneur": ("mgr", "mgr."), "abbe": ("ab", "ab."), "saint": ("st", "st.", "s."), "sainte": ("ste", "ste."),
    "saints": ("sts",), "ingenieur": ("ing", "ing."), "aspirant": ("asp", "asp."), "adjudant": ("adj", "adj."),
    "caporal": ("cal", "cap"), "cardinal": ("card", "cal"), "pasteur": ("past", "past."), "marquis": ("mis",),
    "frere": ("fr",), "freres": ("frs", "fres"),
}
# Shortened other words of names.
WORDS = {
    "notre": ("n",), "republique": ("rép", "rep", "répub."), "liberation": ("lib", "libér."),
    "resistance": ("résist", "resist."), "hopital": ("hôp", "hop"), "nationale": ("nat", "nale"),
    "departementale": ("dép", "dep"), "grand": ("gd", "grd"), "grande": ("gde", "grde"), "petit": ("pt", "pt."),
    "petite": ("pte",), "vieux": ("vx",), "vieille": ("vle", "vlle"), "chateau": ("cht", "chât.", "chat."),
    "fontaine": ("font.", "fon"), "faubourg": ("fg", "fbg"), "porte": ("pte",), "moulin": ("mln", "moul."),
    "division": ("div", "div."), "sur": ("s/", "s"), "sous": ("s/s", "ss"), "haut": ("ht",), "haute": ("hte",),
    "bas": ("bs",), "basse": ("bse",), "eglise": ("égl.", "egl"), "premier": ("1er",), "maison": ("mais.",),
    "montagne": ("mont.",), "victoire": ("vict.",), "industrie": ("ind.",), "universite": ("univ.", "univ"),
}
RANKS = {
    "abbe", "adjudant", "amiral", "aspirant", "baron", "capitaine", "caporal", "cardinal", "chanoine", "chef",
    "colonel", "commandant", "comte", "cure", "docteur", "duc", "general", "ingenieur", "lieutenant",
    "lieutenant-colonel", "major", "marechal", "marquis", "monseigneur", "pasteur", "pere", "president", "prince",
    "professeur", "sergent", "soeur", "soldat",
}
FIRST_NAMES = set("""
achille adolphe adrien agnes aime albert alain alexandre alexis alfred alice alphonse amedee ambroise anatole andre
anne antoine antonin armand arthur auguste augustin aristide arago albertine barbara baptiste benjamin benoit
bernard berthe blaise boris camille casimir catherine cecile celestin cesar charles charlotte christian christine
claire clara claude clement colette constant corentin daniel david denis desire diderot didier dominique edgar
edith edmond edouard eleonore elie elisa elisabeth elsa emile emilie emma emmanuel eric ernest ernestine estienne
etienne eugene eugenie fabien felix ferdinand fernand florence francis francois francoise frederic gabriel
gabrielle gaspard gaston genevieve georges george gerard germain germaine gilbert gilles gisele guillaume gustave
guy helene henri henriette henry hector hippolyte honore hubert hugues ingrid irene isabelle isidore jacqueline
jacques jean jeanne jerome joseph josephine jules julien juliette laurent lazare lea leo leon leonard leonie
leopold louis louise lucie lucien lucienne ludovic madeleine marc marcel marceau marcelin marcellin marguerite
maria marie marius martha marthe martin mathieu mathilde maurice max maxime michel moise mouloud napoleon nelson
nicolas nicole noel octave olivier olympe oscar pablo pascal paul pauline philibert philippe pierre prosper rachel
raoul raphael raymond raymonde rene robert roger roland romain romy rosa rose sabine salvador samuel sarah
sebastien serge sidonie simon simone sophie stephane suzanne sylvain theodore theophile therese thomas urbain
valentin valentine vincent victor victoire violette virginie vivant voltaire waldeck wilfrid xavier yves yvette
yvonne yitzhak youri frida franklin winston john hannah
""".split()) - {"arago", "diderot", "voltaire", "marceau"}
ARTICLES = {"de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et", "en"}

# The keys beside each key of a French keyboard, and the one below.
ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
KEYBOARD = {key: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in ROWS for i, key in enumerate(row)}
ACROSS = {
    "a": "q", "z": "s", "e": "d", "r": "f", "t": "g", "y": "h", "u": "j", "i": "k", "o": "l", "p": "m", "q": "w",
    "s": "x", "d": "c", "f": "v", "g": "b", "h": "n",
}
OCR = (
    ("O", "0"), ("o", "0"), ("l", "1"), ("I", "l"), ("i", "1"), ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"),
    ("S", "5"), ("B", "8"), ("é", "e"), ("é", "6"), ("è", "e"), ("e", "c"), ("u", "ii"), ("n", "ri"), ("li", "h"),
    ("vv", "w"), ("ti", "n"), ("g", "q"), ("G", "6"), ("Z", "2"), ("a", "o"), ("h", "b"), ("E", "F"), ("t", "f"),
    ("nn", "mi"), ("ç", "c"), ("â", "a"),
)
OCR_DIGITS = (("0", "O"), ("1", "l"), ("1", "I"), ("5", "S"), ("8", "B"))
# Spelling by ear: pattern and replacement inside a folded word.
PHONETIC = (
    ("ph", "f"), ("(?<=[a-z])f(?=[aeo])", "ph"), ("qu(?=[eiao])", "k"), ("qu(?=[aeio])", "c"), ("c(?=[aou])", "k"),
    ("eaux?$", "o"), ("eau", "au"), ("au(?=[a-z])", "o"), ("aux?$", "eau"), (r"([bcdfglmnprst])\1", r"\1"),
    ("(?<=[aeiou])([lmnprst])(?=[aeiou])", r"\1\1"), ("(?<=[a-z]{3})[stdxz]$", ""), ("(?<=[a-z]{3})e$", ""),
    ("(?<=[a-z]{3}[bcdfgklmnprt])$", "e"), ("(?<=[a-z]{2})es$", "e"), ("ai(?=[a-z])", "e"), ("ei", "ai"),
    ("(?<=[a-z])y", "i"), ("(?<=[a-z])i(?=[aeo]?[a-z])", "y"), ("c(?=[eiy])", "ss"), ("ss(?=[ei])", "c"),
    ("(?<=[aeiou])s(?=[aeiou])", "z"), ("en(?=[bcdfgjlpqrstv])", "an"), ("an(?=[bcdfgjlpqrstv])", "en"),
    ("em(?=[bp])", "am"), ("am(?=[bp])", "em"), ("^h", ""), ("(?<=[tr])h", ""), ("gu(?=[ei])", "g"),
    ("ge(?=[ao])", "j"), ("g(?=[ei])", "j"), ("j(?=[ei])", "g"), ("oin", "oint"), ("ain$", "in"),
    ("in(?=[cdfgqstv])", "ain"), ("ein", "in"), ("ille", "iye"), ("er$", "é"), ("et$", "é"), ("ez$", "é"),
    ("ch(?=[rlo])", "k"), ("sc(?=[ei])", "s"), ("ti(?=on)", "ssi"), ("oeu", "eu"), ("ault$", "o"), ("aud$", "o"),
    ("ot$", "o"), ("w", "v"), ("x(?=[aeio])", "ks"), ("z$", "s"), ("tz$", "ts"), ("mm", "nm"),
)

UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit "
    "vingt-neuf trente trente-et-un"
).split()
ROMANS = {
    "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
    "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVIII": 18, "XXIII": 23,
}
MONTHS = set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split())
SHORT_MONTHS = {
    "septembre": "sept", "novembre": "nov", "octobre": "oct", "decembre": "déc", "juillet": "juil",
    "janvier": "janv", "fevrier": "fév",
}
REPETITIONS = {
    "B": ("{n}bis", "{n} bis", "{n} B", "{n}b", "{n}-bis", "{n} BIS", "{n}B", "{n} Bis,",
          "n° {n} bis", "{n}/bis", "{n} bis."),
    "T": ("{n}ter", "{n} ter", "{n} T", "{n}t", "{n}-ter", "{n} TER", "{n}T"),
    "Q": ("{n}quater", "{n} quater", "{n} Q", "{n}Q", "{n} QUATER", "{n}-quater"),
}
RANGES = (
    "{a}-{b}", "{a}/{b}", "{a} à {b}", "{a} - {b}", "{a} et {b}", "{a} & {b}", "{a} a {b}", "{a}-{b},", "{a},{b}",
    "du {a} au {b}",
)

# Words around an address. "#" stands for a digit, "@" for a capital letter, "~" for a family name.
INSIDE = (
    "bât @", "bat @", "Bâtiment @", "BAT #", "bâtiment #", "Bt @", "esc @", "escalier #", "Esc. @", "ESC #",
    "étage #", "#e étage", "#ème étage", "#e etg", "RDC", "rez-de-chaussée", "appt ##", "appartement ##",
    "apt ###", "Appt @##", "porte ##", "porte gauche", "pte @", "hall @", "Hall #", "lot ##", "entrée @",
    "ENTREE #", "Tour @", "logt ###", "bât @ esc # appt ##", "Bat @, #e étage", "esc #, pte droite", "RDC gauche",
    "chambre ##", "boîte ##", "boite aux lettres ##", "cage #", "allée @", "niveau #", "sous-sol", "local #",
    "fond de cour", "sur cour", "2e cour", "dernier étage",
)
RESIDENCES = (
    "Résidence Les Lilas", "Rés. Les Tilleuls", "RESIDENCE DU PARC", "Résidence Beau Soleil", "Cité des Oiseaux",
    "Le Clos Fleuri", "Les Terrasses du Lac", "Résidence Bellevue", "Immeuble Le Mercure", "Imm. L'Orée du Bois",
    "Résidence Les Acacias", "Foyer Soleil", "Villa Mimosa", "Résidence universitaire", "Le Hameau des Vignes",
    "RES LES PEUPLIERS", "Résidence Le Panoramic", "Ensemble Les Cèdres", "Copropriété Les Iris",
    "Les Jardins d'Eden",
)
CARE_OF = (
    "chez M. ~", "chez Mme ~", "c/o ~", "C/O Mme ~", "chez ~", "aux bons soins de M. ~", "M. ou Mme ~",
    "M et Mme ~", "Monsieur ~", "MME ~", "s/c M. ~", "à l'attention de Mme ~", "Famille ~", "Mlle ~",
    "hébergée chez ~", "chez Monsieur et Madame ~",
)
DOOR = (
    "code ####", "code @####", "digicode ####@", "interphone ~", "Interphone ##", "code porte #@##", "sonnette ~",
    "digicode : ##@##", "code d'entrée ####", "badge vigik", "sonner au ##", "interphone au nom de ~",
    "Code A####",
)
REMARKS = (
    "(près de la poste)", "(à côté de la mairie)", "(sonner fort)", "(ancienne adresse)", "(face au parking)",
    "(adresse provisoire)", "tél 06 ## ## ## ##", "06########", "01 ## ## ## ##", "tel. 01.##.##.##.##",
    "(angle rue)", "- NPAI", "(hébergement)", "voir gardien", "(déménagé en 20##)", "!!!", "?",
    "(derrière l'école)", "livraison le matin", "(portail vert)", "fax 04 ## ## ## ##", "réf. dossier ######",
    "(dossier n° ####)", "absent le lundi", "(2 logements)", "+33 6 ## ## ## ##",
)
BOXES = (
    "BP ##", "BP ###", "B.P. ###", "CS #####", "CS ## ###", "TSA #####", "BP n° ##", "bp###", "BOITE POSTALE ##",
    "CS n°#####", "B P ##", "TSA ## ###",
)
COUNTRIES = ("France", "FRANCE", "(France)", "FR", ", France", "- FRANCE", "France métropolitaine")
JUNK_BEFORE = (
    '{"adresse": "', "adresse : ", "Adresse postale : ", '"', "nom.prenom@example.fr ; ", "domicile: ", "=", "* ",
    "<b>", "adr=", "['", "Siège : ", "demeurant ", "habite au ", "Adresse = ", "au ",
)
JUNK_AFTER = {'{"adresse": "': '"}', "\"": "\"", "<b>": "</b>", "['": "']"}
JUNK_TAIL = (
    " ; contact@example.org", " nom.prenom@example.fr", " null", " N/A", " ;;;", " |", "\\n", " #REF!",
    " www.example.fr", " undefined", " NR", "&nbsp;", " <br/>", " -", " .",
)

FAMILY_NAMES = (
    "Dupont;Martin;Bernard;Petit;Durand;Leroy;Moreau;Lefebvre;Garnier;Diallo;Traoré;Benali;Nguyen;Da Silva;Fernandes;"
    "Kowalski;Haddad;Chevrier;Guilloux;Perrichon;Bouvard;Cissokho;Mansouri;Belkacem;Ferreira;Lemoinier;Tessandier;"
    "Quéméneur;Le Gall;Dubreucq"
).split(";")
GIVEN_NAMES = (
    "Kevin Fatoumata Mohamed Aurélie Thierry Brigitte Sandrine Mamadou Yasmina Nadège Jordan Océane Ludivine Ibrahim "
    "Cédric Séverine"
).split()

BUSINESSES = (
    "Pharmacie Lafayette", "Boulangerie Chez Mimi", "SARL Dupuis et Fils", "Garage Renault",
    "Cabinet médical Bernard", "SAS Transports Moreau", "Carrefour Market", "Crédit Agricole",
    "Tabac Le Longchamp", "Coiffure Tendance", "Restaurant Le Petit Gourmand", "EURL Plomberie Service",
    "Auto-école Horizon", "La Poste", "Pôle emploi", "Mission locale", "Hôtel Ibis", "Centre commercial",
    "Ecole maternelle", "Collège", "Mairie", "CAF", "Préfecture", "Maison médicale", "Clinique vétérinaire",
    "Intermarché", "Leroy Merlin", "McDonald's", "Optique 2000", "Bricorama", "Association Les Amis Réunis",
    "Régie de quartier", "Office HLM", "Franprix", "Monoprix", "Station Total", "Laverie automatique",
    "Taxi Express", "Pizza Roma", "Kebab Istanbul", "Pressing du Centre", "Auto Pièces 2000", "Cordonnerie Minute",
    "Ambulances Azur", "SCI Mimosas", "SASU Digital Conseil", "Micro-crèche Pirouette", "Salle polyvalente",
    "Gymnase", "Médiathèque", "Stade municipal", "Zone commerciale", "Aldi", "Lidl", "Crèche municipale",
    "Club de judo", "Paroisse catholique", "Mosquée", "Cinéma", "Camping municipal", "EHPAD Les Glycines", "ESAT",
    "Foyer de jeunes travailleurs",
)

STREETS = tuple(line.strip() for line in """
rue des Lilas; rue Pasteur; rue Jean Moulin; rue Pierre Brossolette; rue du Moulin à Vent; rue des Tonneliers
allée des Mésanges; rue Ambroise Croizat; rue des Bleuets; rue du Lavoir; rue Guynemer
avenue du Général de Gaulle; rue de la République; place de la République; avenue Jean Jaurès; rue Jean Jaurès
rue Victor Hugo; avenue Victor Hugo; rue Gambetta; boulevard Gambetta; avenue de la Gare; rue de la Gare
place de la Gare; rue de l'Église; place de l'Église; rue de la Mairie; place de la Mairie; Grande Rue
rue du Stade; rue des Écoles; rue Émile Zola; rue Anatole France; rue Jules Ferry; rue Voltaire; rue Carnot
rue Pierre Curie; rue Marcel Cachin; avenue Lénine; rue Youri Gagarine; avenue Salvador Allende; rue Louise Michel
rue Rosa Luxemburg; rue Henri Barbusse; rue Paul Vaillant-Couturier; rue Danielle Casanova; rue Gabriel Péri
avenue Maurice Thorez; rue Romain Rolland; rue Paul Langevin; rue Frédéric Joliot-Curie; rue du Maréchal Foch
rue du Maréchal Joffre; avenue du Maréchal Juin; rue du Maréchal Leclerc; rue du Général Leclerc
rue du 8 Mai 1945; rue du 11 Novembre 1918; rue du 19 Mars 1962; place du 14 Juillet; rue du 4 Septembre
rue des Acacias; allée des Peupliers; allée des Bouleaux; rue des Érables; rue des Marronniers
impasse des Cerisiers; rue des Noyers; allée des Charmes; rue des Ormes; avenue des Platanes; rue des Coquelicots
rue des Myosotis; allée des Jonquilles; rue des Violettes; rue des Primevères; impasse des Glycines
rue des Hortensias; rue des Rosiers; allée des Tulipes; rue des Pervenches; rue des Alouettes
allée des Hirondelles; rue des Rossignols; impasse des Fauvettes; rue des Chardonnerets; allée des Pinsons
rue des Bergeronnettes; rue du Coucou; allée des Cigognes; rue des Martinets; rue Molière; rue Racine
rue Corneille; rue La Fontaine; rue Lamartine; rue Alfred de Musset; rue Chateaubriand; rue George Sand
rue Honoré de Balzac; rue Guy de Maupassant; rue Claude Debussy; rue Maurice Ravel; rue Hector Berlioz
rue Georges Bizet; rue Mozart; allée Beethoven; rue Frédéric Chopin; rue Gabriel Fauré; rue Charles Gounod
rue Camille Saint-Saëns; rue Claude Monet; rue Auguste Renoir; rue Paul Cézanne; rue Vincent Van Gogh
allée Henri Matisse; rue Édouard Manet; rue Edgar Degas; rue Gustave Courbet; rue Toulouse-Lautrec
allée Pablo Picasso; rue Ampère; rue Arago; rue Lavoisier; rue Gay-Lussac; rue Denis Papin; rue Branly
rue Becquerel; rue Blaise Pascal; rue Descartes; rue Copernic; rue Saint-Exupéry; rue Jean Mermoz
rue Roland Garros; rue Clément Ader; rue Hélène Boucher; avenue Louis Blériot; rue Charles Lindbergh
rue Nungesser et Coli; rue Maryse Bastié; rue Santos-Dumont; rue du Château; rue du Parc; rue du Bois
chemin du Bois Joli; rue de la Forêt; chemin des Vignes; rue des Vignes; chemin de la Fontaine; rue de la Source
chemin du Ruisseau; rue des Tilleuls; rue du Puits; rue du Four; rue de la Forge; rue du Pressoir
chemin de la Croix; rue du Calvaire; rue du Cimetière; rue de l'Abreuvoir; rue du Presbytère; rue des Tanneurs
rue des Drapiers; rue des Bouchers; rue des Cordeliers; rue des Jacobins; rue des Capucins; rue des Carmes
rue des Ursulines; rue des Bénédictins; rue de l'Abbaye; rue Saint-Nicolas; rue Saint-Éloi; rue Saint-Vincent
rue Sainte-Barbe; rue Sainte-Catherine; rue Saint-Roch; rue Saint-Jean; rue Saint-Pierre; rue Saint-Michel
place Saint-Louis; boulevard de Strasbourg; rue d'Alsace; rue de Lorraine; avenue de Verdun; rue de Metz
rue de Nancy; avenue de Colmar; rue de Belfort; rue de Besançon; avenue de Dijon; rue de Brest; rue de Nantes
rue de Quimper; rue de Rennes; boulevard de Bretagne; rue de Normandie; avenue de Caen; rue de Rouen; rue du Havre
rue de Dieppe; rue de Bordeaux; avenue de Toulouse; rue de Pau; route de Bayonne; rue de Tarbes; avenue de Béziers
rue de Narbonne; route de Perpignan; rue de Nîmes; avenue d'Arles; route nationale; route départementale
chemin rural; chemin de halage; quai de la Marne; quai du Canal; quai des Mariniers; rue du Port aux Vins
rue de l'Écluse; rue du Bac; zone artisanale des Prés; rue de l'Industrie; avenue de l'Europe; rue Robert Schuman
rue Jean Monnet; rue Konrad Adenauer; avenue de Bruxelles; rue Galilée; rue Gutenberg; rue de l'Artisanat
rue Simone Veil; rue Nelson Mandela; allée Rosa Parks; rue Martin Luther King; rue Olympe de Gouges
rue Simone de Beauvoir; rue Marie Curie; rue Joséphine Baker; rue Lucie Aubrac; rue Germaine Tillion
rue Albert Camus; rue Jean-Paul Sartre; rue André Malraux; rue Marcel Pagnol; rue Jacques Prévert; rue Paul Éluard
rue Louis Aragon; rue Boris Vian; rue Georges Brassens; rue Jacques Brel; rue Édith Piaf; allée Barbara
rue Yves Montand; rue Gérard Philipe; rue Jean Gabin; rue Louis Jouvet; rue Sarah Bernhardt; place Fernandel
rue Jean Vilar; allée Romy Schneider; rue du Docteur Calmette; rue du Docteur Schweitzer; rue du Docteur Roux
rue Ambroise Paré; rue Laënnec; avenue Claude Bernard; rue Xavier Bichat; rue Dupuytren; rue Alexander Fleming
rue Édouard Branly; rue Vauban; rue Colbert; rue Sully; rue Richelieu; rue Mazarin; rue Turenne; rue Condé
rue Bayard; rue Du Guesclin; rue Jeanne d'Arc; rue Kléber; rue Hoche; rue Marceau; rue Desaix; rue Danton
rue Robespierre; rue Marat; rue Saint-Just; rue Mirabeau; rue Babeuf; rue Thiers; rue Adolphe Crémieux
rue Jules Guesde; rue Édouard Vaillant; rue Léon Blum; rue Roger Salengro; avenue Pierre Mendès France
rue Aristide Briand; rue Georges Clemenceau; rue Raymond Poincaré; impasse du Rocher; chemin de la Carrière
rue de la Sablière; chemin de la Plâtrière; rue des Carriers; chemin du Tertre; rue du Belvédère
montée du Calvaire; chemin de la Tuilerie; rue de la Briqueterie; chemin des Amoureux; sente des Larris
chemin des Ânes; sentier du Renard; impasse du Chêne Brûlé; chemin de Maupertuis; rue de la Croix Blanche
impasse de la Louvière; rue des Quatre Vents; chemin des Grands Champs; rue de Sarreguemines; rue Kellermann
rue des Vosges; rue du Rhin; rue de Haguenau; rue de la Moselle; rue Ney; rue Fabert; rue Pilâtre de Rozier
rue Gambrinus; rue Canebière; cours Mirabeau; rue Paradis; traverse de la Bastide; chemin des Oliviers
rue des Lavandes; avenue du Prado; rue des Cigales; chemin des Santons; allée des Pins Parasols; rue de Wattignies
rue Faidherbe; rue Gustave Delory; rue de Wazemmes; boulevard des Flandres; rue du Beffroi; rue des Corons
rue des Mineurs; rue de la Fosse; rue du Terril; rue Mermet; rue de l'Orphéon; rue Tête d'Or
montée de la Grande Côte; rue des Canuts; quai Perrache; rue de la Soierie; rue du Vercors; avenue des Alpes
chemin de la Combe; rue Crébillon; rue Kervégan; rue de Strasbourg; rue Surcouf; rue Jacques Cartier
rue Duguay-Trouin; rue Chanzy; chemin de Kerbernès; rue de Penhoët; hameau de Kerguélen
""".replace("\n", ";").split(";") if line.strip())

# Communes with one of their postcodes: those that the base holds are left out when it is read.
TOWNS = tuple((entry.strip()[6:], entry.strip()[:5]) for entry in """
01000 Bourg-en-Bresse; 01100 Oyonnax; 01500 Ambérieu-en-Bugey; 01210 Ferney-Voltaire; 02000 Laon
02100 Saint-Quentin; 02200 Soissons; 02400 Château-Thierry; 02300 Chauny; 03000 Moulins; 03100 Montluçon
03200 Vichy; 03300 Cusset; 04000 Digne-les-Bains; 04100 Manosque; 05000 Gap; 05100 Briançon; 06000 Nice
06400 Cannes; 06600 Antibes; 06130 Grasse; 06500 Menton; 06800 Cagnes-sur-Mer; 06140 Vence; 07000 Privas
07100 Annonay; 07200 Aubenas; 07500 Guilherand-Granges; 08000 Charleville-Mézières; 08200 Sedan; 09000 Foix
09100 Pamiers; 10000 Troyes; 10100 Romilly-sur-Seine; 11000 Carcassonne; 11100 Narbonne; 11400 Castelnaudary
12000 Rodez; 12100 Millau; 12200 Villefranche-de-Rouergue; 13100 Aix-en-Provence; 13200 Arles; 13400 Aubagne
13500 Martigues; 13300 Salon-de-Provence; 13800 Istres; 13127 Vitrolles; 13700 Marignane; 13110 Port-de-Bouc
13150 Tarascon; 14000 Caen; 14100 Lisieux; 14200 Hérouville-Saint-Clair; 14400 Bayeux; 14500 Vire Normandie
15000 Aurillac; 15100 Saint-Flour; 16000 Angoulême; 16100 Cognac; 17000 La Rochelle; 17100 Saintes
17300 Rochefort; 17200 Royan; 18000 Bourges; 18100 Vierzon; 19000 Tulle; 19100 Brive-la-Gaillarde; 20000 Ajaccio
20200 Bastia; 20250 Corte; 21000 Dijon; 21200 Beaune; 21300 Chenôve; 21240 Talant; 22000 Saint-Brieuc; 22100 Dinan
22300 Lannion; 22200 Guingamp; 23000 Guéret; 23200 Aubusson; 24000 Périgueux; 24100 Bergerac
24200 Sarlat-la-Canéda; 25000 Besançon; 25200 Montbéliard; 25300 Pontarlier; 25400 Audincourt; 26000 Valence
26200 Montélimar; 26100 Romans-sur-Isère; 27000 Évreux; 27200 Vernon; 27400 Louviers; 28000 Chartres; 28100 Dreux
28200 Châteaudun; 29200 Brest; 29000 Quimper; 29900 Concarneau; 29600 Morlaix; 30000 Nîmes; 30100 Alès
30200 Bagnols-sur-Cèze; 30300 Beaucaire; 31000 Toulouse; 31770 Colomiers; 31170 Tournefeuille; 31600 Muret
31700 Blagnac; 32000 Auch; 33000 Bordeaux; 33600 Pessac; 33400 Talence; 33700 Mérignac; 33500 Libourne
33150 Cenon; 33310 Lormont; 34000 Montpellier; 34500 Béziers; 34200 Sète; 34400 Lunel; 34300 Agde; 35000 Rennes
35400 Saint-Malo; 35300 Fougères; 35500 Vitré; 36000 Châteauroux; 36100 Issoudun; 37000 Tours
37300 Joué-lès-Tours; 37400 Amboise; 38000 Grenoble; 38130 Échirolles; 38400 Saint-Martin-d'Hères; 38200 Vienne
38300 Bourgoin-Jallieu; 38600 Fontaine; 38500 Voiron; 39000 Lons-le-Saunier; 39100 Dole; 40000 Mont-de-Marsan
40100 Dax; 41000 Blois; 41100 Vendôme; 41200 Romorantin-Lanthenay; 42000 Saint-Étienne; 42300 Roanne
42400 Saint-Chamond; 42700 Firminy; 43000 Le Puy-en-Velay; 44000 Nantes; 44600 Saint-Nazaire; 44400 Rezé
44800 Saint-Herblain; 44100 Orvault; 45000 Orléans; 45200 Montargis; 45140 Saint-Jean-de-la-Ruelle; 46000 Cahors
46100 Figeac; 47000 Agen; 47200 Marmande; 47300 Villeneuve-sur-Lot; 48000 Mende; 49000 Angers; 49300 Cholet
49400 Saumur; 49800 Trélazé; 50100 Cherbourg-en-Cotentin; 50000 Saint-Lô; 50300 Avranches; 51100 Reims
51000 Châlons-en-Champagne; 51200 Épernay; 51300 Vitry-le-François; 52000 Chaumont; 52100 Saint-Dizier
53000 Laval; 53100 Mayenne; 54000 Nancy; 54500 Vandœuvre-lès-Nancy; 54300 Lunéville; 54200 Toul; 54400 Longwy
54800 Jarny; 55000 Bar-le-Duc; 55100 Verdun; 56100 Lorient; 56000 Vannes; 56600 Lanester; 57000 Metz
57100 Thionville; 57600 Forbach; 57200 Sarreguemines; 57140 Woippy; 57500 Saint-Avold; 57700 Hayange
57190 Florange; 57290 Fameck; 58000 Nevers; 59000 Lille; 59100 Roubaix; 59200 Tourcoing; 59300 Valenciennes
59140 Dunkerque; 59500 Douai; 59400 Cambrai; 59600 Maubeuge; 59650 Villeneuve-d'Ascq; 59220 Denain; 60000 Beauvais
60200 Compiègne; 60100 Creil; 60160 Montataire; 60180 Nogent-sur-Oise; 61000 Alençon; 61100 Flers; 61200 Argentan
62000 Arras; 62100 Calais; 62300 Lens; 62200 Boulogne-sur-Mer; 62400 Béthune; 62110 Hénin-Beaumont; 62800 Liévin
63000 Clermont-Ferrand; 63300 Thiers; 63200 Riom; 64000 Pau; 64100 Bayonne; 64600 Anglet; 64200 Biarritz
65000 Tarbes; 65100 Lourdes; 66000 Perpignan; 67000 Strasbourg; 67500 Haguenau; 67300 Schiltigheim
67400 Illkirch-Graffenstaden; 67600 Sélestat; 68100 Mulhouse; 68000 Colmar; 68300 Saint-Louis; 68270 Wittenheim
69100 Villeurbanne; 69200 Vénissieux; 69120 Vaulx-en-Velin; 69800 Saint-Priest; 69400 Villefranche-sur-Saône
69140 Rillieux-la-Pape; 70000 Vesoul; 70400 Héricourt; 71100 Chalon-sur-Saône; 71000 Mâcon; 71200 Le Creusot
71300 Montceau-les-Mines; 72000 Le Mans; 72100 Allonnes; 72200 La Flèche; 76000 Rouen; 76600 Le Havre
76200 Dieppe; 76300 Sotteville-lès-Rouen; 76500 Elbeuf; 76140 Le Petit-Quevilly; 77000 Melun; 77100 Meaux
77500 Chelles; 77340 Pontault-Combault; 77176 Savigny-le-Temple; 78000 Versailles; 78200 Mantes-la-Jolie
78500 Sartrouville; 78190 Trappes; 78130 Les Mureaux; 78300 Poissy; 79000 Niort; 79300 Bressuire; 80000 Amiens
80100 Abbeville; 81000 Albi; 81100 Castres; 82000 Montauban; 82100 Castelsarrasin; 83000 Toulon; 83600 Fréjus
83500 La Seyne-sur-Mer; 83400 Hyères; 83300 Draguignan; 84000 Avignon; 84200 Carpentras; 84100 Orange
84300 Cavaillon; 85000 La Roche-sur-Yon; 85100 Les Sables-d'Olonne; 86000 Poitiers; 86100 Châtellerault
87000 Limoges; 88000 Épinal; 88100 Saint-Dié-des-Vosges; 89000 Auxerre; 89100 Sens; 90000 Belfort
91000 Évry-Courcouronnes; 91100 Corbeil-Essonnes; 91300 Massy; 91600 Savigny-sur-Orge; 91350 Grigny
91940 Les Ulis; 92100 Boulogne-Billancourt; 92000 Nanterre; 92700 Colombes; 92600 Asnières-sur-Seine
92230 Gennevilliers; 92390 Villeneuve-la-Garenne; 92220 Bagneux; 93100 Montreuil; 93200 Saint-Denis
93300 Aubervilliers; 93000 Bobigny; 93600 Aulnay-sous-Bois; 93700 Drancy; 93160 Noisy-le-Grand; 93130 Noisy-le-Sec
93270 Sevran; 93390 Clichy-sous-Bois; 93120 La Courneuve; 94000 Créteil; 94400 Vitry-sur-Seine
94500 Champigny-sur-Marne; 94200 Ivry-sur-Seine; 94600 Choisy-le-Roi; 94800 Villejuif; 95100 Argenteuil
95200 Sarcelles; 95140 Garges-lès-Gonesse; 95000 Cergy; 95400 Villiers-le-Bel; 97200 Fort-de-France
97400 Saint-Denis de La Réunion
""".replace("\n", ";").split(";") if entry.strip())
