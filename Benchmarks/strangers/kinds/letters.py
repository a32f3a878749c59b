"""Capitals, accents, ligatures, blanks and punctuation."""
import unicodedata

from kinds import kind
from text import plain


def whole(name, change, fits=lambda text: True):
    """A kind that changes the text of the whole cell."""
    @kind(name)
    def write(w, a, rng, base):
        if not fits(w.text()):
            return None
        w.finish.append(lambda text: change(text, rng))
        return w


def accented(text):
    return plain(text) != text


def some_accents(text, rng):
    """Each accented letter keeps its accent, loses it or gets another one."""
    other = {"é": "eèêë", "è": "eéê", "ê": "eéè", "à": "aâá", "â": "aà", "ô": "oö", "î": "iï", "û": "uù", "ç": "c",
        "ï": "iî"}
    return "".join(rng.choice(other.get(c, c)) for c in text)


def false_accents(text, rng):
    """An accent where none is due."""
    at = [i for i, c in enumerate(text) if c in "ea" and i > 4]
    i = rng.choice(at)
    return text[:i] + rng.choice({"e": "éèê", "a": "àâ"}[text[i]]) + text[i + 1:]


def odd_blanks(text, rng):
    """No-break, thin, ideographic, zero-width blanks and tabs, as copied from pages and documents."""
    return "".join(rng.choice([" ", "\u00a0", "\u202f", "\t", "\u2009", " \u200b", "\u3000"]) if c == " " else c
        for c in text)


whole("capitals without accents", lambda t, rng: plain(t).upper())
whole("capitals with accents", lambda t, rng: t.upper(), accented)
whole("small letters without accents", lambda t, rng: plain(t).lower())
whole("a capital at each word", lambda t, rng: t.title())
whole("caps lock reversed", lambda t, rng: t.swapcase())
whole("capitals at random", lambda t, rng: "".join(rng.choice([c.lower(), c.upper()]) for c in t))
whole("accents decomposed", lambda t, rng: unicodedata.normalize("NFD", t), accented)
whole("other accents", some_accents, accented)
whole("an accent too many", false_accents, lambda t: any(c in "ea" for c in t[5:]))
whole("ligatures undone or made", lambda t, rng: t.replace("œ", "oe").replace("æ", "ae") if "œ" in t or "æ" in t
      else t.replace("oe", "œ"), lambda t: any(x in t for x in ("œ", "æ", "oeu")))
whole("odd blanks", odd_blanks)
whole("many blanks", lambda t, rng: "  " + "   ".join(t.split(" ")) + " ")
whole("underscores for blanks", lambda t, rng: t.replace(" ", "_"))
whole("full stops for blanks", lambda t, rng: t.replace(" ", ". "))
whole("in quotes", lambda t, rng: rng.choice(["« {} »", "\"{}\"", "'{}'", "“{}”", "[{}]", "({})", "<{}>"]).format(t))
whole("full stop at the end", lambda t, rng: t + rng.choice([".", ",", ";", " .", "...", "!"]))
whole("ligature letters of a PDF", lambda t, rng: t.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"),
      lambda t: any(x in t for x in ("fi", "fl")))
whole("full-width figures", lambda t, rng: "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in t))
whole("letters of another alphabet", lambda t, rng: t.upper().translate(str.maketrans("AEOPCTX", "АЕОРСТХ")))


def separated(name, between):
    """A kind with other signs between street, postcode and town."""
    @kind(name)
    def write(w, a, rng, base):
        w.form = "{lead} {number} {street} {middle}" + between + "{postcode} {town} {tail}"
        return w


separated("comma after the street", ", ")
separated("hyphen after the street", " - ")
separated("slash after the street", " / ")
separated("pipe after the street", " | ")
separated("semicolon after the street", "; ")
separated("line break after the street", "\n")
separated("Windows line break after the street", "\r\n")
separated("escaped line break after the street", "\\n")
separated("line break mark of a page after the street", "<br/>")


@kind("hyphens between all parts")
def all_hyphens(w, a, rng, base):
    w.form = "{number} - {street} - {postcode} - {town}"
    return w


@kind("commas between all parts")
def all_commas(w, a, rng, base):
    w.form = "{number}, {street}, {postcode}, {town}"
    return w
