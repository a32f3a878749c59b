"""Postcode and town: left out, wrong, CEDEX, arrondissement, code, old commune."""

import re

import words
from base import edits, fold
from words import ARTICLES

from .draft import Draft, Place, damage
from .spelling import mistyped


@damage("place", 3)
def no_postcode(draft, rng, base):
    draft.postcode, draft.says.postcode = "", ""
    return True


@damage("place", 2)
def no_city(draft, rng, base):
    draft.city, draft.says.town = "", ""
    return True


@damage("place", 1.5)
def city_typo(draft, rng, base):
    if len(draft.city) < 4:
        return False
    cut = max(re.split(r"[ '’-]", draft.city), key=len)
    new = mistyped(cut, rng)
    if not new or any(
        edits(fold(draft.city.replace(cut, new)), other, 1) <= 1 and other != draft.street.town_key
        for other in base.by_town
    ):
        return False
    draft.city = draft.city.replace(cut, new, 1)
    if rng.random() < 0.4:
        draft.postcode, draft.says.postcode = "", ""
    return True


@damage("place", 1)
def city_shortened(draft, rng, base):
    """Annecy for Annecy-le-Vieux is another town: only saints and the words between hyphens are shortened."""
    city = draft.city
    new = re.sub(r"\bSaint(e?)-", lambda m: rng.choice((f"St{m[1]} ", f"St{m[1]}-", f"ST{m[1].upper()} ")), city)
    new = new.replace("-sur-", rng.choice((" s/ ", " sur ", "/"))).replace("-", rng.choice(("-", " ")))
    draft.city = new
    return new != city


def wrong_postcode(draft, code):
    draft.postcode, draft.says.postcode = code, ""
    draft.says.false_postcodes.append(code)
    draft.notes.append(f"the postcode is {draft.street.postcode}")
    return True


@damage("place", 1)
def postcode_digits(draft, rng, base):
    code = list(draft.street.postcode)
    if rng.random() < 0.6:
        i = rng.randrange(1, 4)
        code[i], code[i + 1] = code[i + 1], code[i]
    else:
        i = rng.randrange(2, 5)
        code[i] = rng.choice([d for d in "0123456789" if d != code[i]])
    code = "".join(code)
    return code != draft.street.postcode and wrong_postcode(draft, code)


@damage("place", 1)
def postcode_same_department(draft, rng, base):
    near = [c for c in sorted(base.by_postcode) if c[:2] == draft.street.postcode[:2] and c != draft.street.postcode]
    near = near or [
        t[1] for t in words.TOWNS if t[1][:2] == draft.street.postcode[:2] and t[1] != draft.street.postcode
    ]
    return bool(near) and wrong_postcode(draft, rng.choice(near))


@damage("place", 0.3)
def postcode_other_department(draft, rng, base):
    return wrong_postcode(draft, rng.choice([t[1] for t in words.TOWNS if t[1][:2] != draft.street.postcode[:2]]))


@damage("place", 0)
def postcode_in_column(draft, rng, base):
    draft.columns = {"postcode": draft.postcode, "city": draft.city}
    draft.postcode = draft.city = ""
    return True


@damage("place", 0)
def postcode_in_column_wrong(draft, rng, base):
    rng.choice((postcode_digits, postcode_same_department))(draft, rng, base)
    draft.columns, draft.postcode = {"postcode": draft.postcode, "city": draft.city}, ""
    return draft.columns["postcode"] != draft.street.postcode


@damage("place", 0)
def column_contradicts(draft, rng, base):
    other = Draft(draft.street, draft.row)
    if not rng.choice((postcode_digits, postcode_same_department))(other, rng, base):
        return False
    draft.columns = {"postcode": other.postcode, "city": draft.city}
    draft.says.false_postcodes.append(other.postcode)
    draft.notes.append("the text has the right postcode, the column another")
    return True


@damage("place", 2)
def cedex(draft, rng, base):
    own = draft.street.postcode
    if draft.street.arrondissement:
        code = own[:2] + str(rng.randint(200, 998)) if own.startswith("75") else own[:2] + str(rng.randint(200, 399))
        city = f"{draft.street.town} Cedex {draft.street.arrondissement:02d}"
        draft.says.arrondissement = draft.street.arrondissement
    else:
        code, city = own[:4] + str(rng.randint(1, 9)), f"{draft.street.town} Cedex"
    if code in base.by_postcode:
        return False
    draft.postcode, draft.says.postcode = code, ""
    draft.city = rng.choice(
        (city, city.upper(), city.upper(), city.replace("Cedex", "cedex"), city.replace("Cedex", "CEDEX"))
    )
    return True


@damage("place", 2)
def arrondissement(draft, rng, base):
    number = draft.street.arrondissement
    if not number:
        return False
    roman = {v: k for k, v in words.ROMANS.items()} | {1: "I", 17: "XVII", 19: "XIX", 20: "XX"}
    ordinal = "1er" if number == 1 else f"{number}e"
    town = draft.street.town
    draft.city = rng.choice(
        (
            f"{town} {ordinal}",
            f"{town} {number:02d}",
            f"{town} {roman[number]}",
            f"{town} {ordinal.replace('1er', '1er').rstrip('e')}{'' if number == 1 else 'ème'} arrdt",
            f"{town.upper()} {number}{'ER' if number == 1 else 'EME'} ARRONDISSEMENT",
            f"{town} ({ordinal})",
            f"{town} {number}",
            f"{town} {ordinal} arrondissement",
            f"{town.upper()} {number}{'ER' if number == 1 else 'E'} ARR",
            f"{town}-{number:02d}",
            f"{town}{number}",
            f"{town} {ordinal} arrt",
            f"{ordinal} arrondissement, {town}",
            f"{town} {number}{'er' if number == 1 else 'ieme'}",
            f"{town} XX".replace("XX", f"{roman[number]}e"),
        )
    )
    if rng.random() < 0.75:
        draft.postcode, draft.says.postcode = "", ""
        draft.says.arrondissement = number
    return True


@damage("place", 0)
def citycode_in_text(draft, rng, base):
    code = draft.street.insee
    if code in base.by_postcode:
        return False
    draft.postcode, draft.city = (code, "") if rng.random() < 0.7 else (f"({code})", "")
    draft.says = Place(insee=code)
    return True


@damage("place", 0)
def citycode_in_column(draft, rng, base):
    draft.columns = {"postcode": "", "city": "", "citycode": draft.street.insee}
    draft.postcode = draft.city = ""
    draft.says = Place(insee=draft.street.insee)
    return True


def old_of(draft):
    old = draft.row.old if draft.row else ""
    return old if old and fold(old) != draft.street.town_key else ""


@damage("place", 1)
def old_commune(draft, rng, base):
    old = old_of(draft)
    if not old or fold(old) in base.by_town:
        return False
    draft.city = old
    if rng.random() < 0.3:
        draft.postcode, draft.says.postcode = "", ""
    return True


@damage("place", 1)
def old_commune_both(draft, rng, base):
    old, town = old_of(draft), draft.street.town
    if not old:
        return False
    if rng.random() < 0.5:
        draft.inner.append(old)
    else:
        draft.city = rng.choice(
            (
                f"{town} ({old})",
                f"{old} - {town}",
                f"{town} - {old}",
                f"{old} ({town})",
                f"{old}, {town}",
                f"{town} / {old}",
            )
        )
    return True


@damage("place", 0)
def street_like_town(draft, rng, base):
    name = " ".join(w for w in fold(draft.core).split() if w not in ARTICLES)
    towns = {fold(t[0]) for t in words.TOWNS} | set(base.by_town)
    if name not in towns or name == draft.street.town_key:
        return False
    if rng.random() < 0.5:
        draft.columns = {"postcode": draft.postcode, "city": ""}
        draft.postcode = ""
    draft.city, draft.says.town = "", ""
    return True


@damage("place", 0)
def homonym_postcode(draft, rng, base):
    others = [
        s for s in base.by_key[draft.street.key] if s.town == draft.street.town and s.postcode != draft.street.postcode
    ]
    if not others:
        return False
    both = draft.row and any((draft.row.number, draft.row.repetition) in s.numbers() for s in others)
    draft.notes.append(f"the same {'number and ' if both else ''}street is under another postcode of the town")
    return True
