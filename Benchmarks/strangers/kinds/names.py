"""Street names: titles, first names, particles, apostrophes, dates and ordinals."""
import re

from kinds import kind
from text import SMALL, edits, fold, in_words, plain, roman

TITLES = {
    "Général": "Gal Gén. Gen Gal. Gnal", "Maréchal": "Mal Mar. Mal. Marech", "Docteur": "Dr Dr. Doct",
    "Président": "Pdt Pt Prés. Pdt.",
    "Commandant": "Cdt Cdt. Cmdt Comm", "Capitaine": "Cap Cne Capt Cap.", "Colonel": "Col Col. Cel",
    "Lieutenant": "Lt Lt. Lieut",
    "Professeur": "Pr Prof Prof. Pr.", "Saint": "St St. st", "Sainte": "Ste Ste.", "Monseigneur": "Mgr Mgr.",
    "Abbé": "Ab Abb",
    "Faubourg": "Fg Fbg Fg.", "Sergent": "Sgt Serg", "Amiral": "Aml Am. Amir", "Grand": "Gd", "Grande": "Gde",
    "Porte": "Pte",
    "Notre-Dame": "N.D. ND N-D", "Notre": "N", "Ancienne": "Anc", "Ancien": "Anc", "Pont": "Pt", "Vieux": "Vx",
    "Petit": "Pt",
}
FIRST_NAMES = set(
    "JEAN PIERRE PAUL JACQUES LOUIS HENRI VICTOR EMILE JULES GABRIEL ROGER EDOUARD ARISTIDE MARCEL ALBERT CHARLES "
    "LEON GEORGES ANDRE FRANCOIS MARIE JOSEPH EUGENE ERNEST FERDINAND ANATOLE ALEXANDRE ALPHONSE ANTOINE AUGUSTE "
    "CAMILLE CLAUDE DENIS EDGAR ETIENNE FELIX FERNAND FREDERIC GUSTAVE GUY HECTOR HIPPOLYTE HONORE JEANNE JULIETTE "
    "LOUISE LUCIEN MARGUERITE MARTHE MAURICE MAX MICHEL OLIVIER OSCAR PHILIPPE RAYMOND RENE ROBERT ROMAIN SIMONE "
    "THEODORE THEOPHILE VINCENT WILLIAM YVES ADOLPHE ALFRED ARMAND ARTHUR BENJAMIN BERTHE CESAR CLEMENT CONSTANT "
    "DANIEL DOMINIQUE EDMOND GASTON GERMAINE GILBERT GUILLAUME HENRIETTE ISIDORE LAZARE LEDRU MATHIEU NICOLAS PABLO "
    "PASCAL SALVADOR SUZANNE THOMAS URBAIN WALDECK BLAISE DENISE".split())
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def first_name(a):
    """First name and the rest of a name like "Victor Hugo", or None. No title stands before."""
    words = a.name.split()
    if len(words) >= 2 and fold(words[0]) in FIRST_NAMES and fold(words[1]) not in SMALL:
        return words[0], words[1:]
    return None


@kind("title abbreviated")
def title(w, a, rng, base):
    for long, forms in TITLES.items():
        w.street = edits(a.street, long, rng.choice(forms.split()))
        if w.street:
            return w
    return None


@kind("title left out")
def title_left_out(w, a, rng, base):
    """Rue Leclerc for Rue du Général Leclerc."""
    words = a.name.split()
    at = next((i for i, x in enumerate(words) if x in TITLES and fold(x) not in ("SAINT", "SAINTE", "PONT")), None)
    rest = words[at + 1:] if at is not None else []
    core = [x for x in fold(" ".join(rest)).split() if x not in SMALL]
    w.street = f"{a.way} {' '.join(rest)}"
    return w if core and a.way and not base.rivals(a, core) else None


@kind("first name left out")
def first_left_out(w, a, rng, base):
    found = first_name(a)
    if not found or not a.way or base.rivals(a, [x for x in fold(" ".join(found[1])).split() if x not in SMALL]):
        return None
    w.street = f"{a.way} {' '.join(found[1])}"
    return w


@kind("first name as an initial")
def initial(w, a, rng, base):
    found = first_name(a)
    if not found or not a.way:
        return None
    letters = "".join(p[0] + rng.choice([".", ""]) for p in found[0].split("-"))
    w.street = f"{a.way} {letters} {' '.join(found[1])}"
    return w


@kind("initial glued to the name")
def initial_glued(w, a, rng, base):
    """P.ELUARD, as in a landlord's list."""
    found = first_name(a)
    if not found or not a.way:
        return None
    w.street = f"{a.way} {found[0][0]}.{' '.join(found[1])}"
    return w


@kind("first name after the name")
def first_after(w, a, rng, base):
    """Rue Hugo Victor, as in lists sorted by name."""
    found = first_name(a)
    if not found or not a.way:
        return None
    w.street = f"{a.way} {' '.join(found[1])} {found[0]}"
    return w


@kind("articles left out")
def no_articles(w, a, rng, base):
    kept = [x for x in a.name.split() if fold(x) not in SMALL]
    w.street = f"{a.way} {' '.join(kept)}"
    return w if a.way and kept and len(kept) < len(a.name.split()) else None


@kind("another article")
def another_article(w, a, rng, base):
    words = a.street.split()
    at = [i for i, x in enumerate(words) if x in ("de", "du", "des")]
    if not at:
        return None
    words[at[0]] = rng.choice([x for x in ("de", "du", "des", "de la") if x != words[at[0]]])
    w.street = " ".join(words)
    return w


@kind("article added")
def article_added(w, a, rng, base):
    w.street = f"{a.way} {rng.choice(['de', 'du', 'de la', 'des'])} {a.name}"
    return w if a.way and first_name(a) else None


def apostrophe(name, signs):
    @kind(name)
    def write(w, a, rng, base):
        if not re.search("['’]", a.street):
            return None
        w.street = re.sub("['’]", rng.choice(signs), a.street)
        return w


apostrophe("apostrophe as a blank", [" "])
apostrophe("apostrophe lost", [""])
apostrophe("apostrophe curly, acute or grave", ["’", "´", "`", "ʼ", "‘", "′"])
apostrophe("apostrophe and a blank", ["' ", "’ "])
apostrophe("apostrophe doubled or escaped", ["''", "\\'", "&#39;", "\""])


@kind("hyphens between all words")
def hyphens(w, a, rng, base):
    words = a.name.split()
    w.street = f"{a.way} {'-'.join(words)}"
    return w if len(words) > 1 and a.way else None


@kind("hyphens lost")
def no_hyphens(w, a, rng, base):
    w.street = a.street.replace("-", rng.choice([" ", "", " - "]))
    return w if "-" in a.street else None


@kind("date in other figures")
def date(w, a, rng, base):
    """11 novembre 1918 as onze novembre, 11/11/1918 or 11 nov 18."""
    months = "|".join(MONTHS)
    found = re.search(rf"\b(\d{{1,2}})(?:er)? ({months})\b ?(\d{{4}})?", a.street, re.I)
    if not found:
        return None
    day, month, year = int(found[1]), found[2].lower(), found[3]
    at = [plain(m) for m in MONTHS].index(plain(month)) + 1
    forms = [f"{in_words(day)} {month} {year or ''}", f"{day} {month[:3]} {(year or '')[2:]}",
        f"{roman(day)} {month} {year or ''}"]
    if year:
        forms += [f"{day}/{at}/{year}", f"{day:02d}.{at:02d}.{year}", f"{day} {month}", f"{day} {month} {year[2:]}"]
    w.street = a.street.replace(found[0], rng.choice(forms).strip())
    return w


@kind("ordinal in another form")
def ordinal(w, a, rng, base):
    """Albert 1er, Ier, I or premier; Henri IV or 4."""
    found = re.search(r"\b(1er|Ier|1e|XXIII|XIV|XVI|IV|III|II|VIII|VII)\b", a.street)
    if not found:
        return None
    value = {"1er": 1, "Ier": 1, "1e": 1, "II": 2, "III": 3, "IV": 4, "VII": 7, "VIII": 8, "XIV": 14, "XVI": 16,
        "XXIII": 23}[found[1]]
    forms = ["1er", "Ier", "I", "premier", "1 er"] if value == 1 else [str(value), roman(value), in_words(value)]
    w.street = a.street.replace(found[1], rng.choice([f for f in forms if f != found[1]]), 1)
    return w


@kind("figure of the name in words")
def figure(w, a, rng, base):
    """Rue des 4 Vents and Rue des Quatre Vents."""
    found = re.search(r"(?<= )(\d{1,3})(?= [A-Za-zÀ-ÿ])", a.name)
    words = {in_words(n): n for n in range(2, 13)}
    if found:
        w.street = f"{a.way} {a.name.replace(found[1], in_words(int(found[1])), 1)}"
        return w
    spoken = next((x for x in a.street.split() if x.lower() in words), None)
    if not spoken:
        return None
    w.street = a.street.replace(spoken, str(words[spoken.lower()]), 1)
    return w


@kind("plural lost or added")
def plural(w, a, rng, base):
    words = a.name.split()
    at = [i for i, x in enumerate(words) if len(x) > 4 and x[0].isupper()]
    if not at:
        return None
    i = rng.choice(at)
    words[i] = words[i][:-1] if words[i].endswith(("s", "x")) else words[i] + "s"
    w.street = f"{a.way} {' '.join(words)}"
    return w if not base.has_street(w.street) else None


@kind("name cut to its last word")
def last_word(w, a, rng, base):
    if len(a.core) < 3 or not a.way or base.rivals(a, a.core[-1:]) or len(a.core[-1]) < 4:
        return None
    w.street = f"{a.way} {a.name.split()[-1]}"
    return w
