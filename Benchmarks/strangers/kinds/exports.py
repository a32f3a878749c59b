"""Addresses as other software and registers write them."""
from departements import NAMES
from kinds import kind
from kinds.ways import NORM
from text import fold

REGISTER = {"ALLEE": "ALL", "AVENUE": "AV", "BOULEVARD": "BD", "CHEMIN": "CHE", "COURS": "CRS", "IMPASSE": "IMP",
    "PASSAGE": "PAS",
            "PLACE": "PL", "QUAI": "QUAI", "ROUTE": "RTE", "SQUARE": "SQ", "VILLA": "VLA", "FAUBOURG": "FG",
            "MONTEE": "MTE",
            "LOTISSEMENT": "LOT", "RESIDENCE": "RES", "HAMEAU": "HAM", "SENTIER": "SEN", "RUELLE": "RLE",
            "ESPLANADE": "ESP",
            "PROMENADE": "PROM", "CHAUSSEE": "CHS", "TRAVERSE": "TRA", "CITE": "CITE", "RUE": "RUE"}
TITLES = {"GENERAL": "GAL", "MARECHAL": "MAL", "DOCTEUR": "DR", "PRESIDENT": "PDT", "SAINT": "ST", "SAINTE": "STE",
    "COMMANDANT": "CDT",
          "CAPITAINE": "CNE", "COLONEL": "COL", "PROFESSEUR": "PR", "LIEUTENANT": "LT", "GRAND": "GD", "GRANDE": "GDE",
          "JEAN": "J",
          "PIERRE": "P", "FAUBOURG": "FG", "MONSEIGNEUR": "MGR"}


def way_short(a):
    return REGISTER.get(fold(a.way), fold(a.way))


@kind("register of firms")
def sirene(w, a, rng, base):
    """SIRENE: number, index, way in short, name in capitals, town in capitals with the arrondissement's figure."""
    town = fold(a.town) + (f" {a.arrondissement}" if a.arrondissement else "")
    letter = {"bis": "BIS", "b": "BIS", "ter": "TER", "quater": "QUATER"}.get(a.suffix, a.suffix.upper())
    w.number, w.street, w.town = f"{a.number} {letter}".strip(), f"{way_short(a)} {fold(a.name)}", town
    return w if a.way else None


@kind("register of firms with complement")
def sirene_complement(w, a, rng, base):
    w = sirene(w, a, rng, base)
    if w:
        w.lead = rng.choice([
            "BAT A", "RESIDENCE LES TILLEULS", "CHEZ MONSIEUR MARTIN", "ZI NORD", "ETG 2 PORTE 12",
            "LIEU DIT LE BOURG",
        ])
    return w


@kind("way column with the name's way too")
def doubled_way(w, a, rng, base):
    """typeVoie and libelleVoie that repeats it: AV AVENUE DE LA GARE."""
    w.street = f"{way_short(a)} {fold(a.street)}"
    w.town = fold(a.town)
    return w if a.way and way_short(a) != fold(a.way) else None


@kind("tax register")
def fantoir(w, a, rng, base):
    """Number of four digits, way of four letters, titles in short, no articles lost."""
    name = " ".join(TITLES.get(x, x) for x in fold(a.name).split())
    w.number = f"{a.number:04d}{fold(a.suffix)[:1]}"
    w.street, w.town = f"{way_short(a):<4} {name}", fold(a.town)
    return w if a.way else None


@kind("cadastre's name within 26 letters")
def cadastre(w, a, rng, base):
    name = " ".join(TITLES.get(x, x) for x in fold(a.name).split())
    w.street, w.town = f"{way_short(a)} {name}"[:26].strip(), fold(a.town)
    return w if a.way and len(fold(a.street)) > 26 else None


@kind("register of health places")
def finess(w, a, rng, base):
    """FINESS: street in capitals, post box, postcode and town with CEDEX."""
    w.street, w.middle = f"{way_short(a)} {fold(a.name)}", rng.choice(["", f"BP {rng.randint(1, 999)}",
        f"CS {rng.randint(10000, 99999)}"])
    w.postcode, w.town, w.tail = a.postcode, fold(a.town), rng.choice(["", "CEDEX"])
    return w if a.way else None


@kind("register of associations")
def rna(w, a, rng, base):
    """RNA: complement, number, way in short, name, postcode, town; empty parts as underscores."""
    w.number, w.street, w.town = f"{a.number}", f"{NORM.get(fold(a.way), fold(a.way))} {a.name}", fold(a.town)
    w.form = "_ _ {number} _ {street} {postcode} {town}"
    return w if a.way and not a.suffix else None


@kind("map of OpenStreetMap")
def nominatim(w, a, rng, base):
    department = NAMES.get(a.citycode[:2])
    w.form = "{number}, {street}, Centre, {town}, " + f"{department}, France métropolitaine, " + "{postcode}, France"
    return w if department else None


@kind("map of Google")
def google(w, a, rng, base):
    w.form = "{number} {street}, {postcode} {town}, France"
    return w


@kind("English order")
def english(w, a, rng, base):
    """12 Victor Hugo Avenue."""
    words = {"RUE": "Street", "AVENUE": "Avenue", "BOULEVARD": "Boulevard", "PLACE": "Square", "ROUTE": "Road",
        "CHEMIN": "Lane",
             "ALLEE": "Alley", "IMPASSE": "Close"}
    if fold(a.way) not in words:
        return None
    name = a.name[3:] if a.name.startswith(("de ", "du ")) else a.name[4:] if a.name.startswith("des ") else a.name
    w.street = f"{name} {words[fold(a.way)]}"
    w.form = rng.choice(["{number} {street}, {postcode} {town}, France", "{number} {street}, {town} {postcode}",
        "{number}, {street}, {town}, {postcode} FR"])
    return w


@kind("way in English before the name")
def street_of(w, a, rng, base):
    words = {"RUE": "street", "AVENUE": "avenue", "BOULEVARD": "boulevard", "PLACE": "place", "ROUTE": "road",
        "SQUARE": "square"}
    if fold(a.way) not in words:
        return None
    w.street = f"{words[fold(a.way)]} {a.name}"
    w.form = "{number} {street} {postcode} {town} France"
    return w


@kind("capital after capital of the name")
def camel(w, a, rng, base):
    """Names as identifiers: rueDeLaPaix."""
    words = a.street.split()
    w.street = words[0].lower() + "".join(x[:1].upper() + x[1:] for x in words[1:])
    return w if len(words) > 2 and "'" not in a.street else None
