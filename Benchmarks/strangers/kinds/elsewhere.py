"""Addresses of towns that the base does not hold. None may be answered at all."""
import difflib
import functools

from kinds import kind, nothing
from lexicon import ABROAD, TOWNS
from text import fold, plain


@functools.cache
def strange_towns(base):
    return sorted((t, p) for t, p in TOWNS.items() if fold(t) not in base.town_keys and p not in base.postcodes)


def elsewhere(name, change):
    """A negative kind with a town of the list. `change` sets the parts."""
    @kind(name, set="negative")
    def write(w, a, rng, base):
        town, postcode = rng.choice(strange_towns(base))
        nothing(w)
        w.town, w.postcode = town, postcode
        return change(w, a, rng, base)
    return write


def unchanged(w, a, rng, base):
    return w


def no_postcode(w, a, rng, base):
    w.postcode = ""
    return w


def capitals(w, a, rng, base):
    w.finish.append(lambda text: plain(text).upper())
    return w


def cedex(w, a, rng, base):
    w.postcode, w.tail = w.postcode[:3] + f"{rng.randint(1, 99):02d}", "CEDEX"
    return w if w.postcode not in base.postcodes else None


def town_first(w, a, rng, base):
    w.form = "{postcode} {town}, {number} {street}"
    return w


@functools.cache
def most_similar(base, town):
    """The town of the list whose name is closest to this one, its postcode, and how close."""
    return max((difflib.SequenceMatcher(None, fold(t), fold(town)).ratio(), t, p) for t, p in strange_towns(base))


def similar(w, a, rng, base):
    closeness, w.town, w.postcode = most_similar(base, a.town)
    return w if closeness >= 0.55 else None


def similar_no_postcode(w, a, rng, base):
    w = similar(w, a, rng, base)
    return w and no_postcode(w, a, rng, base)


def named_after(w, a, rng, base):
    """A street of the strange town that has the base's town in its name: 12 rue de Bondy, Lille."""
    w.street = f"{rng.choice(['rue', 'avenue', 'route', 'place'])} de {a.town}"
    return w


def town_only(w, a, rng, base):
    w.form = "{town}"
    return w


def town_and_postcode_only(w, a, rng, base):
    w.form = "{postcode} {town}"
    return w


elsewhere("another town only", town_only)
elsewhere("another town and its postcode only", town_and_postcode_only)
elsewhere("street of the base, another town", unchanged)
elsewhere("street of the base, another town, no postcode", no_postcode)
elsewhere("street of the base, another town, capitals", capitals)
elsewhere("street of the base, another town, CEDEX", cedex)
elsewhere("another town first", town_first)
elsewhere("town of a similar name", similar)
elsewhere("town of a similar name, no postcode", similar_no_postcode)
elsewhere("street named after the base's town", named_after)


@kind("address abroad", set="negative")
def abroad(w, a, rng, base):
    nothing(w)
    w.town = w.postcode = ""
    w.form = rng.choice(ABROAD).replace("12", str(rng.randint(2, 60)), 1)
    return w
