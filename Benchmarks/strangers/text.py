"""Words and letters of French addresses: folding, keys, numbers in words."""
import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
SMALL = {"DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "A", "AU", "AUX", "ET", "EN", "SUR", "SOUS"}
WAYS = {
    "RUE", "AVENUE", "BOULEVARD", "PLACE", "SQUARE", "ALLEE", "ALLEES", "IMPASSE", "PASSAGE", "CHEMIN", "ROUTE",
    "COURS", "QUAI", "VILLA", "CITE", "VOIE", "RUELLE", "MONTEE", "CLOS", "LOTISSEMENT", "FAUBOURG", "HAMEAU",
    "PROMENADE", "ESPLANADE", "RESIDENCE", "SENTIER", "SENTE", "COUR", "GALERIE", "PORT", "CHAUSSEE", "TRAVERSE",
    "COTE", "BOUCLE", "RAMPE", "PARVIS", "CARREFOUR", "MAIL", "RONDPOINT", "PLACETTE", "DOMAINE",
}


def plain(text):
    """The text without accents and ligatures, case kept."""
    text = unicodedata.normalize("NFD", text.translate(LIGATURES))
    return "".join(c for c in text if not unicodedata.combining(c))


def fold(text):
    """Capitals without accents; punctuation becomes one space."""
    return re.sub(r"[^A-Z0-9]+", " ", plain(text).upper()).strip()


def key(text):
    """Folded words without articles and prepositions."""
    words = fold(text).split()
    return " ".join([w for w in words if w not in SMALL] or words)


def squeeze(text):
    """Runs of blanks become one; no blank before a comma."""
    text = re.sub(r"[ ]+", " ", text).strip()
    return re.sub(r"^[ ,]+|[ ,]+$", "", re.sub(r" ,", ",", text))


def edits(text, old, new):
    """The text with the first whole word `old` replaced, or None when it has none."""
    out, n = re.subn(rf"(?<!\w){re.escape(old)}(?!\w)", new, text, count=1)
    return out if n else None


UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
).split()
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def in_words(n):
    """A whole number below 10,000 in French words, spelling of 1835."""
    if n >= 1000:
        head = "mille" if n < 2000 else f"{in_words(n // 1000)} mille"
        return head if n % 1000 == 0 else f"{head} {in_words(n % 1000)}"
    if n >= 100:
        head = "cent" if n < 200 else f"{UNITS[n // 100]} cent"
        return (head + ("s" if n >= 200 else "")) if n % 100 == 0 else f"{head} {in_words(n % 100)}"
    if n < 20:
        return UNITS[n]
    tens = 60 if 70 <= n < 80 else 80 if n >= 80 else n // 10 * 10
    rest = n - tens
    if rest == 0:
        return TENS[tens] + ("s" if tens == 80 else "")
    if rest in (1, 11) and tens != 80:
        return f"{TENS[tens]} et {UNITS[rest]}"
    return f"{TENS[tens]}-{UNITS[rest]}"


def roman(n):
    """A whole number below 40 in Roman figures."""
    out = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= value:
            out, n = out + sign, n - value
    return out
