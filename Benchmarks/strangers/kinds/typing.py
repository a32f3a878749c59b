"""Faults of typing on a French keyboard."""
from kinds import kind
from text import plain

ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
DIGITS = dict(zip("1234567890", "&é\"'(-è_çà"))
"""The keys of a French keyboard where an English layout has others."""
ENGLISH = dict(zip("aqzwmAQZWM,;", "qawz,QAWZ?;:"))


def near(letter):
    """The keys beside this one."""
    for y, row in enumerate(ROWS):
        x = row.find(letter)
        if x >= 0:
            around = [(y, x - 1), (y, x + 1), (y - 1, x), (y - 1, x + 1), (y + 1, x - 1), (y + 1, x)]
            return [ROWS[j][i] for j, i in around if 0 <= j < 3 and 0 <= i < len(ROWS[j])]
    return []


def fault(word, rng, which=None):
    """The word with one fault of typing, never in its first letter."""
    at = rng.randrange(1, len(word) - 1)
    which = which or rng.choice(["near", "lost", "double", "swap", "extra"])
    letter = plain(word[at]).lower()
    keys = near(letter) or ["e"]
    return {
        "near": word[:at] + rng.choice(keys) + word[at + 1:],
        "lost": word[:at] + word[at + 1:],
        "double": word[:at] + word[at] + word[at:],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2:],
        "extra": word[:at] + rng.choice(keys) + word[at:],
    }[which]


def spoilt(a, rng, base, which=None, faults=1, least=5):
    """The street with faults in a long word, unless the base has a street of that name."""
    words = a.name.split()
    at = [i for i, x in enumerate(words) if len(x) >= least and x.isalpha()]
    if not at:
        return None
    i = rng.choice(at)
    before = words[i]
    for _ in range(faults):
        words[i] = fault(words[i], rng, which)
    street = f"{a.way} {' '.join(words)}".strip()
    return street if words[i] != before and not base.has_street(street) else None


def typed(name, *args, **kwargs):
    @kind(name)
    def write(w, a, rng, base):
        w.street = spoilt(a, rng, base, *args, **kwargs)
        return w if w.street else None


typed("neighbouring key", "near")
typed("letter left out", "lost")
typed("letter doubled", "double")
typed("letters swapped", "swap")
typed("letter too many", "extra")
typed("fault in a short word", None, 1, 4)
typed("two faults in a word", None, 2, 7)
typed("three faults in a word", None, 3, 9)


@kind("first letter wrong")
def first_letter(w, a, rng, base):
    words = a.name.split()
    at = [i for i, x in enumerate(words) if len(x) > 5 and near(plain(x[0]).lower())]
    if not at:
        return None
    i = rng.choice(at)
    words[i] = rng.choice(near(plain(words[i][0]).lower())).upper() + words[i][1:]
    w.street = f"{a.way} {' '.join(words)}".strip()
    return w if not base.has_street(w.street) else None


@kind("a fault in each word")
def each_word(w, a, rng, base):
    words = [fault(x, rng) if len(x) > 4 and x.isalpha() else x for x in a.name.split()]
    w.street = f"{a.way} {' '.join(words)}".strip()
    return w if sum(x != y for x, y in zip(words, a.name.split())) > 1 else None


@kind("figures without the shift key")
def no_shift(w, a, rng, base):
    """On a French keyboard 12 without shift is &é."""
    w.number = "".join(DIGITS.get(c, c) for c in w.number)
    w.postcode = "".join(DIGITS.get(c, c) for c in w.postcode)
    return w


@kind("keyboard set to English")
def english(w, a, rng, base):
    w.street = "".join(ENGLISH.get(c, c) for c in a.street)
    return w if sum(c in ENGLISH for c in a.street) in (1, 2) and not base.has_street(w.street) else None


@kind("fault in the town")
def town(w, a, rng, base):
    if len(a.town) < 5 or not plain(a.town).isalpha():
        return None
    w.town = fault(a.town, rng)
    return w


@kind("fault in street and town")
def street_and_town(w, a, rng, base):
    w.street = spoilt(a, rng, base)
    if not w.street or len(a.town) < 5 or not plain(a.town).isalpha():
        return None
    w.town = fault(a.town, rng)
    return w
