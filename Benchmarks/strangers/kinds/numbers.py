"""House numbers and their suffixes, as people write them."""
from kinds import kind
from text import in_words, key, roman

LONG = {"b": "bis", "bis": "bis", "t": "ter", "ter": "ter", "q": "quater", "quater": "quater"}


def suffix_form(name, form):
    """A kind for numbers with bis, ter or quater. `form` takes number, long suffix and its letter."""
    @kind(name)
    def write(w, a, rng, base):
        long = LONG.get(a.suffix)
        if not long:
            return None
        w.number = form(a.number, long, long[0])
        return w


suffix_form("bis glued", lambda n, long, letter: f"{n}{long}")
suffix_form("bis in capitals", lambda n, long, letter: f"{n} {long.upper()}")
suffix_form("bis glued in capitals", lambda n, long, letter: f"{n}{long.upper()}")
suffix_form("bis as a glued letter", lambda n, long, letter: f"{n}{letter.upper()}")
suffix_form("bis as a letter apart", lambda n, long, letter: f"{n} {letter.upper()}")
suffix_form("bis after a hyphen", lambda n, long, letter: f"{n}-{long}")
suffix_form("bis after a slash", lambda n, long, letter: f"{n}/{letter.upper()}")
suffix_form("bis in brackets", lambda n, long, letter: f"{n} ({long})")
suffix_form("bis after a full stop", lambda n, long, letter: f"{n}.{long}")
suffix_form("bis then a comma", lambda n, long, letter: f"{n}, {long},")
suffix_form("bis before a full stop", lambda n, long, letter: f"{n} {long}.")
suffix_form("bis misspelt", lambda n, long, letter: f"{n} {dict(bis='biss', ter='terr', quater='quatter')[long]}")
suffix_form("number in words with bis", lambda n, long, letter: f"{in_words(n)} {long}")


@kind("bis after the street")
def bis_after_street(w, a, rng, base):
    """As when number, street and suffix are three columns joined in the file's order."""
    if a.suffix not in LONG:
        return None
    w.number, w.middle = str(a.number), LONG[a.suffix]
    return w


@kind("letter suffix in capitals")
def letter_suffix(w, a, rng, base):
    if a.suffix not in ("a", "c", "d", "e"):
        return None
    w.number = rng.choice([f"{a.number}{a.suffix.upper()}", f"{a.number} {a.suffix.upper()}"])
    return w


@kind("suffix that the base lacks")
def suffix_missing(w, a, rng, base):
    """The base has the bare number only: the street is right, the number is not known."""
    known = base.numbers[(a.citycode, key(a.street))]
    if a.suffix or any(n == a.number and s for n, s in known):
        return None
    w.number = f"{a.number} {rng.choice(['bis', 'B', 'ter', 'A', 'C'])}"
    w.numbers, w.number_known = [w.number], False
    return w


@kind("number that the base lacks")
def number_missing(w, a, rng, base):
    known = {n for n, _ in base.numbers[(a.citycode, key(a.street))]}
    absent = a.number + 2 * rng.randint(1, 4)
    if absent in known or a.suffix:
        return None
    w.number, w.numbers, w.number_known = str(absent), [str(absent)], False
    return w


def number_form(name, form, fits=lambda a: True):
    """A kind for bare numbers."""
    @kind(name)
    def write(w, a, rng, base):
        if a.suffix or not fits(a):
            return None
        w.number = form(a.number, rng)
        return w


number_form("number with its sign", lambda n, rng: rng.choice(["n° {}", "N°{}", "no {}", "n°{}", "num {}"]).format(n))
number_form("number then a comma", lambda n, rng: f"{n},")
number_form("number then a hyphen", lambda n, rng: f"{n} -")
number_form("number with leading zeros", lambda n, rng: f"{n:04d}")
number_form("number as a decimal", lambda n, rng: f"{n}.0")
number_form("number as a decimal with a comma", lambda n, rng: f"{n},00")
number_form("number in words", lambda n, rng: in_words(n))
number_form("number in words without hyphens", lambda n, rng: in_words(n).replace("-", " "), lambda a: a.number > 16)
number_form("thousands apart", lambda n, rng: f"{n // 1000}{rng.choice([' ', '.'])}{n % 1000:03d}",
            lambda a: a.number >= 1000)
number_form("number in Roman figures", lambda n, rng: roman(n), lambda a: 1 < a.number < 40)


@kind("number glued to the street")
def number_glued(w, a, rng, base):
    w.number, w.street = "", w.number.replace(" ", "") + a.street
    return None if a.suffix else w


@kind("number twice")
def number_twice(w, a, rng, base):
    """As when a column with the number and a column with number and street are joined."""
    w.number = f"{w.number} {w.number}"
    return w


@kind("number after the street")
def number_after(w, a, rng, base):
    w.number, w.street = "", a.street + rng.choice([" {}", ", {}", " n°{}", " N° {}", " ({})"]).format(w.number)
    return w


@kind("no number")
def no_number(w, a, rng, base):
    w.number, w.numbers, w.position_known = "", [], False
    return w


@kind("no number, marked")
def no_number_marked(w, a, rng, base):
    """Signs that files put where there is no number; 99999 is that of the local address bases."""
    w.number = rng.choice(["0", "00", "SN", "S/N", "sans numéro", "99999", "0000", "?", "-", "s.n.", "N°"])
    w.numbers, w.position_known = [], False
    return w
