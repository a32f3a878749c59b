"""Local and spoken habits: shortened names, plaques, former names, letters of the old."""
import functools
import re

from kinds import kind, whole_text
from kinds.desks import day
from kinds.names import FIRST_NAMES, MONTHS, TITLES, first_name
from kinds.scans import misread
from lexicon import WORDS
from text import SMALL, fold


def unknown_name(rng, base):
    """A name of other towns, of which no word is in a street name of the base; or None."""
    word = rng.choice(WORDS)
    if set(fold(word).split()) & base.vocabulary:
        return None
    return f"rue des {word}" if word.endswith("s") and word[0] not in "JLVDC" else f"rue {word}"


@kind("former name of the street in brackets")
def former_name(w, a, rng, base):
    old = unknown_name(rng, base)
    if not old:
        return None
    w.middle = rng.choice(["(ex {})", "(anciennement {})", "(ancienne {})", "- ex {} -", "[anc. {}]"]).format(old)
    return w


@kind("former name of the street before")
def former_name_before(w, a, rng, base):
    old = unknown_name(rng, base)
    if not old:
        return None
    w.form = "{lead} {street}, {number} {postcode} {town}"
    w.lead = rng.choice(["{}, devenue", "{} (rebaptisée)", "{} désormais", "Ex-{} aujourd'hui"]).format(old)
    return w if not a.suffix else None


@kind("plaque's text after the name")
def plaque(w, a, rng, base):
    """Dates and trade of the person."""
    if not first_name(a):
        return None
    born = rng.randint(1780, 1920)
    w.middle = rng.choice(["({}-{})", "(écrivain, {}-{})", "homme politique {} - {},",
        "(résistant né en {}, mort en {})"]).format(
        born, born + rng.randint(25, 85))
    return w


@functools.cache
def initials_of(base, town):
    """How often each way with these initials occurs in the town."""
    counts = {}
    for street in base.town_streets[town]:
        counts[initials(street)] = counts.get(initials(street), 0) + 1
    return counts


def initials(street):
    words = fold(street).split()
    return words[0], "".join(x[0] for x in words[1:] if x not in SMALL)


@kind("name as initials")
def as_initials(w, a, rng, base):
    """Rue MLK, the name of a person. No other street of this way has these initials."""
    way, letters = initials(a.street)
    person = first_name(a) or a.core and a.core[0] in ("MARTIN", "JOHN")
    if not a.way or not person or not 3 <= len(letters) <= 4 or not letters.isalpha() or initials_of(base,
        a.town)[(way, letters)] > 1:
        return None
    w.street = f"{a.way} {rng.choice([letters, '.'.join(letters) + '.'])}"
    return w


@kind("last word as an initial")
def last_initial(w, a, rng, base):
    """Charles de G."""
    words = a.street.split()
    if len(words) < 3 or len(words[-1]) < 3 or not words[-1][0].isupper() or len(a.core) < 2 or max(map(len,
        a.core[:-1])) < 4:
        return None
    w.street = " ".join(words[:-1]) + f" {words[-1][0]}."
    return w if not base.begun(a, " ".join(words[:-1]) + f" {words[-1][0]}") else None


@kind("name cut to its first word")
def first_word(w, a, rng, base):
    """Rue Rouget for Rue Rouget de Lisle. No other street has the word."""
    if not a.way or len(a.core) < 2 or len(a.core[0]) < 5 or a.core[0] in FIRST_NAMES:
        return None
    if a.core[0] in {fold(t) for t in TITLES}:
        return None
    if base.rivals(a, a.core[:1]):
        return None
    words, kept = a.name.split(), []
    for x in words:
        kept.append(x)
        if a.core[0] in fold(x).split():
            break
    w.street = f"{a.way} {' '.join(kept)}"
    return w if len(kept) < len(words) and "'" not in kept[-1][2:] and not base.has_street(w.street) else None


@kind("diminutive of the name")
def diminutive(w, a, rng, base):
    """Way and name cut as friends say it: av de la Répu, bd Gambet'."""
    words = a.name.split()
    if len(words[-1]) < 8 or not words[-1].isalpha() or not a.way or first_name(a):
        return None
    cut = words[-1][:4 if words[-1][3].lower() in "bcdfglmnprstu" else 5]
    w.street = f"{a.way.lower()} {' '.join([*words[:-1], cut + rng.choice(['', chr(39), '.'])])}"
    return w if not base.begun(a, f"{a.way} {' '.join([*words[:-1], cut])}") else None


DATE = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS)})\b", re.I)


@kind("date name then number")
def date_then_number(w, a, rng, base):
    """Rue du 8 Mai 1945, 12: the number stands after another number."""
    if not DATE.search(a.street) or a.suffix:
        return None
    w.number, w.street = "", a.street + rng.choice([", {}", " n° {}", " au {}", " numéro {}", " - {}"]).format(a.number)
    return w


@kind("date name without way or number")
def date_alone(w, a, rng, base):
    """8 mai 1945: the day is no house number."""
    if not DATE.search(a.street) or base.rivals(a, a.core):
        return None
    w.number, w.numbers, w.position_known = "", [], False
    w.street = a.name[3:] if a.name.startswith("du ") else a.name
    return w


@kind("date name with a date beside")
def date_beside(w, a, rng, base):
    """The date of the visit stands before the number."""
    if not DATE.search(a.street):
        return None
    w.lead = rng.choice(["visite du {} :", "{} -", "reçu le {},"]).format(day(rng))
    return w


@kind("number that is in the name too")
def number_in_name(w, a, rng, base):
    """8 rue du 8 mai, 4 rue des 4 vents."""
    if str(a.number) not in re.findall(r"\d+", a.street):
        return None
    return w


@kind("number with doubt")
def doubt(w, a, rng, base):
    if a.suffix:
        return None
    w.number = rng.choice(["{}?", "{} (?)", "{} (à confirmer)", "~{}", "{} (à vérifier)",
        "{} je crois,"]).format(a.number)
    return w


@kind("letter of an old person")
def letter(w, a, rng, base):
    w.lead = rng.choice(["Je soussignée Mme Veuve {n}, âgée de {y} ans, demeurant",
        "Madame la directrice, j'habite depuis {y} ans au",
                         "Monsieur le Maire, moi {n} retraité de {y} ans, je loge toujours",
                         "Ayant {y} ans passés, je vous écris de mon domicile,"]).format(
        n=rng.choice(["Lemoine", "Blanchard", "Guillot"]), y=rng.randint(45, 97))
    w.postcode, w.town = rng.choice([(a.postcode, a.town), ("", f"à {a.town} {a.postcode}")])
    w.tail = rng.choice([", et mon chauffage ne marche plus depuis le 3 du mois.",
        "et vous prie de croire en mes salutations.", "au 2e étage sans ascenseur."])
    return w


@kind("letter read by a machine")
def read_letter(w, a, rng, base):
    w = letter(w, a, rng, base)
    name = misread(a.name, rng, 1)
    w.street = f"{a.way} {name}".strip()
    return w if name != a.name and len(a.name) > 6 and not base.has_street(w.street) else None


@kind("line ends of narrow paper")
def narrow_paper(w, a, rng, base):
    """Each line has at most two words, words cut by no hyphen."""
    words = f"{w.number} {w.street} {w.postcode} {w.town}".split()
    return whole_text(w, "\n".join(" ".join(words[i:i + 2]) for i in range(0, len(words), 2)))


@kind("words spelt out")
def spelt_out(w, a, rng, base):
    """The last word of the name again, letter by letter, as on the telephone."""
    word = fold(a.name).split()[-1] if a.name else ""
    if not 4 <= len(word) <= 11 or not word.isalpha():
        return None
    w.middle = rng.choice(["({})", ", j'épelle {},", "- {} -"]).format(rng.choice(["-", " ", "."]).join(word))
    return w


@kind("remark on the spelling")
def on_spelling(w, a, rng, base):
    words = [x for x in a.name.split() if len(x) > 3]
    if not words:
        return None
    sign = words[-1][-1]
    w.middle = rng.choice(["(avec un {} à la fin)", "(orthographe à vérifier)", "[sic]", "(attention : {} final)",
        "(sans faute !)"]).format(sign.lower())
    return w


@kind("begun twice")
def begun_twice(w, a, rng, base):
    """The writer began, stopped, and wrote all again."""
    words = a.street.split()
    if len(words) < 3:
        return None
    stop = rng.choice(['', '...', ' -', ' euh', ' non', '... pardon,', ' - pardon -'])
    w.lead = f"{w.number} {' '.join(words[:2])}{stop}"
    return w


@kind("neighbour's street ruled out")
def ruled_out(w, a, rng, base):
    b = base.neighbour(a, 300)
    if not b:
        return None
    w.middle = rng.choice(["(pas {})", "(à ne pas confondre avec {})", "(et non {})",
        "- attention pas {} -"]).format(b.street)
    return w
