"""Queries that have no answer in the base: an unknown street or town, a number alone, a firm, a person."""

from base import cost, edits, fold, meaning, split_type
import words
from damage import Place, filled

FAR = 0.34  # a street whose cost is lower is too near to the written name to call it absent


class Negative:
    def __init__(self, text, key, note, postcode="", city="", insee=""):
        self.text, self.key, self.note, self.postcode, self.city, self.insee = text, key, note, postcode, city, insee


def absent_from(base, name, place):
    """Whether no street of a place is that name, or near it whatever the type."""
    type, core = split_type(name)
    named = meaning(core)
    near, _ = base.rivals("".join(named), place)
    return all(cost(named, "", s) > FAR and edits("".join(named), s.compact, 2) > 2 for s in near)


def someone(rng):
    return rng.choice(words.GIVEN_NAMES), rng.choice(words.FAMILY_NAMES)


def address(rng, number, street, postcode, city):
    style = rng.choice((str, str, str.upper, str.lower))
    return style(f"{number} {street}{rng.choice((' ', ', '))}{' '.join(p for p in (postcode, city) if p)}").strip(" ,")


def number(rng):
    return rng.choice((str(rng.randint(1, 120)), str(rng.randint(1, 30)), f"{rng.randint(1, 60)} bis", ""))


def neg_street(rng, base):
    there = rng.choice(base.streets)
    name = rng.choice(words.STREETS) if rng.random() < 0.5 else rng.choice(base.streets).name
    if not absent_from(base, name, Place(town=there.town_key)):
        return None
    given = rng.choice(
        ((there.postcode, there.town), (there.postcode, there.town), (there.postcode, ""), ("", there.town))
    )
    if given[1] == "" and not absent_from(base, name, Place(postcode=there.postcode)):
        return None
    return Negative(
        address(rng, number(rng), name, *given), fold(name), f"no such street in {there.town}", *given, there.insee
    )


def neg_town(rng, base):
    town, postcode = rng.choice(words.TOWNS)
    if fold(town) in base.by_town or postcode in base.by_postcode:
        return None
    name = rng.choice(words.STREETS) if rng.random() < 0.4 else rng.choice(base.streets).name
    given = rng.choice(((postcode, town), (postcode, town), (postcode, town), ("", town), (postcode, "")))
    return Negative(address(rng, number(rng), name, *given), fold(name), f"{town} is not in the base", *given, postcode)


def neg_number_only(rng, base):
    there = rng.choice(base.streets)
    given = rng.choice((("", ""), ("", there.town), (there.postcode, there.town), (there.postcode, "")))
    first = rng.choice(("{}", "n° {}", "{} bis", "N°{}", "{},", "numéro {}", "{} B", "appt {}", "bât {}")).format(
        rng.randint(1, 140)
    )
    return Negative(
        f"{first} {given[0]} {given[1]}".replace("  ", " ").strip(),
        first,
        "a number without a street",
        *given,
        there.insee,
    )


def at_place(rng, base, text, note):
    there = rng.choice(base.streets)
    name = " ".join(w for w in text.split() if not w.isdigit())
    scope = Place(town=there.town_key)
    if any(not absent_from(base, w, scope) for w in (name, *[w for w in name.split() if len(w) > 3])):
        return None
    given = rng.choice((("", ""), (there.postcode, there.town), (there.postcode, there.town), ("", there.town)))
    if not any(given) and not all(absent_from(base, w, Place()) for w in (name, *name.split())):
        return None
    style = rng.choice((str, str, str.upper, str.lower))
    place = " ".join(p for p in given if p)
    return Negative(
        style(f"{text}{rng.choice((' ', ', ', ' - '))}{place}").strip(" ,-"), fold(text), note, *given, there.insee
    )


def neg_business(rng, base):
    return at_place(rng, base, rng.choice(words.BUSINESSES), "a firm or a public place without an address")


def neg_person(rng, base):
    given, family = someone(rng)
    form = rng.choice(
        (
            "M. {g} {f}",
            "Mme {f} {g}",
            "{f} {g}",
            "Monsieur {f}",
            "{g} {f}",
            "Mlle {g} {f}",
            "M. et Mme {f}",
            "Madame {f} {g}, née ~",
            "{f}",
            "famille {f}",
        )
    )
    return at_place(rng, base, filled(rng, form.format(g=given, f=family)), "a person without an address")


NEGATIVES = {f.__name__: f for f in (neg_street, neg_town, neg_number_only, neg_business, neg_person)}
