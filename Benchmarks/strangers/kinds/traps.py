"""Negative cells: no street of the base may be answered surely."""
import re

from kinds import kind, nothing
from kinds.desks import day, digits
from kinds.names import MONTHS, first_name
from kinds.nearnames import invented
from kinds.others import other
from kinds.whereabouts import plus_code
from text import fold, plain

ABROAD = ("1030 Schaerbeek, Belgique|4000 Liège, Belgique|1205 Genève, Suisse|L-4010 Esch-sur-Alzette|Montréal "
    "(Québec) H2J 2L1|"
          "20250 Casablanca, Maroc|16000 Alger, Algérie|1002 Tunis, Tunisie|Dakar, Sénégal|Abidjan, Côte d'Ivoire|"
          "1950 Sion, Suisse").split("|")
OVERSEAS = ("97110 Pointe-à-Pitre|97200 Fort-de-France|97300 Cayenne|97400 Saint-Denis de la Réunion|97600 Mamoudzou|"
    "98800 Nouméa|"
            "98713 Papeete|97150 Saint-Martin").split("|")
TREES = (
    "Tilleuls Acacias Marronniers Platanes Peupliers Cerisiers Bouleaux Érables Frênes Noyers "
    "Sorbiers Ormeaux Mélèzes Saules").split()
FLOWERS = (
    "Lilas Roses Tulipes Jonquilles Violettes Glycines Iris Primevères Pivoines Bleuets Pervenches "
    "Coquelicots Jacinthes").split()
BIRDS = (
    "Mésanges Hirondelles Alouettes Fauvettes Rossignols Pinsons Bergeronnettes Grives "
    "Tourterelles Merles Cigognes").split()
FAMILY_NAMES = (
    "Lemoine Delmas Vasseur Barbier Marchand Lemaire Aubert Gaillard Roussel Bouvier Carlier Royer Maillard Meunier "
    "Brunet Guichard "
    "Pruvost Lacombe Bodin Thibault Rey Colas Besson Dupuis Hamon Le_Goff Schmitt Rouxel").split()
COLUMNS = (
    "N° voie|Type de voie|Libellé de la voie|Complément|CP|Commune|Adresse|Code postal|Ville|numero|nom_voie|"
    "code_postal|nom_commune|"
    "ADRESSE LIGNE 1|ADRESSE LIGNE 2|Bât/Esc/Appt|Pays|Rue/Avenue|Localité").split("|")
FIELDS = "ADRESSE1|ADRESSE2|NUM|VOIE|CP|VILLE|Civilite|Nom_Prenom|Commune|street|zip|city|complement".split("|")
ERRORS = (
    "#REF!|#NOM?|#VALEUR!|#N/A|#DIV/0!|########|FAUX|VRAI|1,23457E+13|9,9E+04|01/01/1900|=A2&B2|"
    "=RECHERCHEV(A2;B:F;3;FAUX)").split("|")
TRADES = (
    "agent d'entretien|auxiliaire de vie|cariste CACES {}|maçon|aide-soignante|chauffeur PL|intérimaire BTP|vendeuse|"
    "retraitée SNCF|"
    "étudiante L{}|mère au foyer, {} enfants|sans emploi depuis {} mois|en formation AFPA|BAC+{} compta").split("|")
TIMES = "35h|CDI temps partiel {} h/semaine|CDD {} mois|depuis {} ans|à mi-temps|RSA|ARE {} mois|".split("|")
OPPOSITES = {"Haut": "Bas", "Bas": "Haut", "Nord": "Sud", "Sud": "Nord", "Est": "Ouest", "Ouest": "Est",
    "Vieux": "Nouveau", "Vieille": "Nouvelle",
             "Petit": "Grand", "Grand": "Petit", "Petite": "Grande", "Grande": "Petite", "Hauts": "Bas",
             "Dessus": "Dessous", "Haute": "Basse",
             "Basse": "Haute", "Neuve": "Vieille", "Neuf": "Vieux", "Premier": "Second", "Supérieur": "Inférieur",
             "Blanc": "Noir",
             "Blanche": "Noire", "Noir": "Blanc", "Long": "Court", "Soleil": "Lune", "Vert": "Rouge", "Verte": "Rouge",
             "Paix": "Guerre",
             "Dessous": "Dessus", "haut": "bas", "bas": "haut"}


def fields(rng):
    opening, closing = rng.choice([("«", "»"), ("<<", ">>"), ("{{ ", " }}"), ("${", "}"), ("[", "]"), ("%%", "%%")])
    return " ".join(opening + x + closing for x in rng.sample(FIELDS, rng.randint(1, 5)))


def empty_object(rng):
    names = rng.sample("numero voie codePostal commune street city zip adresse complement pays".split(),
        rng.randint(1, 4))
    return rng.choice([
        "{" + ", ".join(f'"{x}": {rng.choice(["null", chr(34) * 2])}' for x in names) + "}",
        "".join(f"<{x}/>" for x in names),
        "Adresse{" + ", ".join(f"{x}=null" for x in names) + "}", "&".join(f"{x}=" for x in names), "[object Object]",
        "|".join("" for _ in names) + "|||", "^" * rng.randint(3, 8) + "FRA"])


def person_like_street(a, rng, base):
    """M. GUESDE Jules lives in the town, nobody says where."""
    found = first_name(a)
    if not found or not a.way or len(found[1]) > 2:
        return None
    last = " ".join(found[1])
    return rng.choice([f"M. {last.upper()} {found[0]},", f"{last.upper()} {found[0]} -",
        f"Dr {found[0]} {last}, médecin,"])


def tower(a, rng, base):
    """A flat's number beside a name that is a street too."""
    house = f"{rng.choice(['Tour', 'Foyer', 'Bâtiment', 'Résidence'])} {a.name}"
    if len(a.core) < 2 or not a.way or base.has_street(house):
        return None
    return f"{house}, {rng.choice(['appt', 'chambre', 'porte'])} {rng.randint(2, 300)},"


other("person named like a street, with town", person_like_street)
other("tower named like a street with a flat's number, with town", tower)
other("stop named like a street, with town", lambda a, rng, base: a.name and a.way and rng.choice([
    "Arrêt de bus {} (ligne {}),", "Station {} sortie {} -", "Tram arrêt {}, quai {},"]).format(a.name,
    rng.randint(1, 9)))
other("parcel of land alone, with town", lambda a, rng, base: rng.choice([
    f"Section {rng.choice(['AB', 'ZC', 'BM'])} n° {rng.randint(1, 400)}",
    f"Parcelle {rng.choice(['AK', 'AE'])} {rng.randint(1, 400)}, lot {rng.randint(1, 9)}",
    f"Lots {rng.randint(1, 9)} et {rng.randint(10, 99)} du plan de division"]))
other("motorway point, with town", lambda a, rng, base: rng.choice([
    f"Autoroute A{rng.choice([1, 4, 6, 10, 43])} PK {rng.randint(2, 90)}+{rng.randint(100, 900)} sens 1,",
    f"A{rng.choice([6, 10, 43])} sortie {rng.randint(2, 25)},",
    f"Bretelle d'accès A{rng.choice([1, 40, 86])}, PR {rng.randint(2, 40)},"]))
other("appointment for an address, with town", lambda a, rng, base: rng.choice([
    "RDV le {} {} à {}h30", "visite {} {} {}h", "à rappeler le {} {} vers {}h,", "permanence du {} {} ({}h)"]).format(
        rng.choice([8, 11, 14, 19, 4]), rng.choice(["mai", "novembre", "juillet", "mars", "septembre"]),
        rng.randint(9, 17)))
other("explanation for an address, with town", lambda a, rng, base: rng.choice([
    "hébergée par une amie, change chaque semaine", "adresse connue du service social seulement",
    "vient d'arriver, dort chez un cousin",
    "expulsé le {}, pas de nouvelle adresse".format(day(rng)), "vit dans sa voiture près du stade",
    "ne veut pas donner son adresse (violences)"]) + ",")
other("profession for an address", lambda a, rng, base: (
    f"{rng.choice(TRADES)} {rng.choice(TIMES)}".replace("{}", str(rng.randint(1, 24)))), False)
other("coordinates for an address", lambda a, rng, base: rng.choice([
    f"{a.lat:.5f}, {a.lon:.5f}", f"lat={a.lat:.4f};lon={a.lon:.4f}", plus_code(a),
    f"X={digits(rng, 6)} Y={digits(rng, 7)}"]), False)
other("empty merge fields for an address", lambda a, rng, base: fields(rng), False)
other("spreadsheet errors for an address", lambda a, rng, base: " ".join(
    rng.choice(ERRORS) for _ in range(rng.randint(1, 4))), False)
other("header of a table for an address", lambda a, rng, base: rng.choice([";", " | ", ",", "\t"]).join(
    rng.sample(COLUMNS, rng.randint(1, 5))), False)
other("object without values for an address", lambda a, rng, base: empty_object(rng), False)


def elsewhere(name, places):
    """A negative kind: the street of the base in a place that is not of the base."""
    @kind(name, set="negative")
    def write(w, a, rng, base):
        w.postcode, w.town = "", rng.choice(places)
        w.form = "{number} {street}, {town}"
        return nothing(w)


elsewhere("street of the base, abroad", ABROAD)
elsewhere("street of the base, overseas", OVERSEAS)


def another_family_name(a, rng, base):
    found = first_name(a)
    last = rng.choice(FAMILY_NAMES).replace("_", " ")
    return f"{a.way} {found[0]} {last}" if found and not set(fold(last).split()) & base.vocabulary else None


def another_of_its_kind(a, rng, base):
    """Tulips for roses, as a person who remembers only that it was a flower."""
    for words in (TREES, FLOWERS, BIRDS):
        for word in words:
            if re.search(rf"(?<!\w){plain(word)}(?!\w)", plain(a.name), re.I):
                other = rng.choice([x for x in words if x != word])
                article = re.sub(r"(?i)\b(des|du|de la|de l')\s*\S+$", "des", plain(a.name))
                return f"{a.way} des {other}" if article == "des" else None
    return None


def opposite(a, rng, base):
    for word in a.name.split():
        if word in OPPOSITES:
            return a.street.replace(word, OPPOSITES[word], 1)
    return None


def another_year(a, rng, base):
    """A date whose day, month and year are all others."""
    found = re.search(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})\b(?: \d{{4}})?", a.street, re.I)
    if not found:
        return None
    return a.street.replace(found[0], rng.choice(["6 juin 1944", "18 juin 1940", "16 octobre 1962", "2 février 1848",
        "26 août 1944", "3 janvier 1890"]))


@kind("a street of another town of the base", set="negative_street")
def of_another_town(w, a, rng, base):
    """That town has another postcode, and no street of this town has the words."""
    b = rng.choice(base.addresses)
    if b.postcode == a.postcode or b.town == a.town or not b.way or not b.core or base.rivals(a, b.core):
        return None
    if not set(b.core) - set(a.core):
        return None
    w.number, w.street = b.written_number, b.street
    return nothing(w)


invented("another family name", another_family_name)
invented("another flower, tree or bird", another_of_its_kind)
invented("opposite word", opposite)
invented("another known date", another_year)
