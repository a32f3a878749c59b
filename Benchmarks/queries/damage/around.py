"""What stands around an address, its order and its letters."""

import re
import unicodedata

import words
from base import fold
from words import RANKS, TITLES

from .draft import core_words, damage, filled, replace_word


def put_around(draft, rng, text):
    spot = rng.choice(("before", "inner", "inner", "after"))
    getattr(draft, spot).append(text)
    return True


@damage("extra", 3)
def box(draft, rng, base):
    draft.inner.append(filled(rng, rng.choice(words.BOXES)))
    return True


@damage("extra", 5)
def inside(draft, rng, base):
    count = rng.choice((1, 1, 2))
    return put_around(draft, rng, rng.choice((" ", ", ")).join(filled(rng, w) for w in rng.sample(words.INSIDE, count)))


@damage("extra", 3)
def residence(draft, rng, base):
    return put_around(draft, rng, rng.choice(words.RESIDENCES))


@damage("extra", 2)
def care_of(draft, rng, base):
    return put_around(draft, rng, filled(rng, rng.choice(words.CARE_OF)))


@damage("extra", 1.5)
def door_code(draft, rng, base):
    return put_around(draft, rng, filled(rng, rng.choice(words.DOOR)))


@damage("extra", 1.5)
def remark(draft, rng, base):
    text = filled(rng, rng.choice(words.REMARKS))
    draft.after.append(text) if rng.random() < 0.6 else draft.inner.append(text)
    return True


@damage("extra", 1)
def locality_added(draft, rng, base):
    locality = draft.row.locality if draft.row else ""
    if (
        not locality
        or fold(locality) in (draft.street.town_key, fold(draft.row.old), fold(draft.street.core))
        or "chef lieu" in fold(locality)
    ):
        return False
    draft.inner.append(rng.choice(("", "", "lieu-dit ", "Lieudit ", "LD ", "hameau ")) + locality)
    return True


@damage("layout", 0.5)
def number_after(draft, rng, base):
    if not draft.number:
        return False
    draft.order = draft.order.replace(
        "{number} {street}",
        rng.choice(
            (
                "{street} {number}",
                "{street}, {number}",
                "{street}, n° {number}",
                "{street} n°{number}",
                "{street} N° {number}",
                "{street} au {number}",
                "{street} numéro {number}",
            )
        ),
    )
    draft.separator = ", "
    return True


@damage("layout", 0.5)
def city_first(draft, rng, base):
    if not draft.city and not draft.postcode:
        return False
    between = rng.choice((", ", " ", " - ", " : "))
    if between == " " and draft.street.arrondissement and not draft.postcode:
        return False  # "Paris 3 rue …" is the third arrondissement as well
    draft.order = "{place}" + between + "{number} {street}{inner}"
    draft.city_leads = rng.random() < 0.4
    return True


@damage("layout", 1)
def country(draft, rng, base):
    draft.after.append(rng.choice(words.COUNTRIES))
    return True


@damage("layout", 1)
def number_marked(draft, rng, base):
    if not draft.number:
        return False
    draft.number = rng.choice(
        ("n° {}", "N°{}", "no {}", "numéro {}", "{},", "n°{},", "{} ,", "0{}", "{} -", "au {}")
    ).format(draft.number)
    return True


@damage("layout", 0.5)
def junk(draft, rng, base):
    before = rng.choice(words.JUNK_BEFORE + ("",) * 8)
    after = words.JUNK_AFTER.get(before, "") if before else rng.choice(words.JUNK_TAIL)
    draft.finish.append(lambda text: before + text + after)
    return True


def plain(text):
    text = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(c for c in text if not unicodedata.combining(c))


@damage("style", 8)
def upper_plain(draft, rng, base):
    draft.finish.append(lambda text: plain(text).upper())
    return True


@damage("style", 3)
def lower_plain(draft, rng, base):
    draft.finish.append(lambda text: plain(text).lower())
    return True


@damage("style", 1)
def upper_accented(draft, rng, base):
    draft.finish.append(str.upper)
    return True


@damage("style", 0.7)
def no_punctuation(draft, rng, base):
    draft.finish.append(lambda text: re.sub(r"\s+", " ", re.sub(r"[^\w°/]", " ", text)).strip())
    return True


@damage("style", 0.7)
def separators(draft, rng, base):
    draft.separator = rng.choice((", ", " - ", "\n", " ; ", " / ", ",", "  ", " – ", "\t", " | "))
    if draft.number and rng.random() < 0.4:
        draft.number += ","
    return True


@damage("style", 3)
def administrative(draft, rng, base):
    """12 B R DU GAL DE GAULLE 93140 BONDY: the capitals of tax and telephone files."""
    if (
        draft.row
        and draft.row.repetition in words.REPETITIONS
        and draft.level == "housenumber"
        and draft.number == draft.numbers[0]
    ):
        draft.number = f"{draft.row.number} {draft.row.repetition}"
    forms = words.TYPES.get(fold(draft.type))
    draft.type = forms[0] if forms else draft.type
    for i, word in enumerate(core_words(draft)):
        if fold(word) in RANKS | {"saint", "sainte"}:
            replace_word(draft, i, TITLES.get(fold(word), (word,))[0])
    draft.core = re.sub("['’-]", " ", draft.core)
    if draft.street.arrondissement and draft.city == draft.street.town:
        draft.city += f" {draft.street.arrondissement:02d}"
    return upper_plain(draft, rng, base)
