"""Letters and figures as character recognition misreads them."""
from kinds import kind

LETTERS = {"l": "1", "i": "l", "o": "0", "e": "c", "rn": "m", "m": "rn", "n": "ri", "a": "o", "u": "ii", "cl": "d",
    "d": "cl", "g": "q",
           "h": "b", "t": "f", "S": "5", "B": "8", "G": "6", "é": "6", "è": "e", "v": "y", "I": "l", "E": "F",
           "w": "vv"}
FIGURES = {"1": "lI|", "0": "OoQ", "5": "S", "8": "B", "2": "Z", "6": "b"}


def misread(text, rng, count):
    """The text with `count` places misread, never its first letter."""
    for old in rng.sample(list(LETTERS), len(LETTERS)):
        at = text.find(old, 1)
        if count and at > 0:
            text, count = text[:at] + LETTERS[old] + text[at + len(old):], count - 1
    return text


def scanned(name, count):
    @kind(name)
    def write(w, a, rng, base):
        w.street = f"{a.way} {misread(a.name, rng, count)}".strip()
        return w if len(a.name) > 5 and w.street != a.street and not base.has_street(w.street) else None


scanned("one letter misread", 1)
scanned("two letters misread", 2)
scanned("three letters misread", 3)


@kind("figure of the number misread")
def number(w, a, rng, base):
    at = [i for i, c in enumerate(w.number) if c in FIGURES]
    if not at or a.suffix or len(w.number) < 2:
        return None
    i = rng.choice(at)
    w.number = w.number[:i] + rng.choice(FIGURES[w.number[i]]) + w.number[i + 1:]
    return w


@kind("figure of the postcode misread")
def postcode(w, a, rng, base):
    at = [i for i, c in enumerate(a.postcode) if c in FIGURES]
    if not at:
        return None
    i = rng.choice(at)
    w.postcode = a.postcode[:i] + rng.choice(FIGURES[a.postcode[i]]) + a.postcode[i + 1:]
    return w


@kind("letters apart")
def apart(w, a, rng, base):
    """Boxes of a form, one letter each."""
    w.street = " ".join("".join(x) for x in a.street.upper())
    return w if len(a.street) < 22 else None


@kind("specks between words")
def specks(w, a, rng, base):
    w.finish.append(lambda text: "".join(c + rng.choice(["", "", "", "· ", "' ", ". ", "~ ", "_ "]) if c == " " else c
        for c in text))
    return w
