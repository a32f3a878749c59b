"""Streets that the town does not have, with a name close to one that it has. None may be answered surely."""
import difflib
import functools
import re

from kinds import KINDS, kind, nothing
from kinds.names import MONTHS, first_name
from lexicon import ADJECTIVES, SAINTS, WORDS
from text import SMALL, fold, plain


def absent(base, a, street):
    """Whether no street of the town has this name, nor another way with the same name."""
    words = [x for x in fold(street).split() if x not in SMALL]
    return not base.has_street(street) and not base.rivals(a, words[1:]) and set(words[1:]) - set(a.core)


def invented(name, change):
    """A negative kind. `change` gives the invented street or None."""
    @kind(name, set="negative_street")
    def write(w, a, rng, base):
        if not a.way or not a.core or a.suffix:
            return None
        w.street = change(a, rng, base)
        if not w.street or not absent(base, a, w.street):
            return None
        return nothing(w)


@functools.cache
def lookalikes(word):
    """The words of the lexicon that look like this one, its plural aside."""
    low = plain(word).lower()
    near = difflib.get_close_matches(low, [plain(x).lower() for x in WORDS], 3, 0.62)
    return [x for x in WORDS if plain(x).lower() in near and plain(x).lower().rstrip("s") != low.rstrip("s")]


def another_word(a, rng, base):
    """A word replaced by another word that names streets and looks like it."""
    for word in rng.sample(a.name.split(), len(a.name.split())):
        if len(word) > 4 and word[0].isupper():
            near = lookalikes(word)
            if near:
                return a.street.replace(word, rng.choice(near))
    return None


def known_name(a, rng, base):
    """A name that many towns have, with this way."""
    word = rng.choice(WORDS)
    article = "des " if word.endswith("s") and word[0] not in "JLV" else rng.choice(["", "", ""])
    return f"{a.way} {article}{word}"


def recombined(a, rng, base):
    """The first name of one street and the last name of another."""
    found, other = first_name(a), None
    for b in rng.sample(base.addresses, min(200, len(base.addresses))):
        other = first_name(b)
        if other and fold(other[0]) != fold(a.name.split()[0]):
            break
    return f"{a.way} {other[0]} {' '.join(found[1])}" if found and other else None


def another_day(a, rng, base):
    """Another day or month than that of the base."""
    found = re.search(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)})\b", a.street, re.I)
    if not found:
        return None
    month = rng.choice([m for m in MONTHS if m != found[2].lower()])
    return a.street.replace(found[0], rng.choice([f"{found[1]} {month}",
        f"{(int(found[1]) + rng.randint(2, 9)) % 27 + 1} {found[2]}"]))


def another_saint(a, rng, base):
    found = re.search(r"\bSaint[- ](\w+)", a.street)
    return a.street.replace(found[1], rng.choice(SAINTS)) if found else None


def adjective(a, rng, base):
    """Rue du Vieux Moulin where the base has Rue du Moulin."""
    found = re.match(r"(du|de la|de l['’]) ?(\w.*)$", a.name)
    if not found or len(a.core) != 1 or any(x in fold(a.name).split()
        for x in ("VIEUX", "VIEILLE", "GRAND", "GRANDE", "PETIT")):
        return None
    if found[1] == "du":
        return f"{a.way} du {rng.choice(ADJECTIVES[0].split())} {found[2]}"
    return f"{a.way} de la {rng.choice(ADJECTIVES[1].split())} {found[2]}" if found[1] == "de la" else None


def another_ordinal(a, rng, base):
    found = re.search(r"\b(1er|Ier|II|III|IV|XIV|XXIII)\b", a.street)
    return a.street.replace(found[1], rng.choice([x for x in ("II", "III", "V", "IX", "XII")
        if x != found[1]])) if found else None


invented("a word like another", another_word)
invented("a name of other towns", known_name)
invented("first and last name recombined", recombined)
invented("another day", another_day)
invented("another saint", another_saint)
invented("an adjective more", adjective)
invented("another ordinal", another_ordinal)


@kind("a word like another, in capitals", set="negative_street")
def capitals(w, a, rng, base):
    w = KINDS["a word like another"].write(w, a, rng, base)
    if w:
        w.finish.append(lambda text: plain(text).upper())
    return w
