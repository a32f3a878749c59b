"""Types of way: abbreviated by the norm and by people, left out, moved, doubled, confused."""
from kinds import kind
from text import fold, plain

NORM = {  # NF Z10-011, the abbreviations of line 4
    "RUE": "RUE", "AVENUE": "AV", "BOULEVARD": "BD", "PLACE": "PL", "SQUARE": "SQ", "ALLEE": "ALL", "IMPASSE": "IMP",
    "PASSAGE": "PAS", "CHEMIN": "CHE", "ROUTE": "RTE", "COURS": "CRS", "QUAI": "QU", "VILLA": "VLA", "RUELLE": "RLE",
    "MONTEE": "MTE", "LOTISSEMENT": "LOT", "FAUBOURG": "FG", "HAMEAU": "HAM", "PROMENADE": "PROM", "ESPLANADE": "ESP",
    "RESIDENCE": "RES", "SENTIER": "SEN", "SENTE": "SEN", "CHAUSSEE": "CHS", "TRAVERSE": "TRA", "GALERIE": "GAL",
    "CITE": "CITE", "PARVIS": "PRV", "CARREFOUR": "CAR", "DOMAINE": "DOM",
}
PEOPLE = {
    "RUE": ["r.", "R.", "Re"], "AVENUE": ["av.", "ave", "Ave.", "aven."],
    "BOULEVARD": ["bd.", "bld", "blvd", "Bvd", "boul."],
    "PLACE": ["pl.", "Plce", "pla."], "SQUARE": ["sq.", "sqr"], "ALLEE": ["al.", "all.", "allé"],
    "IMPASSE": ["imp.", "imps", "Ipse"], "PASSAGE": ["pass.", "psg", "psge", "pssg"],
    "CHEMIN": ["ch.", "chem.", "chm", "chmin"],
    "ROUTE": ["rte.", "rt", "rout."], "COURS": ["crs.", "cr"], "QUAI": ["q.", "qai", "qu."], "VILLA": ["vil.", "vla."],
    "FAUBOURG": ["fbg", "fg.", "faub."], "RESIDENCE": ["rés.", "resid."], "LOTISSEMENT": ["lot.", "lotiss."],
    "MONTEE": ["mtée", "mont."], "HAMEAU": ["ham.", "hau"], "RUELLE": ["rlle", "rle."], "CITE": ["cté"],
    "CLOS": ["cl."],
}
MISSPELT = {
    "RUE": ["rrue", "ruee", "reu", "rur", "tue"], "AVENUE": ["avenu", "avneue", "avnue", "aveune", "av enue"],
    "BOULEVARD": ["boulvard", "boulevar", "bouleverd", "boulevart"], "PLACE": ["plasse", "palce", "plce"],
    "ALLEE": ["alée", "allé", "aller", "alle", "allee"], "IMPASSE": ["impase", "inpasse", "impass"],
    "CHEMIN": ["chemain", "chemein", "chmin"], "ROUTE": ["routte", "rote", "rutoe"],
    "SQUARE": ["squar", "sqaure", "scare"],
    "PASSAGE": ["pasage", "passsage", "pasagge"], "QUAI": ["quais", "quay", "quaie"], "COURS": ["cour", "court"],
    "VILLA": ["vila", "vilas"], "MONTEE": ["monté", "monter"], "CITE": ["citée", "citer"], "RUELLE": ["ruele"],
}
SWAPS = {"RUE": ["avenue", "boulevard"], "AVENUE": ["rue", "boulevard"], "BOULEVARD": ["avenue", "rue"],
         "ALLEE": ["rue", "impasse"], "CHEMIN": ["route", "rue"], "ROUTE": ["chemin", "rue"],
         "IMPASSE": ["rue", "allée"],
         "PLACE": ["square", "rue"], "SQUARE": ["place", "rue"], "PASSAGE": ["impasse", "rue"],
         "VILLA": ["rue", "impasse"]}


def replaced(a, table, rng):
    """The street with another form of its way out of the table, or None."""
    forms = table.get(fold(a.way))
    if not forms or not a.name:
        return None
    form = rng.choice(forms) if isinstance(forms, list) else forms
    return f"{form} {a.name}"


def one_street(a, base):
    return bool(a.way and a.core) and not base.rivals(a, a.core)


@kind("way abbreviated by the norm")
def norm(w, a, rng, base):
    w.street = replaced(a, NORM, rng)
    return w if w.street and fold(a.way) not in ("RUE", "CITE") else None


@kind("way abbreviated by people")
def people(w, a, rng, base):
    w.street = replaced(a, PEOPLE, rng)
    return w if w.street else None


@kind("way as one letter")
def one_letter(w, a, rng, base):
    if fold(a.way) not in ("RUE", "AVENUE", "BOULEVARD", "PLACE", "QUAI", "CHEMIN", "ROUTE"):
        return None
    w.street = f"{a.way[0]} {a.name}"
    return w


@kind("way misspelt")
def misspelt(w, a, rng, base):
    w.street = replaced(a, MISSPELT, rng)
    return w if w.street else None


@kind("way glued to the name")
def glued(w, a, rng, base):
    short = replaced(a, NORM, rng)
    if not short or len(a.core) < 1:
        return None
    w.street = short.replace(" ", rng.choice([".", ""]), 1)
    return w


@kind("way left out")
def left_out(w, a, rng, base):
    w.street = a.name
    return w if one_street(a, base) else None


@kind("way and article left out")
def article_left_out(w, a, rng, base):
    """Only the words that name the street remain."""
    words = [x for x in a.name.replace("'", " ").replace("’", " ").split() if fold(x) in a.core]
    w.street = " ".join(words)
    return w if one_street(a, base) and len(words) < len(a.name.split()) else None


@kind("another way")
def another(w, a, rng, base):
    """Rue for avenue, where the town has no such avenue."""
    w.street = replaced(a, SWAPS, rng)
    return w if w.street and one_street(a, base) and not base.has_street(w.street) else None


@kind("way after the name in brackets")
def in_brackets(w, a, rng, base):
    """As street indexes sort them."""
    w.street = f"{a.name} ({a.way.lower()})"
    return w if a.way and a.name else None


@kind("way after the name and a comma")
def after_comma(w, a, rng, base):
    w.street = f"{a.name}, {a.way.lower()}"
    return w if a.way and a.name else None


@kind("way twice")
def twice(w, a, rng, base):
    """As when a column with the way and a column with the whole street are joined."""
    w.street = f"{rng.choice([a.way, plain(a.way).upper(), NORM.get(fold(a.way), a.way)])} {a.street}"
    return w if a.way else None


@kind("way in the plural or singular")
def plural(w, a, rng, base):
    w.street = f"{a.way[:-1] if a.way.endswith('s') else a.way + 's'} {a.name}"
    return w if fold(a.way) in ("ALLEE", "ALLEES", "COURS", "QUAI", "VILLA") and not base.has_street(w.street) else None
