"""An address in parts, as it is about to be typed, the register of damages and what they share."""

import re
from dataclasses import dataclass, field

import words
from base import fold, split_type
from words import ARTICLES

SLOTS = ("number", "type", "name", "spelling", "place", "extra", "layout", "style")
DAMAGES = {}


@dataclass
class Place:
    """What a query says rightly about its town, and wrongly about its postcode."""

    postcode: str = ""
    town: str = ""
    arrondissement: int = 0
    insee: str = ""
    false_postcodes: list = field(default_factory=list)


class Draft:
    """One address in parts, as it is about to be typed, and what it means."""

    def __init__(self, street, row=None):
        self.street, self.row = street, row
        self.position = row.position if row else street.middle()
        self.tolerance = 50.0 if row else max(100.0, street.extent() + 50)
        self.level = "housenumber" if row else "street"
        self.numbers = (
            [f"{row.number}{ {'B': 'bis', 'T': 'ter', 'Q': 'quater'}.get(row.repetition, row.repetition.lower())}"]
            if row
            else []
        )
        self.names = [street.name]
        self.number = self.numbers[0] if row else ""
        self.core = split_type(street.name)[1]
        self.type = street.name[: len(street.name) - len(self.core)].strip()
        self.spoken = None  # type and core before words were joined
        self.postcode, self.city = street.postcode, street.town
        self.says = Place(street.postcode, street.town_key)
        self.columns = {}  # postcode, city, citycode where they differ from the text
        self.separator, self.order = " ", "{number} {street}{inner}{separator}{place}"
        self.city_leads = False
        self.before, self.inner, self.after = [], [], []
        self.finish, self.notes = [], []

    def text(self):
        street = " ".join(part for part in (self.type, self.core) if part)
        place = " ".join(
            part for part in ((self.city, self.postcode) if self.city_leads else (self.postcode, self.city)) if part
        )
        inner = "".join(f", {part}" for part in self.inner)
        text = self.order.format(number=self.number, street=street, inner=inner, separator=self.separator, place=place)
        text = " ".join([", ".join([*self.before, text.strip(" ,")]), *self.after])
        text = re.sub(r"[ ]+", " ", text).replace(" , ", ", ").strip(" ,")
        for step in self.finish:
            text = step(text)
        return text


def damage(slot, weight=1.0):
    """Registers a damage; the weight is how common it is in a file of an office, 0 never in a mix or combination."""

    def keep(function):
        DAMAGES[function.__name__] = function
        function.slot, function.weight = slot, weight
        return function

    return keep


def cased(rng, text):
    return rng.choice((text, text, text.upper(), text.capitalize(), text.capitalize() + ".", text + "."))


def like(new, old):
    """The new word in the case of the old one."""
    return new.upper() if old.isupper() and len(old) > 1 else new.capitalize() if old[:1].isupper() else new


def filled(rng, template):
    template = re.sub("~", lambda _: rng.choice(words.FAMILY_NAMES), template)
    template = re.sub("@", lambda _: rng.choice("ABCDEF"), template)
    return re.sub("#", lambda _: str(rng.randint(1, 9)), template)


def replace_word(draft, index, new):
    parts = re.split(r"([\s'’-]+)", draft.core)
    parts[2 * index] = new
    draft.core = "".join(parts)


def core_words(draft):
    return re.split(r"[\s'’-]+", draft.core)


def is_name_word(word):
    return fold(word) not in ARTICLES and len(word) > 1
