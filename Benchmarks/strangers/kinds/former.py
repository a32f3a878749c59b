"""Communes that merged: the former name beside or in place of the new one."""
from kinds import kind
from text import fold


def former(name, change, scope):
    """A kind for rows with a former commune of another name."""
    @kind(name)
    def write(w, a, rng, base):
        old = a.former_city
        if not old or fold(old) == fold(a.town) or not base.alone(a, scope):
            return None
        change(w, a, old, rng)
        return w


def instead(w, a, old, rng):
    w.town = old


def instead_alone(w, a, old, rng):
    w.postcode, w.town = "", old


def in_capitals(w, a, old, rng):
    w.town = fold(old)


def before(w, a, old, rng):
    w.town = f"{old} {a.town}"


def after_hyphen(w, a, old, rng):
    w.town = f"{a.town} - {old}"


def in_brackets(w, a, old, rng):
    w.town = f"{a.town} ({old})"


def after_street(w, a, old, rng):
    w.middle = rng.choice([f"- {old}", f", {old}", f"({old})", old])


def with_comma(w, a, old, rng):
    w.town = f"{old}, {a.town}"


former("former commune for the commune", instead, "postcode")
former("former commune without the postcode", instead_alone, "town")
former("former commune in capitals", in_capitals, "postcode")
former("former commune before the commune", before, "postcode")
former("former commune after the commune", after_hyphen, "postcode")
former("former commune in brackets", in_brackets, "postcode")
former("former commune after the street", after_street, "postcode")
former("former commune, comma, commune", with_comma, "postcode")
