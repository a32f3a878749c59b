"""Written by ear, dictated, shortened as in messages."""
import re

from kinds import kind
from text import SMALL, fold, in_words, plain

RULES = (  # what the ear cannot tell apart, from spelling to another spelling
    ("eau", "o"), ("au", "o"), ("ph", "f"), ("ai", "é"), ("ei", "è"), ("qu", "k"), ("y", "i"), ("h", ""), ("ç", "ss"),
    ("ct", "c"),
    ("ll", "l"), ("tt", "t"), ("nn", "n"), ("mm", "m"), ("ss", "c"), ("rr", "r"), ("pp", "p"), ("ff", "f"),
    ("en", "an"), ("er", "é"),
    ("gu", "gh"), ("ge", "je"), ("oi", "oua"), ("c", "k"), ("s", "z"), ("x", "s"), ("in", "ain"), ("o", "au"),
    ("é", "er"), ("f", "ph"),
)


def by_ear(word, rng, changes):
    """The word with some sounds spelt another way and a silent end lost."""
    out = word[0] + word[1:].lower()
    for old, new in rng.sample(RULES, len(RULES)):
        if changes and old in out[1:]:
            at = out.index(old, 1)
            out, changes = out[:at] + new + out[at + len(old):], changes - 1
    if changes and re.search("(es|e|s|t|d|x)$", out) and len(out) > 4:
        out = re.sub("(es|e|s|t|d|x)$", "", out)
    return out


def heard(name, changes):
    @kind(name)
    def write(w, a, rng, base):
        words = a.name.split()
        at = [i for i, x in enumerate(words) if len(x) > 4 and x.isalpha()]
        if not at:
            return None
        i = rng.choice(at)
        before = words[i]
        words[i] = by_ear(before, rng, changes)
        w.street = f"{a.way} {' '.join(words)}".strip()
        return w if words[i] != before and not base.has_street(w.street) else None


heard("written by ear, one sound", 1)
heard("written by ear, two sounds", 2)
heard("written by ear, three sounds", 3)


@kind("silent letters lost")
def silent(w, a, rng, base):
    words = [re.sub("(es|e|s|t|d|x|z)$", "", x) if len(x) > 4 else x for x in a.name.split()]
    w.street = f"{a.way} {' '.join(words)}".strip()
    return w if w.street != a.street and not base.has_street(w.street) else None


@kind("double consonants lost or made")
def doubles(w, a, rng, base):
    found = list(re.finditer(r"([lmnprstf])\1", a.name)) or list(re.finditer(r"(?<=[aeiou])([lnrtp])(?=[aeiou])",
        a.name))
    if not found:
        return None
    m = rng.choice(found)
    w.street = f"{a.way} {a.name[:m.start()]}{m[1] if len(m[0]) == 2 else m[1] * 2}{a.name[m.end():]}".strip()
    return w if not base.has_street(w.street) else None


@kind("dictated")
def dictated(w, a, rng, base):
    """What speech recognition writes: no capitals, no signs, the number in words."""
    w.number = in_words(a.number) + (f" {a.suffix}" if a.suffix in ("bis", "ter") else "")
    w.form = rng.choice(["{number} {street} à {town}", "{number} {street} {postcode} {town}",
        "au {number} {street} à {town}"])
    w.finish.append(lambda text: text.lower().replace("-", " ").replace("'", "'"))
    return w if base.alone(a, "town") and a.suffix in ("", "bis", "ter") else None


@kind("dictated postcode")
def dictated_postcode(w, a, rng, base):
    """Postcode in words, by two and three figures: quatre-vingt-treize cent quarante."""
    head, rest = int(a.postcode[:2]), int(a.postcode[2:])
    w.postcode = f"{in_words(head)} {'mille' if rest == 0 else in_words(rest)}"
    w.finish.append(lambda text: text.lower())
    return w if not a.suffix else None


@kind("apostrophe spoken as a word")
def spelt(w, a, rng, base):
    """A dictated hyphen or apostrophe: saint tiret denis."""
    if not re.search("[-'’]", a.street):
        return None
    w.street = re.sub("['’]", " apostrophe ", a.street).replace("-", " tiret ")
    return w


SHORT = {"RUE": "r", "AVENUE": "av", "BOULEVARD": "bd", "PLACE": "pl", "GENERAL": "gal", "SAINT": "st", "DE": "2",
    "DES": "d",
         "DU": "du", "LA": "la", "ALLEE": "al", "CHEMIN": "ch", "ROUTE": "rte", "SAINTE": "ste", "MARECHAL": "mal"}


@kind("short message")
def message(w, a, rng, base):
    words = [SHORT.get(fold(x), plain(x).lower()) for x in a.street.split()]
    w.street = " ".join(words)
    w.lead = rng.choice(["", "c ", "slt ", "g habite "])
    w.tail = rng.choice(["", "svp", "mrc", "stp", "a+"])
    w.finish.append(str.lower)
    return w


@kind("vowels left out")
def no_vowels(w, a, rng, base):
    """Clntn for Colonel Fabien: notes taken in haste."""
    words = [x if fold(x) in SMALL or len(x) < 6 else x[0] + re.sub("[aeiouyéèêâîôû]", "", x[1:-1]) + x[-1]
        for x in a.name.split()]
    w.street = f"{a.way} {' '.join(words)}".strip()
    return w if w.street != a.street else None
