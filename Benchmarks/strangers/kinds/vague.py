"""Corners, opposites, neighbours and stretches of a street."""
from kinds import kind
from text import key


@kind("corner after the address")
def corner_after(w, a, rng, base):
    b = base.neighbour(a)
    if not b:
        return None
    sign = rng.choice([", angle", "(angle", "- angle de la", ", à l angle de", "/ angle", ", croisement", ", coin"])
    w.middle = f"{sign} {b.street}"
    w.middle += ")" if "(" in w.middle else ""
    return w


def corner(name, form):
    """A kind with two streets and no number: either street is right, no number may be claimed."""
    @kind(name)
    def write(w, a, rng, base):
        b = base.neighbour(a, 60)
        if not b:
            return None
        w.number, w.street, w.numbers, w.streets = "", form.format(a=a.street, b=b.street), [], [a.street, b.street]
        w.position_known = False
        return w


corner("corner of two streets", "angle {a} et {b}")
corner("corner with a slash", "{a} / {b}")
corner("crossing of two streets", "à l'intersection de {a} et de {b}")
corner("two streets with et", "{a} et {b}")
corner("corner in short", "{a} angle {b}")


def near_number(name, words):
    """A kind near a number: the street is judged and the place, the number is not."""
    @kind(name)
    def write(w, a, rng, base):
        w.lead, w.numbers = rng.choice(words), []
        return w


near_number("opposite a number", ["en face du", "face au", "EN FACE DU", "vis-à-vis du", "en face du n°"])
near_number("face and a number", ["face", "FACE", "face au", "Face n°"])
near_number("near a number", ["près du", "à côté du", "à proximité du", "juste après le", "derrière le"])
near_number("level with a number", ["à hauteur du", "au niveau du", "au droit du", "devant le", "au droit du n°"])


@kind("street between two others")
def stretch(w, a, rng, base):
    b = base.neighbour(a, 60)
    c = b and next((x for x in base.by_place.values() if x[0].citycode == a.citycode and key(x[0].street) not in (
        key(a.street), key(b.street))), None)
    if not c:
        return None
    w.number, w.numbers, w.position_known = "", [], False
    w.middle = f"entre {b.street} et {c[0].street}"
    return w


def beside(name, words, where):
    """A kind with a place named beside the address."""
    @kind(name)
    def write(w, a, rng, base):
        setattr(w, where, rng.choice(words))
        return w


beside("place beside in brackets", [
    "(face à la mairie)", "(derrière la gare)", "(à côté de la pharmacie)", "(près du stade)",
    "(en face de l'église)", "(au-dessus de la boulangerie)", "(ancienne poste)",
],
                                    "middle")
beside("place beside without brackets", [
    "face à la mairie", "derrière la gare", "à côté de la pharmacie", "près du stade", "en face de l'école",
    "au dessus du tabac", "en bas de la côte",
], "middle")
beside("place beside before", ["Face à la mairie,", "Derrière la gare -", "A côté du Carrefour,", "Près de l'église"],
    "lead")
