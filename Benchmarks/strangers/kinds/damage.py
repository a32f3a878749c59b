"""Text damaged by encodings, copies and joins."""
import html
import urllib.parse

from kinds import kind
from kinds.letters import accented, whole
from text import fold


def reread(text, written, read):
    """The text written in one encoding and read in another."""
    return text.encode(written, "replace").decode(read, "replace")


whole("UTF-8 read as Windows-1252", lambda t, rng: reread(t, "utf-8", "cp1252"), accented)
whole("UTF-8 read as Windows-1252 twice", lambda t, rng: reread(reread(t, "utf-8", "cp1252"), "utf-8", "cp1252"),
    accented)
whole("DOS code page read as Windows-1252", lambda t, rng: reread(t, "cp850", "cp1252"), accented)
whole("Macintosh read as Windows-1252", lambda t, rng: reread(t, "mac_roman", "cp1252"), accented)
whole("accents as question marks", lambda t, rng: "".join(c if ord(c) < 128 else "?" for c in t), accented)
whole("accents as replacement characters", lambda t, rng: "".join(c if ord(c) < 128 else "\ufffd" for c in t), accented)
whole("accented letters lost", lambda t, rng: "".join(c for c in t if ord(c) < 128), accented)
whole("accents as HTML entities", lambda t, rng: "".join(
    c if ord(c) < 128 else f"&{html.entities.codepoint2name.get(ord(c), '#' + str(ord(c)))};" for c in t), accented)
whole("percent-encoded", lambda t, rng: urllib.parse.quote_plus(t))


@kind("accent apart after its letter")
def apart(w, a, rng, base):
    """As copied from some PDF files: Re´publique."""
    if not accented(a.street):
        return None
    signs = str.maketrans({"é": "e´", "è": "e`", "ê": "eˆ", "à": "a`", "ô": "oˆ", "ç": "c¸", "î": "iˆ", "â": "aˆ",
        "É": "E´"})
    w.finish.append(lambda text: text.translate(signs))
    return w


def inside_longest(text, rng, change):
    """The text with its longest word changed at a place inside it."""
    word = max(text.replace("'", " ").split(), key=len)
    at = rng.randint(2, max(2, len(word) - 2))
    return text.replace(word, change(word, at), 1)


@kind("word split by a hyphen")
def hyphenated(w, a, rng, base):
    """A line end of a PDF or a letter: Répu- blique."""
    if max(map(len, a.name.split() or [""])) < 7:
        return None
    w.street = f"{a.way} {inside_longest(a.name, rng, lambda x, i: x[:i] + rng.choice(['- ', '-', chr(0xAD)]) + x[i:])}"
    return w


@kind("word split by a blank")
def split(w, a, rng, base):
    if max(map(len, a.name.split() or [""])) < 7:
        return None
    w.street = f"{a.way} {inside_longest(a.name, rng, lambda x, i: x[:i] + ' ' + x[i:])}"
    return w


@kind("one blank missing")
def blank_missing(w, a, rng, base):
    words = a.street.split()
    if len(words) < 3:
        return None
    i = rng.randint(1, len(words) - 2)
    w.street = " ".join(words[:i] + [words[i] + words[i + 1]] + words[i + 2:])
    return w


@kind("blanks of the street missing")
def blanks_missing(w, a, rng, base):
    w.street = a.street.replace(" ", "")
    return w if " " in a.street else None


@kind("all blanks missing")
def all_missing(w, a, rng, base):
    w.finish.append(lambda text: text.replace(" ", ""))
    return w


@kind("street glued to the postcode")
def glued_postcode(w, a, rng, base):
    w.form = "{number} {street}{postcode} {town}"
    return w


@kind("postcode glued to the town")
def glued_town(w, a, rng, base):
    w.form = "{number} {street} {postcode}{town}"
    return w


@kind("empty values of a join")
def nulls(w, a, rng, base):
    """Columns joined by a program that prints what is not there."""
    sign = rng.choice(["null", "NULL", "nan", "NaN", "None", "NA", "#N/A", "undefined", "-", "(null)", "N/A"])
    w.form = rng.choice(["{number} " + sign + " {street} " + sign + " {postcode} {town}",
                         "{number} {street} " + sign + " {postcode} {town} " + sign,
                         sign + " {number} {street} {postcode} {town}"])
    return w


@kind("empty fields with commas")
def empty_fields(w, a, rng, base):
    w.form = ", , {number}, , {street}, , , {postcode}, {town}, ,"
    return w


@kind("word twice")
def word_twice(w, a, rng, base):
    words = a.street.split()
    i = rng.randrange(1, len(words)) if len(words) > 1 else 0
    w.street = " ".join(words[:i + 1] + words[i:])
    return w


@kind("whole address twice")
def address_twice(w, a, rng, base):
    w.finish.append(lambda text: text + rng.choice([" ", ", ", " - ", "\n"]) + text)
    return w


@kind("postcode and town twice")
def town_twice(w, a, rng, base):
    w.tail = f"{a.postcode} {a.town.upper()}"
    return w


@kind("town twice")
def only_town_twice(w, a, rng, base):
    w.form = rng.choice(["{number} {street} {town} {postcode} {town}", "{number} {street} {postcode} {town} {town}"])
    return w


@kind("street twice in two spellings")
def street_twice(w, a, rng, base):
    """A line of the norm after the line as typed."""
    w.street = f"{a.street} {w.number} {fold(a.street)}"
    return w
