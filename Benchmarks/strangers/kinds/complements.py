"""What stands before, after and inside an address: flats, floors, buildings, residences, boxes."""
from kinds import kind

FLOORS = (
    "1er étage", "3ème étage", "2e ét.", "RDC", "rez-de-chaussée", "4 ETG", "ETAGE 5", "étage 2 porte 12", "R+3",
    "6ème", "1ER ETG DROITE", "au 2ème étage", "Rdc gauche", "dernier étage",
)
FLATS = (
    "Appt 12", "APPARTEMENT 304", "apt n°5", "Appt. B14", "App 21", "Logement 8", "LOGT 102", "Porte 3",
    "porte droite", "Studio 12", "Chambre 214", "APPT A2 ETG 1", "Log. n° 0045", "appartement C 11",
)
STAIRS = (
    "Escalier B", "ESC 2", "esc. C", "Entrée A", "ENTREE 4", "Hall 3", "Hall B", "cage 5", "CAGE D'ESCALIER 2",
    "allée C", "Porte B", "ESC A PTE 12", "1ère cage", "montée 3",
)
BUILDINGS = (
    "Bât A", "BATIMENT B", "Bat 3", "Bât. C2", "Immeuble B", "IMM LE CEDRE", "Tour 4", "Tour Panorama", "Bloc 7",
    "Pavillon 2", "BAT H12", "Bâtiment n°5", "Barre 6", "Bat. Les Alizés", "immeuble Le Mistral",
)
RESIDENCES = (
    "Résidence Les Tilleuls", "RES LES ACACIAS", "Rés. du Parc", "Résidence Le Clos Fleuri", "RESIDENCE BEL AIR",
    "Les Jardins d'Eden", "Le Hameau des Sources", "Domaine de la Garenne", "Cité des Fleurs",
    "LES TERRASSES DU LAC", "Foyer Les Peupliers", "Résidence universitaire Galilée", "Villa Mozart",
    "HLM Les Mimosas", "Clos Saint Martin", "Résidence autonomie Le Soleil", "Copropriété Le Belvédère",
    "Ensemble immobilier Grand Large",
)
BOXES = (
    "Boîte 14", "BAL 23", "BL 5", "Boite aux lettres n° 12", "boite postale 4", "case n°7", "Bte 102",
    "BAL N°2 DROITE",
)
HOSTS = (
    "chez M. Durand", "Chez Mme MARTIN", "c/o Dubois", "C/O M ET MME PETIT", "hébergé chez Monsieur Bernard",
    "s/c de Mme Robert", "aux bons soins de M. Moreau", "CHEZ SA MERE", "chez les parents", "A/S Mme Simon",
)
CODES = ("digicode 12A45", "code 4589B", "interphone Leroy", "sonner à Roux", "Code porte : A1234", "interphone 12")
PLOTS = (
    "Lot 12", "lot n°4", "LOTISSEMENT LES CHENES", "Lot. Le Verger lot 3", "Îlot B", "Parcelle 45", "villa n° 8",
    "Maison 3", "Lotissement Les Prés Verts",
)
YARDS = (
    "fond de cour", "au fond de la cour à gauche", "sur cour", "bâtiment sur rue", "2e porte à gauche",
    "côté jardin", "Fond cour RDC", "derrière le garage", "porte verte", "maison du fond", "au bout du chemin",
)
QUARTIERS = (
    "Quartier de la Gare", "Quartier Nord", "quartier des Écoles", "Centre-ville", "CENTRE VILLE", "Le Bourg",
    "Cité Nouvelle", "Secteur Est", "Le Plateau", "Les Hauts", "vieux bourg", "Quartier Saint-Jean",
)
ZONES = (
    "ZA des Prés", "ZI Nord", "Zone artisanale Les Platanes", "ZAC du Centre", "Parc d'activités", "Z.I.",
    "Zone Industrielle Sud", "Centre commercial Les Arcades", "Parc technologique", "ZAE Les Vernes",
    "Espace Entreprises",
)
FIRMS = (
    "SARL MARTIN", "Association Les Amis du Livre", "Boulangerie Dupain", "SCI DU PARC", "Pharmacie Centrale",
    "EHPAD Les Glycines", "Crèche Les Petits Pas", "Mission locale", "Centre social", "Auto-école du Centre",
    "Cabinet médical", "Ecole maternelle", "CCAS", "Maison de quartier", "Syndic Immo Plus",
    "Foyer de jeunes travailleurs", "Collège", "Gymnase", "Médiathèque",
)
METROS = (
    "métro République", "M° Gare", "RER B", "Métro Ligne 7", "arrêt Mairie", "bus 12 arrêt Hôpital",
    "Tram T1 Libération",
)


def place(name, words, where):
    """A kind with one of these texts at a place of the form."""
    @kind(name)
    def write(w, a, rng, base):
        sign = rng.choice(["", ",", " -"])
        text = rng.choice(words)
        setattr(w, where, text + sign if where == "lead" else ("" if sign == " -" else sign) + " " + text)
        return w


place("floor before", FLOORS, "lead")
place("floor after the street", FLOORS, "middle")
place("floor at the end", FLOORS, "tail")
place("flat before", FLATS, "lead")
place("flat after the street", FLATS, "middle")
place("flat at the end", FLATS, "tail")
place("stairs before", STAIRS, "lead")
place("stairs after the street", STAIRS, "middle")
place("building before", BUILDINGS, "lead")
place("building after the street", BUILDINGS, "middle")
place("building at the end", BUILDINGS, "tail")
place("residence before", RESIDENCES, "lead")
place("residence after the street", RESIDENCES, "middle")
place("residence at the end", RESIDENCES, "tail")
place("box before", BOXES, "lead")
place("box after the street", BOXES, "middle")
place("host before", HOSTS, "lead")
place("host after the street", HOSTS, "middle")
place("door code after the street", CODES, "middle")
place("plot before", PLOTS, "lead")
place("plot after the street", PLOTS, "middle")
place("yard after the street", YARDS, "middle")
place("quartier after the street", QUARTIERS, "middle")
place("quartier before", QUARTIERS, "lead")
place("zone before", ZONES, "lead")
place("zone after the street", ZONES, "middle")
place("firm before", FIRMS, "lead")
place("firm after the street", FIRMS, "middle")
place("stop after the street", METROS, "middle")
place("stop at the end", METROS, "tail")


@kind("residence, building, flat and floor before")
def four_before(w, a, rng, base):
    w.lead = " ".join([rng.choice(RESIDENCES), rng.choice(BUILDINGS), rng.choice(STAIRS), rng.choice(FLATS)])
    return w


@kind("building, flat and floor after the street")
def three_after(w, a, rng, base):
    w.middle = ", ".join([rng.choice(BUILDINGS), rng.choice(FLATS), rng.choice(FLOORS)])
    return w


@kind("flat between number and street")
def between(w, a, rng, base):
    w.form = "{number} {middle} {street} {postcode} {town}"
    w.middle = rng.choice(["bat A", "Apt 4", "(Bât. 2)", "- Appt 15 -", "bâtiment C,", "esc. B"])
    return w if not a.suffix else None


@kind("flat's number before the street's number")
def flat_number(w, a, rng, base):
    """14/25 Allée: flat 14 of house 25 reads as two numbers; here the flat is marked."""
    w.lead = rng.choice([f"n°{rng.randint(1, 60)} - ", f"Appt {rng.randint(1, 400)} -", f"#{rng.randint(1, 99)},",
        f"A{rng.randint(1, 99)} -"])
    return w


@kind("residence named like a street")
def like_street(w, a, rng, base):
    """The residence has the name of another street of the base."""
    b = rng.choice(base.addresses)
    if b.citycode[:2] != a.citycode[:2] or b.street == a.street or not b.name:
        return None
    w.lead = f"Résidence {b.name},"
    return w


@kind("school named like a street")
def school(w, a, rng, base):
    b = rng.choice(base.addresses)
    if b.street == a.street or len(b.core) < 2:
        return None
    kind_of = rng.choice(["École", "Collège", "Lycée", "Gymnase", "Crèche", "Centre social"])
    w.lead = f"{kind_of} {b.name}{rng.choice(['', ',', ' -'])}"
    return w


@kind("firm named after the town")
def town_firm(w, a, rng, base):
    office = rng.choice(["CCAS de", "Mairie de", "Mission locale de", "Hôpital de", "Ville de", "CAF de"])
    w.lead = f"{office} {a.town}{rng.choice(['', ',', ' -'])}"
    return w
