"""Kinds of spelling, one module a family. A kind is a function registered under a short phrase."""
import importlib
import re
from dataclasses import dataclass, field

from text import plain, squeeze

FAMILIES = (
    "numbers several ways names letters damage typing sound towns arrondissements complements post order vague noise "
    "exports cut scans roads former mixed nearnames elsewhere others"
).split()
"""Families written after the first round of measures."""
LATER = "desks carriers sites sheets fragments foreign habits whereabouts traps".split()
KINDS = {}
"""The family whose module is being read."""
loading = [""]


@dataclass
class Kind:
    name: str
    family: str
    write: object
    set: str

    @property
    def negative(self):
        return self.set in ("negative", "negative_street")


@dataclass
class Written:
    """The parts of one query in the order of the form, and the truth. Each kind changes what it must."""
    number: str
    street: str
    postcode: str
    town: str
    numbers: list
    streets: list
    lead: str = ""
    middle: str = ""
    tail: str = ""
    form: str = "{lead} {number} {street} {middle} {postcode} {town} {tail}"
    finish: list = field(default_factory=list)
    number_known: bool = True
    position_known: bool = True

    def text(self):
        text = squeeze(self.form.format(**{k: getattr(self, k) for k in PARTS}))
        for change in self.finish:
            text = change(text)
        return text

    @property
    def typed_postcode(self):
        found = re.search(r"\b\d{5}\b", self.postcode)
        return found.group(0) if found else ""


def whole_text(w, text):
    """The whole cell in one piece, parts no longer placed by a form."""
    w.form, w.lead = "{lead}", text
    return w


PARTS = ("lead", "number", "street", "middle", "postcode", "town", "tail")


def nothing(w):
    """Nothing may be found."""
    w.numbers, w.streets, w.position_known, w.number_known = [], [], False, False
    return w


def capitals(w):
    """Street and town as offices type them."""
    w.street, w.town = plain(w.street).upper(), plain(w.town).upper()
    return w


def plain_form(a):
    """The address as the base spells it."""
    return Written(a.written_number, a.street, a.postcode, a.town, [a.written_number], [a.street])


def kind(name, set=None):
    """Registers `write(w, a, rng, base)`: it returns the changed parts, or None where the kind does not apply."""
    def register(write):
        assert name not in KINDS, name
        KINDS[name] = Kind(name, loading[0], write, set or name)
        return write
    return register


def load():
    for family in FAMILIES + LATER:
        loading[0] = family
        importlib.import_module(f"kinds.{family}")
    return KINDS
